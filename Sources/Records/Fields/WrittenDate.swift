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

    /// Reads the days in the last parentheses of a status: `Active review (January 12 - January 26, 2026)`.
    ///
    /// Months and years that are not repeated are those of the other end, as in `Aug 21...Sep 4, 2026` and
    /// `August 12th...26th, 2026`. A range without any year says no day.
    static func range(in text: String) -> (start: Day, end: Day)? {
        guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return nil }
        let inside = text[text.index(after: open)..<close]
        let whole = inside.split { " ,.…–—\t".contains($0) }.compactMap { Day(iso: $0) }
        if let start = whole.first, let end = whole.last { return (start, end) }
        var (days, months, years): ([Int], [Int], [Int]) = ([], [], [])
        for word in inside.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) {
            if let month = named(word) {
                months.append(month)
            } else if word.count == 4, let year = Int(word) {
                years.append(year)
            } else if let day = withoutOrdinal(word) {
                days.append(day)
            }
        }
        func day(_ day: Int?, _ month: Int?, _ year: Int?) -> Day? {
            guard let day, let month, let year else { return nil }
            return Day(year: year, month: month, day: day)
        }
        guard let end = day(days.last, months.last, years.last) else { return nil }
        return (day(days.first, months.first, years.first) ?? end, end)
    }

    /// A range of days as Swift Evolution writes it: `January 12 - January 26, 2026`.
    static func range(from start: Day, to end: Day) -> String {
        let year = start.year == end.year ? "" : ", \(start.year)"
        return "\(monthName(start.month)) \(start.day)\(year) - \(monthName(end.month)) \(end.day), \(end.year)"
    }

    /// The English name of a month, 1 to 12.
    static func monthName(_ month: Int) -> String {
        let name = months[max(0, min(month - 1, 11))]
        return name.prefix(1).uppercased() + name.dropFirst()
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
