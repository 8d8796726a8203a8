import FoundationEssentials
import Model
import Search
import Site
import TestSupport
import Testing

@testable import Workspace

/// Search in the browser answers as the terminal does, query by query.
///
/// Its script runs in node; without node these tests are left out, and say so.
struct BrowserSearchTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let node = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: node != nil, "node is not installed; the browser's search is not compared with the terminal's"))
    func `answers what people type as the terminal does`() async throws {
        let (folder, workspace) = try GoldenRankingTests.fixture()
        try await compare(GoldenRankingTests.queries(), workspace, folder)
    }

    @Test(.enabled(if: node != nil, "node is not installed; the browser's search is not compared with the terminal's"))
    func `answers anything as the terminal does, in this repository's own book`() async throws {
        let root = (0..<3).reduce(Self.folder) { url, _ in url.deletingLastPathComponent() }
        let folder = try TemporaryFolder()
        for name in ["knowledge", "adr", "archbook.yml"] {
            try FileManager.default.copyItem(
                atPath: root.appending(path: name).path(percentEncoded: false), toPath: folder.path(name))
        }
        let workspace = try OpenWorkspace(root: folder.path)
        let words = try folder.words()
        var random = SeededRandom(seed: 7)
        let queries = (0..<220).map { _ in Self.query(of: words, &random) }
        let answers = try await compare(try GoldenRankingTests.queries() + queries, workspace, folder)
        let sizes = answers.compactMap { $0["bytes"]?.int }.sorted()
        #expect(sizes[sizes.count / 2] < 60_000)
    }

    private static let filters = ["tag:stability", "kind:pattern", "lang:ru", "kind:prose", "host:martinfowler.com"]

    /// A query of one to three words of the book, some of them bent, cut, quoted or left out.
    private static func query(of words: [String], _ random: inout SeededRandom) -> String {
        let count = Int.random(in: 1...3, using: &random)
        let chosen = (0..<count).map { _ -> String in
            var word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<12, using: &random) {
            case 0: if word.count > 4 { word.remove(at: word.index(word.startIndex, offsetBy: 2)) }
            case 1: word = "\(word.prefix(3))*"
            case 2: word = "-\(word)"
            case 3: word = "\"\(word) \(words.randomElement(using: &random) ?? "")\""
            case 4: word = filters.randomElement(using: &random) ?? ""
            case 5: word += "ing"
            case 6: word = word.uppercased()
            default: break
            }
            return word
        }
        return chosen.joined(separator: " ") + (Bool.random(using: &random) ? " " : "")
    }

    /// Answers queries both ways and holds that they agree; gives the answers of the script.
    @discardableResult
    private func compare(
        _ queries: [String], _ workspace: OpenWorkspace, _ folder: TemporaryFolder
    ) async throws -> [[String: JSONValue]] {
        let book = await workspace.readBook()
        for file in SiteBuilder(book: book).build().files { try folder.write("site/\(file.path)", file.bytes) }
        let engine = await workspace.searchEngine(version: "test", environment: [:])
        let root = (0..<3).reduce(Self.folder) { url, _ in url.deletingLastPathComponent() }
        let script = root.appending(path: "Tests/Browser/search-in-node.js").path(percentEncoded: false)
        let result = try #require(
            ChildProcess.run(
                [Self.node ?? "node", script, folder.path("site")], in: folder.path, environment: [:],
                input: Array((queries.joined(separator: "\n") + "\n").utf8)))
        #expect(result.code == 0)
        let lines = result.output.split(separator: .lineFeed)
        #expect(lines.count == queries.count)
        var answers: [[String: JSONValue]] = []
        for (query, line) in zip(queries, lines) {
            let answer = try #require(JSONValue(parsing: Array(line)).object)
            answers.append(answer)
            let expected = try engine.answer(SearchQuery(query), limit: 20)
            #expect(Self.rows(answer["hits"]) == expected.hits.map { Self.row($0, in: book) }, "\(query)")
            #expect(Self.rows(answer["nearMisses"]) == expected.nearMisses.map { Self.row($0, in: book) }, "\(query)")
            #expect(answer["total"]?.int == expected.total, "\(query)")
            #expect(answer["corrected"]?.string == expected.correctedQuery ?? "", "\(query)")
            #expect(answer["translations"] == JSONValue(expected.translations), "\(query)")
            #expect(answer["suggestions"] == JSONValue(expected.suggestions), "\(query)")
        }
        return answers
    }

    private static func rows(_ value: JSONValue?) -> [String] {
        (value?.array ?? []).map { hit in
            let members = hit.object ?? [:]
            return "\(members["title"]?.string ?? "") \(members["rank"]?.string ?? "") \(members["score"]?.int ?? -1)"
        }
    }

    private static func row(_ hit: SearchAnswer.Hit, in book: Book) -> String {
        let title =
            switch hit.subject {
            case .entry(let entry): entry.title
            case .passage(let passage):
                passage.section.last ?? book.documents.first { $0.path == passage.source.path }?.title ?? ""
            }
        let rank = hit.rank
        let numbers = [rank.isExactTitle ? 0 : 1, rank.missing, rank.typos, rank.fields, rank.forms]
        return "\(title) \(numbers.map(String.init).joined(separator: " ")) \(hit.score)"
    }
}

extension TemporaryFolder {
    /// Words of the sources, in their order.
    fileprivate func words() throws -> [String] {
        let texts = try tree().filter { $0.hasPrefix("knowledge/") && $0.hasSuffix(".md") }.map(read)
        return texts.flatMap { $0.split { !$0.isLetter && $0 != "-" }.map(String.init) }.filter { $0.count > 2 }
    }
}
