/// A moment, with the offset from UTC that the reader's clock had then.
package struct Timestamp: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    package var milliseconds: Int
    /// How far local time is ahead of UTC, in minutes.
    package var offsetMinutes: Int

    package init(milliseconds: Int, offsetMinutes: Int = 0) {
        self.milliseconds = milliseconds
        self.offsetMinutes = offsetMinutes
    }

    /// The day on the reader's calendar.
    package var day: Day { Day(daysSince1970: localSeconds.dividedDown(by: 86_400)) }

    /// The order of the moments; the offset does not matter unless they are the same.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.milliseconds, left.offsetMinutes) < (right.milliseconds, right.offsetMinutes)
    }

    private var localSeconds: Int { milliseconds.dividedDown(by: 1000) + offsetMinutes * 60 }
}

extension Timestamp: CustomStringConvertible {
    /// The RFC 3339 form with the local offset, to the second: `2026-01-11T19:42:07+03:00`.
    package var description: String {
        let second = localSeconds - localSeconds.dividedDown(by: 86_400) * 86_400
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
        let size = abs(offsetMinutes)
        let offset = "\(offsetMinutes < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
        return "\(day)T\(clock)\(offset)"
    }
}

extension Int {
    /// The quotient rounded towards minus infinity.
    package func dividedDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
