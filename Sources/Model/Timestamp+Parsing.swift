extension Timestamp {
    /// Reads the form of RFC 3339, section 5.6: `2026-01-11T19:42:07+03:00`, a fraction and `Z` included.
    ///
    /// A fraction is kept to the millisecond. A leap second counts as the first second of the next minute.
    package init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Day(iso: bytes[..<10].text) else { return nil }
        guard bytes[10].lowercased == UInt8(ascii: "t") else { return nil }
        guard let hour = Timestamp.number(bytes[11...12], below: 24), bytes[13] == UInt8(ascii: ":") else { return nil }
        guard let minute = Timestamp.number(bytes[14...15], below: 60), bytes[16] == UInt8(ascii: ":") else {
            return nil
        }
        guard let second = Timestamp.number(bytes[17...18], below: 61) else { return nil }

        var rest = bytes[19...]
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
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.count == 1 { return bytes.first?.lowercased == UInt8(ascii: "z") ? 0 : nil }
        let zone = Array(bytes)
        guard zone.count == 6, zone[3] == UInt8(ascii: ":") else { return nil }
        guard let hours = number(zone[1...2], below: 24), let minutes = number(zone[4...5], below: 60) else {
            return nil
        }
        switch zone[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        guard digits.allSatisfy(\.isDigit), let value = Int(digits.text), value < limit else { return nil }
        return value
    }
}
