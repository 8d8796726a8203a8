/// Valid UTF-8 read character by character from any offset, in either direction.
struct LegacyText {
    /// The text itself.
    let bytes: [UInt8]

    /// The character that starts at an offset, and where the next one starts; nil at the end.
    @inline(__always)
    func character(at offset: Int) -> (scalar: UInt32, end: Int)? {
        guard offset < bytes.count else { return nil }
        let lead = bytes[offset]
        if lead < 0x80 { return (UInt32(lead), offset + 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard offset + length <= bytes.count else { return nil }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for index in offset + 1..<offset + length {
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
        }
        return (scalar, offset + length)
    }

    /// The character that ends at an offset, and where it starts; nil at the beginning.
    func character(before offset: Int) -> (scalar: UInt32, start: Int)? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard let (scalar, _) = character(at: start) else { return nil }
        return (scalar, start)
    }
}
