package import Model
import Synchronization

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
    /// The block of the dictionary that was read last; words that are looked up together stand together.
    let latestBlock = Mutex<(block: Int, terms: [(key: [UInt8], place: TermPlace)])>((-1, []))

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
        var reader = try SubjectReader(try bytes.readChecked(blocks[row.unit])) { load(path, $0) }
        return try reader.subject(at: row.record)
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
            let row = document(number)
            guard units.indices.contains(row.unit) else { throw IndexDamage() }
            if latest?.unit != row.unit {
                let source = units[row.unit].files.first.flatMap { load($0.path, 0..<max($0.size, 0)) } ?? []
                let block = try bytes.readChecked(blocks[row.unit])
                let reader = try SubjectReader(block) { range in
                    range.lowerBound >= 0 && range.upperBound <= source.count ? Array(source[range]) : nil
                }
                latest = (row.unit, reader)
            }
            if let subject = try latest?.reader.subject(at: row.record) { subjects.append(subject) }
        }
        return subjects
    }
}
