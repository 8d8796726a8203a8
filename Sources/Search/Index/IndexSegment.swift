package import Model

/// An index to read from: it takes from its bytes only what a search needs, and checks each piece.
package struct IndexSegment: Sendable {
    private let bytes: IndexBytes
    /// The size of the whole index in bytes.
    package var size: Int { bytes.count }
    private let header: IndexHeader
    package let units: [UnitRow]
    /// Where the block of each unit lies.
    private let blocks: [Range<Int>]
    private let rows: [UInt8]
    private let blockIndex: BlockIndex

    /// Opens an index.
    ///
    /// - Throws: `IndexDamage` when it is not whole or of another version.
    package init(_ bytes: IndexBytes) throws(IndexDamage) {
        self.bytes = bytes
        header = try IndexHeader(bytes)
        (units, blocks) = try Self.units(try bytes.readChecked(header[.units]), blocks: header[.blocks])
        rows = try bytes.readChecked(header[.documents])
        blockIndex = try BlockIndex(try bytes.readChecked(header[.blockIndex]))
        guard rows.count == header.documentCount * DocumentRow.size,
            units.last?.documents.upperBound ?? 0 == header.documentCount
        else { throw IndexDamage() }
    }

    package var fingerprint: UInt64 { header.fingerprint }
    /// When the reading of the sources began, in nanoseconds since 1970.
    package var startedAt: Int { header.startedAt }
    package var documentCount: Int { header.documentCount }
    /// The number of words of all documents in each field.
    var lengths: [Int] { header.lengths }

    /// The vocabulary that the book was tagged with, without its rules.
    package func vocabulary() throws(IndexDamage) -> Vocabulary {
        try VocabularyCoding.decode(try bytes.readChecked(header[.vocabulary]))
    }

    /// The same index with other stamps of its files, for contents that turned out to be the same.
    package func encoded(with units: [UnitRow], startedAt: Int) throws(IndexDamage) -> [UInt8] {
        var table: [UInt8] = []
        table.append(varint: units.count)
        for (unit, block) in zip(units, blocks) {
            unit.append(to: &table)
            table.append(varint: block.count)
        }
        table.appendChecksum()
        var sizes = header.sections.map(\.count)
        sizes[IndexHeader.Section.units.rawValue] = table.count
        let header = IndexHeader(
            fingerprint: fingerprint, startedAt: startedAt, documentCount: documentCount, lengths: lengths,
            sizes: sizes)
        let rest = self.header[.units].upperBound..<bytes.count
        return header.encoded + table + (try bytes.read(rest))
    }

    private static func units(
        _ bytes: [UInt8], blocks: Range<Int>
    ) throws(IndexDamage) -> (units: [UnitRow], blocks: [Range<Int>]) {
        var reader = ByteReader(bytes)
        var (units, places): ([UnitRow], [Range<Int>]) = ([], [])
        var (end, document) = (blocks.lowerBound, 0)
        for _ in 0..<(try reader.count()) {
            let unit = try UnitRow(&reader)
            let size = try reader.varint()
            guard size >= 0, size <= blocks.upperBound - end, unit.documents.lowerBound == document else {
                throw IndexDamage()
            }
            units.append(unit)
            places.append(end..<end + size)
            (end, document) = (end + size, unit.documents.upperBound)
        }
        guard end == blocks.upperBound else { throw IndexDamage() }
        return (units, places)
    }
}

// MARK: - Documents

extension IndexSegment {
    /// The row of a document.
    func document(_ number: Int) -> DocumentRow {
        let start = number * DocumentRow.size
        func number32(_ place: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(rows[start + place + $1]) << ($1 * 8) }
        }
        return DocumentRow(unit: number32(0), record: number32(4), lengths: (0..<6).map { length($0, of: number) })
    }

    func unit(of number: Int) -> Int {
        let start = number * DocumentRow.size
        return (0..<4).reduce(0) { $0 | Int(rows[start + $1]) << ($1 * 8) }
    }

    /// The number of words in a field of a document.
    func length(_ field: Int, of number: Int) -> Int {
        let start = number * DocumentRow.size + 8
        guard field >= 4 else { return Int(rows[start + field]) }
        let place = start + 4 + (field - 4) * 2
        return Int(rows[place]) | Int(rows[place + 1]) << 8
    }

    /// The stored entries and passages of a unit, to be copied into another index.
    func block(ofUnit unit: Int) throws(IndexDamage) -> [UInt8] { try bytes.read(blocks[unit]) }

    /// The entry or passage of a document; `load` gives bytes of a source.
    func subject(
        _ number: Int,
        load: @escaping (_ path: String, _ range: Range<Int>) -> [UInt8]?
    ) throws(IndexDamage) -> SearchSubject {
        let row = document(number)
        guard units.indices.contains(row.unit) else { throw IndexDamage() }
        let path = units[row.unit].name
        return try SubjectReader.read(try bytes.readChecked(blocks[row.unit]), record: row.record) { load(path, $0) }
    }
}

// MARK: - Terms

extension IndexSegment {
    /// Where the postings of a term lie.
    struct TermPlace: Sendable {
        /// The number of documents.
        var count: Int
        fileprivate var documents: Range<Int>
        fileprivate var positions: Range<Int>
    }

    /// The place of a key; nil when no document has it.
    func place(of key: [UInt8]) throws(IndexDamage) -> TermPlace? {
        guard let block = blockIndex.lastBlock(notAfter: key) else { return nil }
        var found: TermPlace?
        try forEachPlace(inBlocks: block..<block + 1) { other, place in
            if other == key { found = place }
            return found == nil && !key.lexicographicallyPrecedes(other)
        }
        return found
    }

