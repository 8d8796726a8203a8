package import Model

extension Timestamp {
    /// The day of study on the reader's own clock: it begins at 04:00, so that a late evening belongs to the day before.
    package var studyDay: Day {
        let local = milliseconds.dividedDown(by: 60_000) + offsetMinutes
        return Day(daysSince1970: (local - 4 * 60).dividedDown(by: 24 * 60))
    }
}

extension World {
    /// Today's day of study; `ARCHBOOK_TODAY` fixes it.
    package var studyDay: Day { environment["ARCHBOOK_TODAY"].flatMap(Day.init(iso:)) ?? now().studyDay }
}
