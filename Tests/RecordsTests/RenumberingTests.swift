import Model
import Records
import Testing

/// A number that two decisions share is given up by the one that fewer others name, wherever it is named.
@Suite struct RenumberingTests {
    private static func record(_ number: Int, _ title: String, _ more: String = "") -> String {
        "# \(number). \(title)\n\nDate: 2026-01-0\(number)\n\n## Status\n\nAccepted\n\n\(more)## Context\n\nWhy.\n"
    }

    private static let files = [
        ("adr/0001-one.md", record(1, "One")), ("adr/0002-alpha.md", record(2, "Alpha")),
        ("adr/0002-beta.md", record(2, "Beta")),
        ("adr/0003-three.md", record(3, "Three", "Supersedes [2. Alpha](0002-alpha.md)\n\n")),
        (
            "adr/0004-four.md",
            "---\nsupersedes: 0002-beta\nrelated: [0002-beta, ADR-0002-beta]\n---\n# 4. Four\n\nSee [ADR-0002](./0002-beta.md),"
                + " [[0002-beta]], <0002-beta.md> and ADR-0002, not https://other.org/adr/0002-beta.md or 0002-beta-max.\n"
        ),
    ]
    private static let documents = [
        ("CONTRIBUTING.md", "uses adr/0002-beta.md (ADR-0002 Beta) and `0002-beta`\n"),
        ("docs/a.md", "[a](../adr/0002-alpha.md) [a](../adr/0002-alpha.md) https://other.org/adr/0002-beta.md\n"),
        ("docs/b.md", "ADR-0002 says so.\n\nADR 2 too.\n"), ("src/x.c", "/* 0002-beta and 0002-alpha, ADR-2 */\n"),
        ("docs/z.md", String(repeating: "[a](../adr/0002-alpha.md)\n", count: 12)),
        ("other/0002-beta.md", "see [it](0002-beta.md)\n"),
    ]

    @Test func `rewrites every name of the file, and nothing else`() throws {
        let renumbering = Self.renumbering()
        #expect(renumbering.moves.map(\.path) == ["adr/0002-beta.md"])
        #expect(renumbering.moves.map(\.newPath) == ["adr/0005-beta.md"])
        let texts = Dictionary(renumbering.changes.map { ($0.path, $0.after.text) }) { first, _ in first }
        #expect(texts["adr/0005-beta.md"]?.hasPrefix("# 5. Beta\n") == true)
        #expect(texts["adr/0005-beta.md"]?.contains("Formerly: 0002\n") == true)
        #expect(
            texts["adr/0004-four.md"]
                == "---\nsupersedes: 0005-beta\nrelated: [0005-beta, ADR-0005-beta]\n---\n# 4. Four\n\nSee "
                + "[ADR-0005](./0005-beta.md), [[0005-beta]], <0005-beta.md> and ADR-0005, not "
                + "https://other.org/adr/0002-beta.md or 0002-beta-max.\n")
        #expect(texts["CONTRIBUTING.md"] == "uses adr/0005-beta.md (ADR-0005 Beta) and `0005-beta`\n")
        #expect(texts["src/x.c"] == "/* 0005-beta and 0002-alpha, ADR-2 */\n")
        #expect(texts["docs/a.md"] == nil)
        #expect(texts["adr/0003-three.md"] == nil)
    }

    @Test func `tells the places that may mean either`() {
        let doubts = Self.renumbering().doubts.map { "\($0.path):\($0.line) \($0.text)" }
        #expect(doubts == ["docs/b.md:1 ADR-0002", "docs/b.md:3 ADR 2", "src/x.c:1 ADR-2"])
    }

    @Test func `counts each name once, and no address of the web`() {
        let foreign = [("docs/c.md", String(repeating: "https://other.org/adr/0002-beta.md\n", count: 9))]
        #expect(Self.renumbering(foreign).moves.map(\.survivor) == ["adr/0002-beta.md"])
    }

    @Test func `numbers a draft of pyadr and all that names it`() throws {
        let draft = RecordFile(
            path: "adr/XXXX-keep.md", bytes: Array("# Keep\n\n* Status: proposed\n".utf8), kind: .decision)
        let set = RecordSet([draft], names: ["0007-x.md", "XXXX-keep.md"])
        let document = (path: "README.md", bytes: Array("[Keep](adr/XXXX-keep.md)\n".utf8))
        let numbering = Renumbering(numbering: draft, Array("new".utf8), in: set, taken: [], [document])
        let texts = numbering.changes.map { "\($0.path) \($0.isRemoval ? "-" : $0.after.text.trimmed)" }
        #expect(texts == ["README.md [Keep](adr/0008-keep.md)", "adr/0008-keep.md new", "adr/XXXX-keep.md -"])
    }

    private static func renumbering(_ documents: [(String, String)] = documents) -> Renumbering {
        let records = files.map { RecordFile(path: $0.0, bytes: Array($0.1.utf8), kind: .decision) }
        let set = RecordSet(records, names: files.map { String($0.0.dropFirst(4)) })
        return Renumbering(set, taken: [], documents: documents.map { (path: $0.0, bytes: Array($0.1.utf8)) })
    }
}
