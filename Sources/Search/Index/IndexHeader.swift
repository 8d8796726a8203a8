import Model

/// The first bytes of an index: what it is, what it was made for, and where its sections lie.
struct IndexHeader: Equatable {
    /// What the index was made for; one with another fingerprint is of no use.
    var fingerprint: UInt64
    /// When the file that holds the index was begun, in nanoseconds since 1970, by the clock of its file system.
    var startedAt: Int
    var documentCount: Int
    /// The number of words of all documents in each field.
    var lengths: [Int]
    var sections: [Range<Int>]

    /// The parts of an index, in their order.
    enum Section: Int, CaseIterable {
        case units, documents, vocabulary, blockIndex, dictionary, postings, blocks
    }

    /// The number that is raised when the format changes.
    static let version: UInt64 = 5
    static let size = 8 * (4 + 1 + 6 + 2 * Section.allCases.count) + 4
    private static let magic: UInt64 = 0x4B42_5843_5241_5845

    subscript(section: Section) -> Range<Int> { sections[section.rawValue] }

    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(fixed64: Self.magic)
        bytes.append(fixed64: Self.version)
        bytes.append(fixed64: fingerprint)
        bytes.append(fixed64: UInt64(bitPattern: Int64(startedAt)))
        bytes.append(fixed64: UInt64(documentCount))
        for length in lengths { bytes.append(fixed64: UInt64(length)) }
        for section in sections {
            bytes.append(fixed64: UInt64(section.lowerBound))
            bytes.append(fixed64: UInt64(section.upperBound))
        }
        bytes.appendChecksum()
        return bytes
    }

    init(fingerprint: UInt64, startedAt: Int, documentCount: Int, lengths: [Int], sizes: [Int]) {
        self.fingerprint = fingerprint
        self.startedAt = startedAt
        self.documentCount = documentCount
        self.lengths = lengths
        var start = Self.size
        sections = sizes.map { size in
            defer { start += size }
            return start..<start + size
        }
    }

    /// Reads the header of an index, which must be whole, of this version, and as long as it says.
    init(_ bytes: IndexBytes) throws(IndexDamage) {
        guard bytes.count >= Self.size else { throw IndexDamage() }
        var reader = ByteReader(try bytes.readChecked(0..<Self.size))
        guard try reader.fixed64() == Self.magic, try reader.fixed64() == Self.version else { throw IndexDamage() }
        fingerprint = try reader.fixed64()
        startedAt = Int(Int64(bitPattern: try reader.fixed64()))
        documentCount = try Self.number(&reader, atMost: bytes.count)
        lengths = []
        for _ in 0..<6 { lengths.append(try Self.number(&reader, atMost: .max)) }
        sections = []
        var end = Self.size
        for _ in Section.allCases {
            let lower = try Self.number(&reader, atMost: bytes.count)
            let upper = try Self.number(&reader, atMost: bytes.count)
            guard lower == end, upper >= lower else { throw IndexDamage() }
            sections.append(lower..<upper)
            end = upper
        }
        guard end == bytes.count else { throw IndexDamage() }
    }

    private static func number(_ reader: inout ByteReader, atMost limit: Int) throws(IndexDamage) -> Int {
        let value = try reader.fixed64()
        guard value <= UInt64(limit) else { throw IndexDamage() }
        return Int(value)
    }
}
