import Model

/// Numbers and texts as bytes: the alphabet of the index.
extension [UInt8] {
    /// Adds a number that is not negative in groups of seven bits, the lowest first (LEB128).
    mutating func append(varint value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    mutating func append(fixed32 value: UInt32) {
        for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func append(fixed64 value: UInt64) {
        append(fixed32: UInt32(truncatingIfNeeded: value))
        append(fixed32: UInt32(truncatingIfNeeded: value >> 32))
    }

    /// Adds the number of the bytes, and the bytes.
    mutating func append(counted bytes: some Collection<UInt8>) {
        append(varint: bytes.count)
        append(contentsOf: bytes)
    }

    mutating func append(text: String) { append(counted: text.utf8) }

    /// Adds the checksum of all bytes so far.
    mutating func appendChecksum() { append(fixed32: Checksum.of(self)) }
}

extension [UInt8] {
    /// The number that `append(fixed32:)` has written at a place.
    func fixed32(at place: Int) -> UInt32 {
        let (low, high) = (UInt32(self[place]) | UInt32(self[place + 1]) << 8, UInt32(self[place + 2]))
        return low | high << 16 | UInt32(self[place + 3]) << 24
    }
}

/// Reads what `[UInt8].append` has written.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var index: Int
    private let end: Int

    init(_ bytes: [UInt8], from index: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.index = index
        self.end = end ?? bytes.count
    }

    var isAtEnd: Bool { index >= end }

    mutating func byte() throws(IndexDamage) -> UInt8 {
        guard index < end else { throw IndexDamage() }
        index += 1
        return bytes[index - 1]
    }

    mutating func varint() throws(IndexDamage) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int(truncatingIfNeeded: value) }
            shift += 7
            guard shift < 64 else { throw IndexDamage() }
        }
    }

    /// A number of things that each take a byte at least.
    mutating func count() throws(IndexDamage) -> Int {
        let value = try varint()
        guard value >= 0, value <= end - index else { throw IndexDamage() }
        return value
    }

    mutating func fixed32() throws(IndexDamage) -> UInt32 {
        guard index + 4 <= end else { throw IndexDamage() }
        index += 4
        return bytes.fixed32(at: index - 4)
    }

    mutating func fixed64() throws(IndexDamage) -> UInt64 {
        let low = UInt64(try fixed32())
        return UInt64(try fixed32()) << 32 | low
    }

    mutating func counted() throws(IndexDamage) -> ArraySlice<UInt8> { try self.bytes(try count()) }

    mutating func bytes(_ count: Int) throws(IndexDamage) -> ArraySlice<UInt8> {
        guard count >= 0, count <= end - index else { throw IndexDamage() }
        index += count
        return bytes[index - count..<index]
    }

    mutating func text() throws(IndexDamage) -> String { try counted().text }
}
