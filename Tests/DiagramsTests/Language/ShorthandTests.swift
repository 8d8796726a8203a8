import Diagrams
import Model
import Testing

/// Arrow lines as notes have them.
@Suite struct `Arrow lines` {
    private func read(_ text: String) -> DiagramDocument {
        DiagramReader.read(
            Array(text.utf8), as: .structurizr, path: "note.md", offset: SourcePosition(line: 10, column: 0), key: "k")
    }

    @Test func `make a view by themselves`() {
        let document = read(
            """
            // how it works
            Client (person) -> Write model: Command [HTTP]
            Write model → Write DB (database): state and event
            "A -> B: odd" -> Client
            a -> b -> c: end
            """)
        #expect(document.told == [])
        let view = document.view("k")
        #expect(view?.elements.map(\.name) == ["Client", "Write model", "Write DB", "A -> B: odd", "a", "b", "c"])
        #expect(view?.elements.prefix(3).map(\.style.shape) == [.person, .box, .cylinder])
        #expect(view?.relationships.map(\.description) == ["Command", "state and event", "", "", "end"])
        #expect(view?.relationships.first?.technology == "HTTP")
    }

    @Test func `that lack an arrow are told`() {
        let document = read("a -> b\njust words")
        #expect(document.findings.map(\.position.line) == [12])
        #expect(document.workspace.relationships.count == 1)
    }

    @Test func `are told from the language itself`() {
        let document = read("a = person \"A\"\nb = person \"B\"\na -> b \"Knows\"\nsystemLandscape v {\n include *\n}")
        #expect(document.told == [])
        #expect(document.view("v")?.ids == ["a", "b"])
        #expect(document.elementPlaces["a"]?.range.start.line == 11)
    }

    @Test(arguments: [
        ("Client -> Server", ["Client -> Server"]),
        ("- **Client** → `Server`: asks for *more*", ["Client -> Server: asks for more"]),
        (
            "event -> ingest queue -> worker\n    probe it\n        -> transcode queue   4 jobs\n        -> thumbnail queue   1 job",
            [
                "event -> ingest queue", "ingest queue -> worker", "probe it -> transcode queue: 4 jobs",
                "probe it -> thumbnail queue: 1 job",
            ]
        ),
        ("1. A -> B\n2. A -> B", ["A -> B"]),
        ("nothing here", []),
        ("func f() -> Int { a sentence that goes on and on far beyond what any name of a thing would ever be }", []),
    ]) func `are drafted from the arrows in a text`(_ text: String, _ lines: [String]) {
        #expect(ArrowDraft.lines(of: text) == lines)
    }
}