    /// Gives every key that begins so, in their order, until `body` returns false.
    func forEachPlace(
        withPrefix prefix: [UInt8],
        _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) {
        let first = blockIndex.lastBlock(notAfter: prefix) ?? 0
        try forEachPlace(inBlocks: first..<blockIndex.count) { key, place in
            if key.starts(with: prefix) { return body(key, place) }
            return key.lexicographicallyPrecedes(prefix)
        }
    }

    /// Gives every word, in their order.
    func forEachWord(_ body: ([UInt8], TermPlace) -> Void) throws(IndexDamage) {
        let first = blockIndex.lastBlock(notAfter: [TermKey.firstOfWords]) ?? 0
        try forEachPlace(inBlocks: first..<blockIndex.count) { key, place in
            if TermKey.isWord(key) { body(key, place) }
            return true
        }
    }

    /// The postings of a term, with or without the positions.
    func postings(_ place: TermPlace, withPositions: Bool) throws(IndexDamage) -> PostingBytes {
        let documents = try bytes.readChecked(place.documents)
        let positions = withPositions && !place.positions.isEmpty ? try bytes.readChecked(place.positions) : []
        return PostingBytes(count: place.count, documents: documents[...], positions: positions[...])
    }

    /// The words whose stem is this.
    func words(ofStem stem: [UInt8]) throws(IndexDamage) -> [[UInt8]] {
        guard let place = try place(of: TermKey.stem(stem)) else { return [] }
        var reader = ByteReader(try bytes.readChecked(place.documents))
        var words: [[UInt8]] = []
        while !reader.isAtEnd { words.append(Array(try reader.counted())) }
        return words
    }

    /// Gives every key with its postings, in their order.
    func forEachTerm(_ body: ([UInt8], PostingBytes) throws(IndexDamage) -> Void) throws(IndexDamage) {
        var terms: [([UInt8], TermPlace)] = []
        try forEachPlace(inBlocks: 0..<blockIndex.count) { key, place in
            terms.append((key, place))
            return true
        }
        for (key, place) in terms { try body(key, try postings(place, withPositions: true)) }
    }

    /// Reads terms of successive blocks, many blocks at a time, until `body` returns false.
    private func forEachPlace(
        inBlocks range: Range<Int>,
        _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) {
        var next = range.lowerBound
        while next < range.upperBound {
            let end = min(next + (next == range.lowerBound ? 2 : 256), range.upperBound)
            let places = blockIndex.place(of: next).lowerBound..<blockIndex.place(of: end - 1).upperBound
            let base = header[.dictionary].lowerBound
            let piece = try bytes.read(places.lowerBound + base..<places.upperBound + base)
            for block in next..<end {
                let place = blockIndex.place(of: block)
                let slice = Array(piece[place.lowerBound - places.lowerBound..<place.upperBound - places.lowerBound])
                guard try readBlock(slice, body) else { return }
            }
            next = end
        }
    }

    private func readBlock(
        _ block: [UInt8], _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) -> Bool {
        guard block.count >= 4 else { throw IndexDamage() }
        var tail = ByteReader(block, from: block.count - 4)
        let content = Array(block.dropLast(4))
        guard try tail.fixed32() == Checksum.of(content) else { throw IndexDamage() }
        var reader = ByteReader(content)
        var start = try reader.varint() + header[.postings].lowerBound
        var key: [UInt8] = []
        while !reader.isAtEnd {
            let shared = try reader.varint()
            guard shared >= 0, shared <= key.count else { throw IndexDamage() }
            key.removeSubrange(shared...)
            key += try reader.counted()
            let count = try reader.varint()
            let (documents, positions) = (try reader.varint(), try reader.varint())
            guard documents >= 0, positions >= 0, documents + positions <= header[.postings].count else {
                throw IndexDamage()
            }
            let middle = start + documents + 4
            let end = positions == 0 ? middle : middle + positions + 4
            guard body(key, TermPlace(count: count, documents: start..<middle, positions: middle..<end)) else {
                return false
            }
            start = end
        }
        return true
    }
}

/// The first key of each block of the dictionary, and the place of the block.
struct BlockIndex: Sendable {
    private let bytes: [UInt8]
    /// The number of blocks.
    let count: Int

    init(_ bytes: [UInt8]) throws(IndexDamage) {
        var reader = ByteReader(bytes)
        count = Int(try reader.fixed32())
        self.bytes = bytes
        guard keys <= bytes.count else { throw IndexDamage() }
        for number in 0...count where number32(4 + number * 4) > bytes.count - keys { throw IndexDamage() }
    }

    /// The last block whose first key is not after this one.
    func lastBlock(notAfter key: [UInt8]) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key.lexicographicallyPrecedes(firstKey(of: middle)) { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    /// Where a block lies in the dictionary.
    func place(of block: Int) -> Range<Int> {
        let table = 4 + (count + 1) * 4
        let start = number32(table + block * 4)
        return start..<max(start, number32(table + block * 4 + 4))
    }

    private var keys: Int { 4 + (count + 1) * 8 }

    private func firstKey(of block: Int) -> ArraySlice<UInt8> {
        let start = number32(4 + block * 4)
        return bytes[keys + start..<keys + max(start, number32(8 + block * 4))]
    }

    private func number32(_ place: Int) -> Int {
        Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16 | Int(bytes[place + 3]) << 24
    }
}
