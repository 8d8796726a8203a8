/// Where the bytes of an index are: in memory, or in a file that is read piece by piece.
package struct IndexBytes: Sendable {
    /// The number of bytes.
    package let count: Int
    private let readRange: @Sendable (Range<Int>) -> [UInt8]?

    /// Bytes that are read on demand; `read` gives nil for what cannot be read.
    package init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
        self.count = count
        readRange = read
    }

    /// Bytes in memory.
    package init(_ bytes: [UInt8]) {
        count = bytes.count
        readRange = { Array(bytes[$0]) }
    }

    /// Some of the bytes.
    func read(_ range: Range<Int>) throws(IndexDamage) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= count, let bytes = readRange(range),
            bytes.count == range.count
        else { throw IndexDamage() }
        return bytes
    }

    /// Some of the bytes, of which the last four are the checksum of the others.
    func readChecked(_ range: Range<Int>) throws(IndexDamage) -> [UInt8] {
        var bytes = try read(range)
        guard bytes.count >= 4 else { throw IndexDamage() }
        let checksum = bytes.fixed32(at: bytes.count - 4)
        bytes.removeLast(4)
        guard checksum == Checksum.of(bytes) else { throw IndexDamage() }
        return bytes
    }
}

/// The bytes of an index are not what was written; the book has to be read again.
package struct IndexDamage: Error {}

/// A checksum that tells damaged bytes: a multiplicative hash over words of eight bytes.
enum Checksum {
    static func of(_ bytes: [UInt8], _ range: Range<Int>? = nil) -> UInt32 {
        let hash = wide(bytes, range)
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The same in 64 bits, for contents of files.
    static func wide(_ bytes: [UInt8], _ range: Range<Int>? = nil) -> UInt64 {
        let span = bytes.span.extracting(range ?? bytes.indices)
        let raw = unsafe span.bytes
        var (first, second): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, UInt64(raw.byteCount))
        var index = 0
        while index + 16 <= raw.byteCount {
            let one = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let two = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            first = mix(first ^ UInt64(littleEndian: one))
            second = mix(second ^ UInt64(littleEndian: two))
            index += 16
        }
        for place in index..<span.count { first = mix(first ^ UInt64(span[place])) }
        return mix(first ^ mix(second))
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0xBF58_476D_1CE4_E5B9
        return product ^ (product >> 29)
    }
}
