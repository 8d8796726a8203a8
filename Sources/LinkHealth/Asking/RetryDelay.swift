import Model

/// How long to wait before a server is asked again.
enum RetryDelay {
    /// The time that a server asks for in `Retry-After` (RFC 9110, 10.2.3), in milliseconds; nil when it asks for none.
    static func wanted(by response: WebResponse, now: Timestamp) -> Int? {
        guard let value = response.field("retry-after") else { return nil }
        if let seconds = Int(value) { return seconds >= 0 ? min(seconds, 1 << 30) * 1000 : nil }
        return date(value).map { max(0, $0 - now.milliseconds) }
    }

    /// The time before a further attempt where the server asks for none: half a second, doubled each time.
    static func backoff(attempt: Int) -> Int { 500 << min(attempt - 1, 10) }

    /// Reads the preferred form of a date, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), as milliseconds since
    /// 1970.
    static func date(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])),
            let date = Day(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        return (date.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]) * 1000
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
