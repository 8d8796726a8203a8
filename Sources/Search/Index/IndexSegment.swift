package import Model

/// An index to read from: it takes from its bytes only what a search needs, and checks each piece.
package final class IndexSegment: Sendable {
    let bytes: IndexBytes
    /// The size of the whole index in bytes.
    package var size: Int { bytes.count }
    let header: IndexHeader
    package let units: [UnitRow]
    /// Where the block of each unit lies.
    private let blocks: [Range<Int>]
    private let rows: [UInt8]
    let blockIndex: BlockIndex

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

    /// The vocabulary that the book was tagged with.
    package func vocabulary() throws(IndexDamage) -> Vocabulary { try codedVocabulary().vocabulary() }

    func codedVocabulary() throws(IndexDamage) -> CodedVocabulary {
        try CodedVocabulary(try bytes.readChecked(header[.vocabulary]))
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
        var row = DocumentRow()
        for field in 0..<6 { row[field] = length(field, of: number) }
        return row
    }

    /// The number of the unit that has a document: the first of those that end behind it.
    func unit(of number: Int) -> Int {
        var (low, high) = (0, units.count)
        while low < high {
            let middle = (low + high) / 2
            if units[middle].documents.upperBound > number { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The number of words in a field of a document.
    func length(_ field: Int, of number: Int) -> Int {
        let start = number * DocumentRow.size
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
        let place = unit(of: number)
        guard units.indices.contains(place) else { throw IndexDamage() }
        let unit = units[place]
        var reader = try SubjectReader(try bytes.readChecked(blocks[place])) { load(unit.name, $0) }
        return try reader.subject(number - unit.documents.lowerBound)
    }

    /// The entries and passages of documents in their order; each block and each source is read once.
    func subjects(
        _ numbers: [Int],
        load: @escaping (_ path: String, _ range: Range<Int>) -> [UInt8]?
    ) throws(IndexDamage) -> [SearchSubject] {
        var subjects: [SearchSubject] = []
        subjects.reserveCapacity(numbers.count)
        var latest: (unit: Int, reader: SubjectReader)?
        for number in numbers {
            let place = unit(of: number)
            guard units.indices.contains(place) else { throw IndexDamage() }
            if latest?.unit != place {
                let source = units[place].files.first.flatMap { load($0.path, 0..<max($0.size, 0)) } ?? []
                let block = try bytes.readChecked(blocks[place])
                let reader = try SubjectReader(block) { range in
                    range.lowerBound >= 0 && range.upperBound <= source.count ? Array(source[range]) : nil
                }
                latest = (place, reader)
            }
            let own = number - units[place].documents.lowerBound
            if let subject = try latest?.reader.subject(own) { subjects.append(subject) }
        }
        return subjects
    }
}
