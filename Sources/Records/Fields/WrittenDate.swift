package import Model

/// The forms of a date that records have in the wild.
package enum WrittenDate {
    /// Reads a date: `2026-01-12`, `2026/01/12`, `12/01/2026`, `12.01.2026`, `January 12, 2026`, `12-Jan-2026`.
    ///
    /// Of two numbers before the year the first is the day, as old versions of adr-tools wrote it, unless only the
    /// second can be one. Words behind the date are passed over.
    package static func day(_ text: some StringProtocol) -> Day? {
        let words = Substring(text).split { !$0.isLetter && !$0.isNumber }.prefix(4).map(String.init)
        guard words.count >= 3 else { return nil }
        let first = withoutOrdinal(words[0])
        if words[0].count == 4, let year = Int(words[0]) {
            // "2026-01-12T10:00" keeps the hour in the same word as the day.
            let day = words[2].prefix { $0.isNumber }
            return Int(day).flatMap { day in month(words[1]).flatMap { Day(year: year, month: $0, day: day) } }
        }
        guard words[2].count == 4, let year = Int(words[2]) else { return nil }
        if let month = named(words[0]) {
            return withoutOrdinal(words[1]).flatMap { Day(year: year, month: month, day: $0) }
        }
        if let month = named(words[1]) { return first.flatMap { Day(year: year, month: month, day: $0) } }
        guard let first, let second = Int(words[1]) else { return nil }
        return Day(year: year, month: second, day: first) ?? Day(year: year, month: first, day: second)
    }

    private static func month(_ word: String) -> Int? { Int(word) ?? named(word) }

    private static func named(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
    }

    /// The number of "12th".
    private static func withoutOrdinal(_ word: String) -> Int? {
        let ordinals = ["st", "nd", "rd", "th"]
        return Int(ordinals.contains { word.lowercased().hasSuffix($0) } ? String(word.dropLast(2)) : word)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
