package import Model

/// The steps of a proposal's life, each as the change that it makes in the file.
package struct ProposalStep: Sendable {
    private let file: RecordFile
    private var editor: RecordEditor

    /// Begins with a file as it is.
    package init(_ file: RecordFile) {
        self.file = file
        editor = file.editor
    }

    private var fields: ProcessFields { editor.dialect.process }

    /// The record as the steps so far have made it.
    package var result: RecordFile {
        RecordFile(path: file.path, bytes: editor.bytes, kind: .proposal, states: file.states)
    }

    /// The change of the file.
    package var change: FileChange { FileChange(path: file.path, before: file.bytes, after: editor.bytes) }

    /// Moves the proposal to another state.
    ///
    /// - Parameter today: the day that is written where the dialect tells discussion by the day on which it began.
    /// - Throws: also `RecordError.moveNotAllowed`.
    package mutating func move(to state: ProcessState, by lifecycle: Lifecycle, on today: Day) throws(RecordError) {
        try lifecycle.prove(file, to: state)
        try editor.setState(state)
        if state.status == .discussion, !state.isOwn, !editor.dialect.hasWordForDiscussion {
            try editor.setField(fields.opened, editor.dialect.text(of: today))
        }
    }

    /// Sets the day of review.
    ///
    /// - Parameter today: the day on which the review begins, where the file tells that too.
    package mutating func setDeadline(_ day: Day, from today: Day) throws(RecordError) {
        try editor.setReviewDay(day, from: today)
    }

    /// Records that the day of review was put off, and why.
    ///
    /// - Parameter old: the day that it had; nil where it had none that could be read.
    package mutating func extend(from old: Day?, to new: Day, on today: Day, because reason: String) throws(RecordError)
    {
        try setDeadline(new, from: today)
        let before = old.map { " from \($0)" } ?? ""
        try editor.appendField(fields.extended, "on \(today)\(before) to \(new), because \(reason)")
    }

    /// Names the one who decides.
    package mutating func setDecider(_ name: String) throws(RecordError) { try editor.setDecider(name) }

    /// Records who decided, when, and why where that is given.
    package mutating func decide(on today: Day, by decider: String?, because reason: String?) throws(RecordError) {
        let who = decider.map { " by \($0)" } ?? ""
        let why = reason.map { ", because \($0)" } ?? ""
        try editor.setField(fields.decided, "\(today)\(who)\(why)")
    }

    /// Sets the day on which the proposal is to be looked at again.
    package mutating func setRevisit(_ day: Day) throws(RecordError) {
        try editor.setField(fields.revisit, editor.dialect.text(of: day))
    }

    /// Adds a remark to the errata of a decided proposal.
    package mutating func addErratum(_ text: String, on today: Day) {
        editor.addListItem("\(today): \(text)", under: "Errata")
    }
}
