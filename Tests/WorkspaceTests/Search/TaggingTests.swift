import FoundationEssentials
import Model
import Reading
import Search
import Testing

/// How well the vocabulary's concepts agree with labels that were given by hand before the vocabulary was tuned.
struct TaggingTests {
    private static let here = URL(filePath: #filePath).deletingLastPathComponent()

    @Test func `gives most labelled concepts, and few others`() throws {
        let root = (0..<3).reduce(Self.here) { url, _ in url.deletingLastPathComponent() }
        let yaml = try String(contentsOf: root.appending(path: "knowledge/vocabulary.yml"), encoding: .utf8)
        let (vocabulary, findings) = VocabularyReader.read(yaml, path: "knowledge/vocabulary.yml")
        #expect(findings.isEmpty && vocabulary.concepts.count >= 150)
        var tagger = ConceptTagger(vocabulary)
        var (right, given, wanted, count) = (0, 0, 0, 0)
        let labels = try String(contentsOf: Self.here.appending(path: "Golden/labels.txt"), encoding: .utf8)
        for line in labels.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
            var entry = Entry(
                id: EntryID("x"), title: parts[0], language: .english,
                source: Source(path: "x.md", range: SourceRange(at: .start)), content: .topic)
            entry.note = parts[1]
            tagger.tag(&entry)
            let expected = Set(parts[2].split(separator: ",").map(\.trimmed))
            right += entry.tags.count { expected.contains($0.name) }
            given += entry.tags.count
            wanted += expected.count
            count += 1
        }
        #expect(count >= 150)
        #expect(right * 100 >= given * 90, "precision \(right) of \(given)")
        #expect(right * 100 >= wanted * 80, "recall \(right) of \(wanted)")
    }

    @Test func `does not tag for a mention in the text alone`() {
        let vocabulary = Vocabulary([Concept(id: "saga", labels: [.english: "Saga"])])
        var tagger = ConceptTagger(vocabulary)
        var entry = Entry(
            id: EntryID("x"), title: "Orders", language: .english,
            source: Source(path: "x.md", range: SourceRange(at: .start)), content: .topic)
        entry.body = "A saga, and another saga."
        tagger.tag(&entry)
        #expect(entry.tags.isEmpty)
        entry.section = ["Sagas"]
        tagger.tag(&entry)
        #expect(entry.tags.map(\.name) == ["saga"])
    }
}
