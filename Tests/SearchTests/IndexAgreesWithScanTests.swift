import Model
import TestSupport
import Testing

@testable import Search

/// The index answers as reading through the whole book does, on ten times a thousand random queries.
struct IndexAgreesWithScanTests {
    @Test(arguments: 1...10)
    func `finds the same in the same order with the same scores`(seed: UInt64) throws {
        var book = GeneratedBook(seed: seed)
        let engines = try Self.engines(&book)
        let scan = ScanningSearch(book.units, GeneratedBook.vocabulary)
        for number in 0..<1000 {
            let text = book.query()
            let query = SearchQuery(text)
            let expected = scan.results(query).map(Self.line)
            // Each query goes to one of the three whole, and to the next of them cut off.
            do {
                let (name, engine, numbers) = engines[number % 3]
                let answer = try engine.answer(query, limit: 10_000)
                let found = answer.hits.map { Self.line($0, numbers) }
                #expect(found == expected, "\(name) index, seed \(seed), query \(text)")
                guard found == expected else { return }
                let few = try engines[(number + 1) % 3].engine.answer(query, limit: 3)
                #expect(few.hits.map { Self.line($0, numbers) } == Array(expected.prefix(3)), "\(name), \(text)")
                #expect(few.total == expected.count)
            }
        }
    }

    /// One engine on a whole index, one on an old index with the changed units beside it, one on the two made one.
    private static func engines(
        _ book: inout GeneratedBook
    ) throws -> [(name: String, engine: SearchEngine, numbers: [String: Int])] {
        let changed = Set(book.units.prefix(3).map(\.name))
        var (whole, old, delta) = (IndexBuilder(), IndexBuilder(), IndexBuilder())
        for unit in book.units {
            whole.add(unit)
            if changed.contains(unit.name) { delta.add(unit) }
        }
        for unit in book.units.dropFirst() { old.add(changed.contains(unit.name) ? book.unit(unit.name) : unit) }
        old.add(book.unit("removed.md"))
        let base = try segment(old)
        var (first, second, third) = (SegmentSet(), SegmentSet(), SegmentSet())
        first.add(try segment(whole))
        second.add(base, without: changed.union(["removed.md"]))
        second.add(try segment(delta))
        try delta.absorb(base) { !changed.contains($0.name) && $0.name != "removed.md" }
        third.add(try segment(delta))
        var numbers: [String: Int] = [:]
        for unit in book.units {
            for subject in unit.entries.map(SearchSubject.entry) + unit.passages.map(SearchSubject.passage) {
                numbers["\(subject.source)"] = numbers.count
            }
        }
        return [("whole", first), ("changed", second), ("merged", third)].map { name, segments in
            (name, SearchEngine(segments, vocabulary: GeneratedBook.vocabulary) { _, _ in nil }, numbers)
        }
    }

    private static func segment(_ builder: IndexBuilder) throws -> IndexSegment {
        let bytes = builder.encoded(vocabulary: GeneratedBook.vocabulary, fingerprint: 1, startedAt: 0)
        return try IndexSegment(IndexBytes(bytes))
    }

    private static func line(_ result: ScanningSearch.Result) -> String {
        let exact = result.isExact ? "exact " : ""
        return "\(result.document): \(exact)\(result.typos) \(result.fields) \(result.forms) \(result.score)"
    }

    private static func line(_ hit: SearchAnswer.Hit, _ numbers: [String: Int]) -> String {
        let exact = hit.rank.isExactTitle ? "exact " : ""
        let number = numbers["\(hit.subject.source)"] ?? -1
        return "\(number): \(exact)\(hit.rank.typos) \(hit.rank.fields) \(hit.rank.forms) \(hit.score)"
    }
}
