/// A 64-bit hash that is the same on every machine and in every run: FNV-1a, by Fowler, Noll and Vo.
///
/// It names things; it does not protect them.
package struct StableHash: Sendable {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    /// The hash of one text.
    package init(_ text: String) {
        combine(text)
    }

    /// Adds a text and its length, so that "ab" and "c" differ from "a" and "bc".
    package mutating func combine(_ text: String) { combine(text.utf8) }

    /// Adds bytes and their number.
    package mutating func combine(_ bytes: some Sequence<UInt8>) {
        var count = 0
        for byte in bytes {
            add(byte)
            count += 1
        }
        combine(count)
    }

    /// Adds a number.
    package mutating func combine(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// The hash as lower-case letters and digits that cannot be confused (Crockford's base 32), `length` of 13 at most.
    package func name(length: Int = 10) -> String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        let digits = (0..<min(length, 13)).map { position in
            alphabet[Int(truncatingIfNeeded: value >> (UInt64(position) * 5)) & 31]
        }
        return digits.text
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
