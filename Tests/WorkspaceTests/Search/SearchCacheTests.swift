import FoundationEssentials
import Model
import Search
import TestSupport
import Testing

@testable import Workspace

/// A cache that is stale, damaged, locked away or half written never changes an answer.
struct SearchCacheTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "knowledge/patterns/saga.md": "# Saga\n\nLocal transactions with compensation.\n",
            "knowledge/patterns/cache.md": "# Caching\n\nA copy near its consumer.\n",
            "adr/0001-use-sagas.md": "# 1. Use sagas\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n",
        ])
    }

    private func engine(_ environment: [String: String] = [:]) async throws -> SearchEngine {
        try await OpenWorkspace(root: folder.path).searchEngine(version: "test", environment: environment)
    }

    private func titles(_ query: String) async throws -> [String] {
        titles(try await engine().answer(SearchQuery(query), limit: 10))
    }

    private func titles(_ answer: SearchAnswer) -> [String] {
        answer.hits.compactMap { if case .entry(let entry) = $0.subject { entry.title } else { nil } }
    }

    private static let index = ".archbook/cache/search.index"

    @Test func `finds records beside notes, and keeps the index out of git`() async throws {
        #expect(try await titles("saga") == ["Saga", "Use sagas"])
        #expect(try folder.read(".archbook/cache/.gitignore") == "*\n")
        #expect(try await titles("saga") == ["Saga", "Use sagas"])
    }

    @Test func `sees a change of the file that a block of a note uses`() async throws {
        try folder.write("knowledge/base.dsl", "shop = softwareSystem \"Shop\"\n")
        try folder.write(
            "knowledge/note.md",
            "# Note\n\n```c4\n!use knowledge/base.dsl\nsystemLandscape \"till\" {\n    include *\n}\n```\n")
        let before = try await engine().answer(SearchQuery("warehouse"), limit: 10)
        #expect(before.hits.isEmpty)
        try folder.write("knowledge/base.dsl", "shop = softwareSystem \"Warehouse\"\n")
        let hits = try await engine().answer(SearchQuery("warehouse"), limit: 10).hits
        let paths = hits.compactMap { if case .entry(let entry) = $0.subject { entry.source.path } else { nil } }
        #expect(paths.contains("knowledge/note.md"))
    }

    @Test func `sees a file that is changed, added, renamed or removed`() async throws {
        #expect(try await titles("outbox").isEmpty)
        try folder.write("knowledge/patterns/saga.md", "# Outbox\n\nA relay.\n")
        #expect(try await titles("outbox") == ["Outbox"])
        #expect(try await titles("saga") == ["Use sagas"])
        try folder.write("knowledge/patterns/new.md", "# Outbox relay\n\nIt polls.\n")
        #expect(try await titles("outbox") == ["Outbox", "Outbox relay"])
        try folder.remove("knowledge/patterns/saga.md")
        #expect(try await titles("outbox") == ["Outbox relay"])
        try folder.write("adr/0002-use-outbox.md", "# 2. Use an outbox\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n")
        #expect(try await titles("outbox") == ["Outbox relay", "Use an outbox"])
    }

    @Test func `sees a change that keeps the size and the time of the file`() async throws {
        let path = folder.path("knowledge/patterns/saga.md")
        let old = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try await titles("saga") == ["Saga", "Use sagas"])
        try folder.write("knowledge/patterns/saga.md", "# Nada\n\nLocal transactions with compensation.\n")
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try await titles("nada") == ["Nada"])
    }

    @Test func `writes the cache anew when many files have changed`() async throws {
        _ = try await titles("saga")
        for number in 0..<20 {
            try folder.write("knowledge/patterns/n\(number).md", "# Outbox \(number)\n\nA relay.\n")
        }
        let before = try folder.bytes(Self.index)
        #expect(try await engine().answer(SearchQuery("outbox"), limit: 3).total == 20)
        #expect(try folder.bytes(Self.index) != before)
        #expect(try await titles("caching") == ["Caching"])
    }

    @Test func `takes a new vocabulary into account at once`() async throws {
        #expect(try await titles("сага").isEmpty)
        try folder.write("knowledge/vocabulary.yml", "concepts:\n  - id: saga\n    label: {en: Saga, ru: Сага}\n")
        #expect(try await titles("сага") == ["Saga", "Use sagas"])
    }

    @Test(arguments: 0..<200)
    func `gives the same answer from a damaged cache`(seed: UInt64) async throws {
        _ = try await titles("saga")
        var bytes = try folder.bytes(Self.index)
        var random = SeededRandom(seed: seed)
        if seed.isMultiple(of: 4) {
            bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        } else {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] ^= UInt8.random(in: 1...255, using: &random)
        }
        try folder.write(Self.index, bytes)
        let workspace = try OpenWorkspace(root: folder.path)
        let engine = await workspace.searchEngine(version: "test", environment: [:])
        let query = SearchQuery("saga")
        if let answer = try? engine.answer(query, limit: 10) {
            #expect(titles(answer) == ["Saga", "Use sagas"])
        } else {
            let whole = await workspace.rebuiltSearchEngine(version: "test", environment: [:])
            #expect(titles(try whole.answer(query, limit: 10)) == ["Saga", "Use sagas"])
        }
    }

    @Test func `passes over what a killed command has left half written`() async throws {
        _ = try await titles("saga")
        let whole = try folder.bytes(Self.index)
        for length in stride(from: 0, to: whole.count, by: whole.count / 7) {
            try folder.write("\(Self.index).new", Array(whole.prefix(length)))
            try folder.write("knowledge/patterns/more-\(length).md", "# More sagas \(length)\n")
            #expect(try await titles("saga").first == "Saga")
        }
    }

    @Test func `uses the reader's own cache folder where the workspace cannot be written`() async throws {
        // A file where the folder would have to be stops even those whom permissions do not.
        try folder.write(".archbook", "")
        let environment = ["XDG_CACHE_HOME": folder.path("own")]
        #expect(titles(try await engine(environment).answer(SearchQuery("saga"), limit: 9)) == ["Saga", "Use sagas"])
        #expect(try folder.tree().contains { $0.hasPrefix("own/archbook/") && $0.hasSuffix("/search.index") })
        #expect(titles(try await engine(environment).answer(SearchQuery("saga"), limit: 9)) == ["Saga", "Use sagas"])
    }

    @Test func `answers without any cache`() async throws {
        try folder.write(".archbook", "")
        #expect(try await titles("saga") == ["Saga", "Use sagas"])
    }
}
