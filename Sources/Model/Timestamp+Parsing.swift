extension Timestamp {
    /// Reads the form of RFC 3339, section 5.6: `2026-01-11T19:42:07+03:00`, a fraction and `Z` included.
    ///
    /// A fraction is kept to the millisecond. A leap second counts as the first second of the next minute.
    package init?(rfc3339 text: some StringProtocol) { self.init(rfc3339: Array(text.utf8)[...]) }

    /// Reads the same form from bytes; a log of many lines is read so.
    package init?(rfc3339 bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 20 else { return nil }
        let start = bytes.startIndex
        func number(_ offset: Int, below limit: Int, then separator: UInt8? = nil) -> Int? {
            if let separator, bytes[start + offset + 2] != separator { return nil }
            return Timestamp.number(bytes[(start + offset)...(start + offset + 1)], below: limit)
        }
        let colon = UInt8(ascii: ":")
        guard let day = Day(iso: bytes[start..<(start + 10)]), bytes[start + 10].lowercased == UInt8(ascii: "t"),
            let hour = number(11, below: 24, then: colon), let minute = number(14, below: 60, then: colon),
            let second = number(17, below: 61)
        else { return nil }

        var rest = bytes[(start + 19)...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard !digits.isEmpty else { return nil }
            let padded = Array(digits.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: 3)
            fraction = Timestamp.number(padded[..<3], below: 1000) ?? 0
            rest = rest[digits.endIndex...]
        }
        guard let offset = Timestamp.offset(rest) else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        self.init(milliseconds: seconds * 1000 + fraction, offsetMinutes: offset)
    }

    /// The moment without its fraction of a second, as the RFC 3339 form keeps it.
    package var wholeSeconds: Timestamp {
        Timestamp(milliseconds: milliseconds.dividedDown(by: 1000) * 1000, offsetMinutes: offsetMinutes)
    }

    /// The minutes of `Z`, `+03:00` or `-05:30`.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        if zone.count == 1 { return zone.first?.lowercased == UInt8(ascii: "z") ? 0 : nil }
        let start = zone.startIndex
        guard zone.count == 6, zone[start + 3] == UInt8(ascii: ":") else { return nil }
        guard let hours = number(zone[(start + 1)...(start + 2)], below: 24),
            let minutes = number(zone[(start + 4)...(start + 5)], below: 60)
        else { return nil }
        switch zone[start] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        var value = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value < limit ? value : nil
    }
}
