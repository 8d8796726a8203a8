package import Model

/// The name of an event of the review log; the ones made here are ULIDs.
package struct EventID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A new name, as the ULID specification (github.com/ulid/spec) has it: 48 bits of time and 80 of chance in
    /// Crockford's base 32, so that the order of the names is that of the moments, to the millisecond.
    ///
    /// - Parameters:
    ///   - random: gives 64 random bits.
    ///   - previous: a name given before; within one millisecond the new name is the one that follows it.
    package init(at moment: Timestamp, random: () -> UInt64, after previous: EventID? = nil) {
        let milliseconds = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        let time = EventID.digits(milliseconds, count: 10)
        if let previous, previous.rawValue.utf8.starts(with: time) {
            rawValue = EventID.incremented(Array(previous.rawValue.utf8)).text
        } else {
            rawValue = (time + EventID.digits(random(), count: 8) + EventID.digits(random(), count: 8)).text
        }
    }

    package var description: String { rawValue }

    package static func < (left: EventID, right: EventID) -> Bool { left.rawValue < right.rawValue }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The last digits of a number in base 32, five bits each.
    private static func digits(_ number: UInt64, count: Int) -> [UInt8] {
        (0..<count).reversed().map { place in alphabet[Int(truncatingIfNeeded: number >> UInt64(place * 5)) & 31] }
    }

    private static func incremented(_ name: [UInt8]) -> [UInt8] {
        var name = name
        for place in name.indices.reversed() {
            let digit = alphabet.firstIndex(of: name[place]).map { $0 + 1 } ?? 0
            name[place] = alphabet[digit % 32]
            if digit < 32 { break }
        }
        return name
    }
}
