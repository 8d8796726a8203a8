import FoundationEssentials
import Model
import Search
import TestSupport
import Testing

@testable import Workspace

/// What people type, and what comes first: the order of results, held in a table that people can read.
///
/// `ARCHBOOK_RECORD=1` writes the table anew, and fails the test so that nobody takes that for a pass.
struct GoldenRankingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test func `puts the right entries first`() async throws {
        let workspace = try Self.fixture()
        let engine = await workspace.book.searchEngine(version: "test", environment: [:])
        var table = ""
        for query in try Self.queries() {
            let answer = try engine.answer(SearchQuery(query), limit: 4)
            table += Self.row(query, answer)
        }
        let file = Self.folder.appending(path: "ranking.txt")
        let expected = (try? Self.text("ranking.txt")) ?? ""
        guard table != expected else { return }
        if ProcessInfo.processInfo.environment["ARCHBOOK_RECORD"] == "1" {
            try Data(table.utf8).write(to: file)
            Issue.record("Recorded the table anew; read the difference before it is committed.")
            return
        }
        for (old, new) in zip(expected.split(separator: "\n"), table.split(separator: "\n")) { #expect(new == old) }
        Issue.record("The order of results is not that of \(file.path(percentEncoded: false)).")
    }

    private static func row(_ query: String, _ answer: SearchAnswer) -> String {
        let corrected = answer.correctedQuery.map { " ~ \($0)" } ?? ""
        let left = query + corrected
        let titles = answer.hits.map { hit in
            switch hit.subject {
            case .entry(let entry): "\(entry.title) (\(entry.kind.rawValue))"
            case .passage(let passage): passage.section.last ?? ""
            }
        }
        let shown = titles.isEmpty ? "nothing" : titles.joined(separator: " > ")
        return left + String(repeating: " ", count: max(1, 40 - left.count)) + "\(answer.total)  \(shown)\n"
    }

    /// What people type, a query a line.
    static func queries() throws -> [String] { try text("queries.txt").split(separator: "\n").map(String.init) }

    /// The book that the queries are asked of.
    static func fixture() throws -> (folder: TemporaryFolder, book: OpenWorkspace) {
        let folder = try TemporaryFolder()
        for part in try text("book.txt").split(separator: "=== ") {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            try folder.write("knowledge/\(lines[0])", String(lines[1]))
        }
        let root = Self.folder(of: #filePath, above: 4)
        try folder.write(
            "knowledge/vocabulary.yml",
            try String(contentsOf: root.appending(path: "knowledge/vocabulary.yml"), encoding: .utf8))
        return (folder, try OpenWorkspace(root: folder.path))
    }

    private static func folder(of path: String, above count: Int) -> URL {
        (0..<count).reduce(URL(filePath: path)) { url, _ in url.deletingLastPathComponent() }
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
