/// Where a term occurs, as bytes.
///
/// The list of documents has for each the difference to the one before, and for each field that holds the term a byte:
/// the field in three bits, whether another follows in one, and in four the number of occurrences, of which what goes
/// beyond 14 follows. A key without positions has one byte with no occurrence. The list of positions has for each
/// document and field the differences of the positions. The two lists are apart, so that most searches never read the
/// second.
enum Postings {
    private static let more: UInt8 = 8
    private static let largest = 15

    /// Adds one document; the occurrences are sorted by field and position.
    static func append(
        _ occurrences: ArraySlice<IndexBuilder.Occurrence>,
        document: Int,
        to entries: inout IndexBuilder.TermEntries
    ) {
        entries.count += 1
        entries.documents.append(varint: document - entries.lastDocument)
        entries.lastDocument = document
        guard !occurrences.isEmpty else { return entries.documents.append(0) }
        var index = occurrences.startIndex
        while index < occurrences.endIndex {
            let field = occurrences[index].field
            var end = index
            var previous = 0
            while end < occurrences.endIndex, occurrences[end].field == field {
                entries.positions.append(varint: occurrences[end].position - previous)
                previous = occurrences[end].position
                end += 1
            }
            let count = min(end - index, largest)
            let isLast = end == occurrences.endIndex
            entries.documents.append(UInt8(field) | (isLast ? 0 : more) | UInt8(count) << 4)
            if count == largest { entries.documents.append(varint: end - index - largest) }
            index = end
        }
    }

    /// Adds a whole list, with the numbers of its documents raised.
    static func append(
        _ other: IndexBuilder.TermEntries,
        movedBy offset: Int,
        to entries: inout IndexBuilder.TermEntries
    ) {
        var index = 0
        var first = 0
        var shift = 0
        while index < other.documents.count {
            let byte = other.documents[index]
            first |= Int(byte & 0x7F) << shift
            shift += 7
            index += 1
            if byte < 0x80 { break }
        }
        guard index > 0 else { return }
        entries.count += other.count
        entries.documents.append(varint: first - 1 + offset - entries.lastDocument)
        entries.documents += other.documents[index...]
        entries.positions += other.positions
        entries.lastDocument = other.lastDocument + offset
    }
}

/// The postings of one term as they are read from an index.
struct PostingBytes {
    /// The number of documents.
    var count: Int
    var documents: ArraySlice<UInt8>
    var positions: ArraySlice<UInt8>
}

/// Goes through the postings of one term.
struct PostingCursor {
    /// What a term has in one document.
    struct Posting {
        var document: Int
        /// The number of occurrences in each field.
        var counts: FieldCounts
    }

    private let bytes: PostingBytes
    private var index: Int
    private var positionIndex: Int
    /// The occurrences whose positions have been passed over but not read yet.
    private var skipped = 0
    private var current = Posting(document: -1, counts: FieldCounts())

    init(_ bytes: PostingBytes) {
        self.bytes = bytes
        index = bytes.documents.startIndex
        positionIndex = bytes.positions.startIndex
    }

    /// The next document, or nil at the end.
    mutating func next() throws(IndexDamage) -> Posting? {
        guard index < bytes.documents.endIndex else { return nil }
        skipped += current.counts.total
        current.document += try varint()
        current.counts = FieldCounts()
        while true {
            guard index < bytes.documents.endIndex else { throw IndexDamage() }
            let byte = bytes.documents[index]
            index += 1
            var count = Int(byte >> 4)
            if count == 15 { count += try varint() }
            guard byte & 7 < 6 else { throw IndexDamage() }
            current.counts[Int(byte & 7)] = count
            if byte & 8 == 0 { return current }
        }
    }

    /// Gives every position of the document that `next` has returned, by field.
    mutating func forEachPosition(_ body: (_ field: Int, _ position: Int) -> Void) throws(IndexDamage) {
        while skipped > 0 {
            _ = try positionVarint()
            skipped -= 1
        }
        for field in 0..<6 {
            var position = 0
            for _ in 0..<current.counts[field] {
                position += try positionVarint()
                body(field, position)
            }
        }
        current.counts = FieldCounts()
    }

    private mutating func varint() throws(IndexDamage) -> Int {
        try Self.varint(bytes.documents, &index)
    }

    private mutating func positionVarint() throws(IndexDamage) -> Int {
        try Self.varint(bytes.positions, &positionIndex)
    }

    private static func varint(_ bytes: ArraySlice<UInt8>, _ index: inout Int) throws(IndexDamage) -> Int {
        var value = 0
        var shift = 0
        while index < bytes.endIndex, shift < 56 {
            let byte = bytes[index]
            index += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw IndexDamage()
    }
}

/// A number for each field.
struct FieldCounts: Equatable {
    private var values: [6 of Int32] = .init(repeating: 0)

    init() {}

    var total: Int { (0..<6).reduce(0) { $0 + Int(values[$1]) } }

    subscript(field: Int) -> Int {
        get { Int(values[field]) }
        set { values[field] = Int32(truncatingIfNeeded: newValue) }
    }

    static func == (left: FieldCounts, right: FieldCounts) -> Bool {
        (0..<6).allSatisfy { left[$0] == right[$0] }
    }
}
