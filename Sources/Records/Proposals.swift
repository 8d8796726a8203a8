package import Model

/// The steps of a proposal's life, each as the change that it makes in the file.
package struct ProposalStep: Sendable {
    private let file: RecordFile
    private var editor: RecordEditor

    package init(_ file: RecordFile) {
        self.file = file
        editor = file.editor
    }

    /// The name of the field that holds the day of review, as the dialect has it.
    private var deadlineKey: String { file.record.dialect == .eip ? "last-call-deadline" : "To be Reviewed By" }

    /// The record as the steps so far have made it.
    package var result: RecordFile { RecordFile(path: file.path, bytes: editor.bytes, kind: .proposal) }

    /// The change of the file.
    package var change: FileChange { FileChange(path: file.path, before: file.bytes, after: editor.bytes) }

    /// Moves the proposal to another status.
    package mutating func move(to status: RecordStatus, by lifecycle: Lifecycle) throws(RecordError) {
        try lifecycle.prove(file, to: status)
        try editor.setStatus(status)
    }

    /// Sets the day of review.
    package mutating func setDeadline(_ day: Day) throws(RecordError) {
        try editor.setField(deadlineKey, day.description)
    }

    /// Records that the day of review was put off, and why.
    package mutating func extend(from old: Day, to new: Day, on today: Day, because reason: String) throws(RecordError)
    {
        try setDeadline(new)
        try editor.insertField("Extended", "on \(today) from \(old) to \(new), because \(reason)")
    }

    /// Names the one who decides.
    package mutating func setDecider(_ name: String) throws(RecordError) {
        try editor.setList(Dialect.named(file.record.dialect).decidersKey ?? "Decider", [name])
    }

    /// Records who decided, when, and why where that is given.
    package mutating func decide(on today: Day, by decider: String?, because reason: String?) throws(RecordError) {
        let who = decider.map { " by \($0)" } ?? ""
        let why = reason.map { ", because \($0)" } ?? ""
        try editor.setField("Decided", "\(today)\(who)\(why)")
    }

    /// Sets the day on which the proposal is to be looked at again.
    package mutating func setRevisit(_ day: Day) throws(RecordError) { try editor.setField("Revisit", day.description) }

    /// Adds a remark to the errata of a decided proposal.
    package mutating func addErratum(_ text: String, on today: Day) {
        editor.addListItem("\(today): \(text)", under: "Errata")
    }
}

/// Something that is to be done with a record by a day.
package struct DueItem: Sendable, Equatable {
    package let file: RecordFile
    package let day: Day
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
            let isOpen = [.proposed, .discussion].contains(record.status)
            let review = isOpen ? record.deadline.map { DueItem(file: file, day: $0, reason: .review) } : nil
            let revisit =
                record.status.isInForce ? record.revisit.map { DueItem(file: file, day: $0, reason: .revisit) } : nil
            return [review, revisit].compactMap { $0 }
        }.sorted { ($0.day, $0.file.path) < ($1.day, $1.file.path) }
    }

    /// Whether the day has passed.
    package func isOverdue(on today: Day) -> Bool { reason == .review ? day < today : day <= today }

    /// A calendar of some items (RFC 5545): one event of a whole day for each.
    ///
    /// - Parameter stamp: the day that the events say they were written on.
    package static func calendar(_ items: [DueItem], stamp: Day) -> String {
        func plain(_ day: Day) -> String { day.description.filter { $0 != "-" } }
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Archbook//Records//EN"]
        for item in items {
            let verb = item.reason == .review ? "Review" : "Revisit"
            lines += [
                "BEGIN:VEVENT", "UID:\(item.reason.rawValue)-\(item.file.record.stem)@archbook",
                "DTSTAMP:\(plain(stamp))T000000Z", "DTSTART;VALUE=DATE:\(plain(item.day))",
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
