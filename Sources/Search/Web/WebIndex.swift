package import Model

/// The index of a book for browsers: the one of the terminal, cut into small scripts of which a query needs a few.
///
/// Scripts rather than data, because a page opened from disk may load no other files. `docs/search.md` tells the format.
/// Documents are numbered in the order that decides between equals, so that a browser needs no paths.
package struct WebIndex {
    private let segments: SegmentSet
    private let segment: IndexSegment
    private let vocabulary: Vocabulary
    private let results: [WebResult]
    private let records: [WebRecord]

    /// - Parameters:
    ///   - units: What the terminal would search, one for each place that is read as a whole.
    ///   - result: What is shown of an entry or a passage.
    ///   - records: What numbers lead to.
    /// - Throws: never for an index that was just made; the reader of indexes cannot know that.
    package init(
        _ units: [SearchUnit],
        vocabulary: Vocabulary,
        records: [WebRecord],
        result: (SearchSubject) -> WebResult
    ) throws(IndexDamage) {
        let units = units.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var builder = IndexBuilder(keepsSubjects: false)
        for unit in units { builder.add(unit) }
        let bytes = builder.encoded(vocabulary: Vocabulary(), fingerprint: 0, startedAt: 0)
        segment = try IndexSegment(IndexBytes(bytes))
        var set = SegmentSet()
        set.add(segment)
        segments = set
        self.vocabulary = vocabulary
        self.records = records
        results = units.flatMap { unit in
            unit.entries.map { result(.entry($0)) } + unit.passages.map { result(.passage($0)) }
        }
    }

    /// All files, the one that names the others first.
    ///
    /// - Throws: never for an index that was just made.
    package func shards() throws(IndexDamage) -> [WebShard] {
        var terms = try WebTerms(segment)
        let concepts = try WebConcepts(vocabulary, segments)
        terms.add(concepts.namings)
        let documents = documentShards()
        var shards = terms.shards() + concepts.shards + documents.shards + letterShards(terms.words)
        shards.append(recordShard())
        var hash = StableHash()
        for shard in shards { hash.combine("\(shard.name) \(Checksum.wide(shard.bytes))") }
        let head: JSONValue = [
            "version": .string(hash.name(length: 8)),
            "count": .int(segments.documentCount),
            "lengths": .array(segments.lengths.map { .int($0) }),
            "terms": .string(terms.firstKeys.text),
            "letters": .array(Set(terms.words.map(\.unicodeScalars.count)).sorted().map { .int($0) }),
            "documents": .array(documents.starts.map { .int($0) }),
        ]
        return [WebShard("index", head)] + shards
    }

    /// The size in bytes beyond which a shard of documents is ended: ten results should not cost more than they show.
    private static let documentShardSize = 1200

    private func documentShards() -> (shards: [WebShard], starts: [Int]) {
        var shards: [WebShard] = []
        var starts: [Int] = []
        var rows: [JSONValue] = []
        var size = 0
        for (number, result) in results.enumerated() {
            let row: JSONValue = [
                .string(result.title), .string(result.page), .string(result.kind), .string(result.place),
                .string(result.excerpt), .string(result.language),
            ]
            if rows.isEmpty { starts.append(number) }
            rows.append(row)
            size += row.line.count
            if size > Self.documentShardSize || number == results.count - 1 {
                shards.append(WebShard("d\(shards.count)", .array(rows)))
                (rows, size) = ([], 0)
            }
        }
        return (shards, starts)
    }

    /// All words by the number of their letters, for typing errors: only lengths near the typed one are looked through.
    private func letterShards(_ words: [String]) -> [WebShard] {
        let groups = Dictionary(grouping: words) { $0.unicodeScalars.count }
        return groups.sorted { $0.key < $1.key }.map { count, words in
            WebShard("l\(count)", .string(WebDigits.frontCoded(words).text))
        }
    }

    private func recordShard() -> WebShard {
        let rows = records.map { record -> JSONValue in
            [.int(record.number), .string(record.name), .string(record.title), .string(record.page)]
        }
        return WebShard("numbers", .array(rows))
    }
}
