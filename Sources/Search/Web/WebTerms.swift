import Model

/// The words and keys of an index, cut into shards of neighbours, each with where its terms occur.
struct WebTerms {
    private struct Term {
        var name: String
        var documents: [UInt8]
        var positions: [UInt8]
    }

    private struct Shard {
        var terms: Range<Int>
        /// What is asked for here, but stands elsewhere: a stem and its words in other shards.
        var strangers: [String] = []
        /// The concepts that have a name whose first stem belongs here.
        var namings: [String] = []
    }

    private let terms: [Term]
    private var shardTable: [Shard] = []

    /// The sizes in bytes beyond which a shard is ended.
    private static let (documentBytes, positionBytes) = (3000, 6000)

    init(_ segment: IndexSegment) throws(IndexDamage) {
        var terms: [Term] = []
        try segment.forEachTerm { (key, postings) throws(IndexDamage) in
            guard let name = Self.name(of: key) else { return }
            let (documents, positions) = try WebPostings.encoded(postings, of: key, in: segment)
            terms.append(Term(name: name, documents: documents, positions: positions))
        }
        // JavaScript compares texts so.
        self.terms = terms.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
        cut()
        try addStrangers(segment)
    }

    /// The key as browsers know it: tags begin with `#`, hosts with `@`, kinds with `~` and languages with `=`.
    ///
    /// No word begins with one of these. Blanks and signs of JSON are percent-encoded.
    private static func name(of key: [UInt8]) -> String? {
        guard let first = key.first else { return nil }
        if TermKey.isWord(key) { return WebNames.safe(key[...]) }
        switch first {
        case 2: return "#" + WebNames.safe(key.dropFirst())
        case 3: return "@" + WebNames.safe(key.dropFirst())
        case 4: return "~" + WebNames.safe(key.dropFirst())
        case 5: return "=" + WebNames.safe(key.dropFirst())
        default: return nil
        }
    }

    private mutating func cut() {
        var start = 0
        var (documents, positions) = (0, 0)
        for (index, term) in terms.enumerated() {
            let isFull = documents + term.documents.count > Self.documentBytes
            if index > start, isFull || positions + term.positions.count > Self.positionBytes {
                shardTable.append(Shard(terms: start..<index))
                (start, documents, positions) = (index, 0, 0)
            }
            documents += term.documents.count + 6
            positions += term.positions.count
        }
        if start < terms.count { shardTable.append(Shard(terms: start..<terms.count)) }
    }

    /// The shard in which a key stands, or would stand.
    private func shard(of name: String) -> Int {
        var (low, high) = (0, shardTable.count)
        while low < high {
            let middle = (low + high) / 2
            let first = terms[shardTable[middle].terms.lowerBound].name
            if name.utf16.lexicographicallyPrecedes(first.utf16) { high = middle } else { low = middle + 1 }
        }
        return max(low - 1, 0)
    }

    private mutating func addStrangers(_ segment: IndexSegment) throws(IndexDamage) {
        guard !shardTable.isEmpty else { return }
        let stemmer = Stemmer()
        var words: [String: [String]] = [:]
        for term in terms where Self.isWord(term.name) {
            let stem = stemmer.stem(Array(term.name.utf8)).text
            if shard(of: stem) != shard(of: term.name) { words[stem, default: []].append(term.name) }
        }
        for (stem, words) in words.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            shardTable[shard(of: stem)].strangers.append("\(stem):\(words.joined(separator: ","))")
        }
    }

    /// Adds, where the first stem of each name belongs, which concept it names.
    mutating func add(_ namings: [WebConcepts.Naming]) {
        guard !shardTable.isEmpty else { return }
        for naming in namings {
            let text = "\(naming.concept):\(naming.stems.joined(separator: ","))"
            let place = shard(of: naming.stems[0])
            if !shardTable[place].namings.contains(text) { shardTable[place].namings.append(text) }
        }
    }

    private static func isWord(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return !"#@~=".utf8.contains(first)
    }

    /// All words, in their order.
    var words: [String] { terms.map(\.name).filter(Self.isWord) }

    /// The first key of each shard.
    var firstKeys: [UInt8] { WebDigits.frontCoded(shardTable.map { terms[$0.terms.lowerBound].name }) }

    /// A shard for where terms occur, and one for the places of their words, for each stretch of terms.
    func shards() -> [WebShard] {
        shardTable.enumerated().flatMap { number, shard -> [WebShard] in
            let terms = terms[shard.terms]
            let content: JSONValue = [
                .string(WebDigits.frontCoded(terms.map(\.name)).text),
                .string(terms.map(\.documents.text).joined(separator: " ")),
                .string(shard.strangers.joined(separator: " ")),
                .string(shard.namings.joined(separator: " ")),
            ]
            let positions = terms.map(\.positions.text).joined(separator: " ")
            return [WebShard("t\(number)", content), WebShard("p\(number)", .string(positions))]
        }
    }
}

/// Names that need no escaping where they stand in lists.
enum WebNames {
    static func safe(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in bytes {
            if byte <= .space || byte == 0x7F || reserved.contains(byte) {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                output.append(byte)
            }
        }
        return output.text
    }

    private static let reserved = Array("%\"\\,:<".utf8)
}

/// Where a term occurs, as a browser reads it.
enum WebPostings {
    /// The list of documents, and that of positions, which only queries of several words need.
    ///
    /// A document is the difference to the one before; then come, for each field, the number of occurrences, whether
    /// another field follows, and the field in one number, and the length of the field in words. Of a tag there is only
    /// the length of the field of names; other keys have the documents alone.
    static func encoded(
        _ postings: PostingBytes, of key: [UInt8], in segment: IndexSegment
    ) throws(IndexDamage) -> (documents: [UInt8], positions: [UInt8]) {
        var documents: [UInt8] = []
        var (previous, counts) = (-1, FieldCounts())
        func endDocument() {
            guard previous >= 0 else { return }
            if key.first == 2 {
                WebDigits.append(segment.length(Int(SearchField.alias.rawValue), of: previous), to: &documents)
            } else if TermKey.isWord(key) {
                append(counts, of: previous, segment, to: &documents)
            }
            counts = FieldCounts()
        }
        try postings.forEachField(below: segment.documentCount, where: { _ in true }) { document, field, count in
            if document != previous {
                endDocument()
                WebDigits.append(document - previous, to: &documents)
                previous = document
            }
            counts[field] = count
        }
        endDocument()
        return (documents, try positions(postings, in: segment))
    }

    private static func positions(
        _ postings: PostingBytes, in segment: IndexSegment
    ) throws(IndexDamage) -> [UInt8] {
        var positions: [UInt8] = []
        guard !postings.positions.isEmpty else { return positions }
        var last = (document: -1, field: -1, position: 0)
        try postings.forEachPosition(below: segment.documentCount, where: { _ in true }) { document, field, position in
            if document != last.document || field != last.field { last = (document, field, 0) }
            WebDigits.append(position - last.position, to: &positions)
            last.position = position
        }
        return positions
    }

    /// Adds what a document has in each field.
    static func append(
        _ counts: FieldCounts, of document: Int, _ segment: IndexSegment, to bytes: inout [UInt8]
    ) {
        let fields = (0..<6).filter { counts[$0] > 0 }
        for field in fields {
            let more = field == fields.last ? 0 : 8
            WebDigits.append(counts[field] << 4 | more | field, to: &bytes)
            WebDigits.append(segment.length(field, of: document), to: &bytes)
        }
    }
}
