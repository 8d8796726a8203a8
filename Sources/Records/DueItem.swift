package import Model

/// Something that is to be done with a record by a day.
package struct DueItem: Sendable, Equatable {
    package let file: RecordFile
    /// The day; nil where a proposal is in discussion and its file has none that can be read.
    package let day: Day?
    package let reason: Reason

    /// What is to be done.
    package enum Reason: String, Sendable {
        /// The comments are to be answered and a decision to be made.
        case review
        /// What was decided is to be looked at again.
        case revisit
    }

    /// The records of a set that wait for something, the earliest first.
    package static func items(in set: RecordSet) -> [DueItem] {
        set.files.flatMap { file -> [DueItem] in
            let record = file.record
            let isDiscussed = record.status == .discussion && file.entry.kind == .proposal
            let isOpen = isDiscussed || [.proposed, .discussion].contains(record.status) && record.deadline != nil
            let review = isOpen ? DueItem(file: file, day: record.deadline, reason: .review) : nil
            let revisit =
                record.status.isInForce ? record.revisit.map { DueItem(file: file, day: $0, reason: .revisit) } : nil
            return [review, revisit].compactMap { $0 }
        }.sorted()
    }

    /// Whether the day has passed; a review without a day has no end and is overdue at once.
    package func isOverdue(on today: Day) -> Bool {
        guard let day else { return true }
        return reason == .review ? day < today : day <= today
    }

    /// A calendar of some items (RFC 5545): one event of a whole day for each.
    ///
    /// - Parameter stamp: the day that the events say they were written on.
    package static func calendar(_ items: [DueItem], stamp: Day) -> String {
        func plain(_ day: Day) -> String { day.description.filter { $0 != "-" } }
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Archbook//Records//EN"]
        for item in items {
            guard let day = item.day else { continue }
            let verb = item.reason == .review ? "Review" : "Revisit"
            lines += [
                "BEGIN:VEVENT", "UID:\(item.reason.rawValue)-\(item.file.record.stem)@archbook",
                "DTSTAMP:\(plain(stamp))T000000Z", "DTSTART;VALUE=DATE:\(plain(day))",
                "SUMMARY:\(escaped("\(verb): \(item.file.entry.title)"))", "END:VEVENT",
            ]
        }
        return (lines + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
    }

    /// Text of a property: commas, semicolons and backslashes are escaped.
    private static func escaped(_ text: String) -> String {
        text.flatMap { ",;\\".contains($0) ? "\\\($0)" : "\($0)" }.reduce(into: "") { $0.append($1) }
    }

    /// A line of 75 bytes at most, the rest on lines that begin with a blank.
    private static func folded(_ line: String) -> String {
        var result = ""
        var width = 0
        for character in line {
            let size = character.utf8.count
            if width + size > 73 {
                result += "\r\n "
                width = 1
            }
            result.append(character)
            width += size
        }
        return result
    }
}

extension DueItem: Comparable {
    /// The earliest comes first, and before it what has no day at all.
    package static func < (left: DueItem, right: DueItem) -> Bool {
        (left.day?.description ?? "", left.file.path) < (right.day?.description ?? "", right.file.path)
    }
}
