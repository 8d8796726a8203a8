package import Model

/// The states of a sort of record and the moves between them.
///
/// `docs/process.md` is made from these tables.
package struct Lifecycle: Sendable, Equatable {
    /// One move that is allowed.
    package struct Move: Sendable, Equatable {
        /// The status before.
        package let from: RecordStatus
        /// The status afterwards.
        package let to: RecordStatus
        /// Who makes it and when, as half a sentence.
        package let when: String

        /// - Parameter when: who makes the move and when, as half a sentence.
        package init(_ from: RecordStatus, _ to: RecordStatus, _ when: String) {
            self.from = from
            self.to = to
            self.when = when
        }
    }

    /// The moves that are allowed, in the order of the documentation.
    package var moves: [Move]

    /// A table of some moves.
    package init(moves: [Move]) { self.moves = moves }

    /// The moves of a decision.
    package static let decision = Lifecycle(moves: [
        Move(.draft, .proposed, "the author asks for a decision"),
        Move(.draft, .accepted, "the deciders agree at once"),
        Move(.draft, .rejected, "the deciders say no"),
        Move(.proposed, .accepted, "the deciders agree"),
        Move(.proposed, .rejected, "the deciders say no"),
        Move(.proposed, .deferred, "the deciders wait for something"),
        Move(.discussion, .accepted, "the deciders agree"),
        Move(.discussion, .rejected, "the deciders say no"),
        Move(.deferred, .proposed, "what was waited for is there"),
        Move(.deferred, .accepted, "the deciders agree after all"),
        Move(.deferred, .rejected, "the deciders say no after all"),
        Move(.accepted, .active, "the decision is carried out"),
        Move(.accepted, .deprecated, "the decision no longer counts, and nothing takes its place"),
        Move(.accepted, .superseded, "another decision takes its place"),
        Move(.active, .deprecated, "the decision no longer counts, and nothing takes its place"),
        Move(.active, .superseded, "another decision takes its place"),
        Move(.deprecated, .superseded, "another decision takes its place"),
        Move(.superseded, .superseded, "a further decision takes the place of a part of it"),
        // What a file says in words of its own may be put into words that are known.
        Move(.unknown, .proposed, "the status is put into a word that is known"),
        Move(.unknown, .accepted, "the status is put into a word that is known"),
        Move(.unknown, .rejected, "the status is put into a word that is known"),
        Move(.unknown, .deprecated, "the status is put into a word that is known"),
        Move(.unknown, .superseded, "another decision takes its place"),
    ])

    /// The moves of a proposal, after the lightweight process of Apache Geode.
    package static let proposal = Lifecycle(moves: [
        Move(.draft, .discussion, "the author opens it and sets the day of review"),
        Move(.draft, .dropped, "the author gives it up"),
        Move(.discussion, .accepted, "the decider says yes, every open question answered"),
        Move(.discussion, .rejected, "the decider says no, every open question answered"),
        Move(.discussion, .dropped, "the author gives it up"),
        Move(.proposed, .discussion, "the author opens it and sets the day of review"),
        Move(.accepted, .active, "what it describes is in use"),
        Move(.accepted, .dropped, "it will not be carried out after all"),
        Move(.accepted, .superseded, "another proposal takes its place"),
        Move(.active, .superseded, "another proposal takes its place"),
    ])

    /// The statuses that one may become.
    package func successors(of status: RecordStatus) -> [RecordStatus] { moves.filter { $0.from == status }.map(\.to) }

    /// Refuses a move that there is not.
    ///
    /// - Throws: `RecordError.moveNotAllowed`.
    package func prove(_ file: RecordFile, to status: RecordStatus) throws(RecordError) {
        let allowed = successors(of: file.record.status)
        guard allowed.contains(status) else {
            throw RecordError.moveNotAllowed(
                file.record.stem, from: file.record.status, to: status, allowed: allowed)
        }
    }
}

extension RecordSet {
    /// The change that moves a record to another status.
    ///
    /// - Throws: also `RecordError.moveNotAllowed`.
    package func change(
        _ file: RecordFile,
        to status: RecordStatus,
        by lifecycle: Lifecycle
    ) throws(RecordError) -> FileChange {
        try lifecycle.prove(file, to: status)
        var editor = file.editor
        try editor.setStatus(status)
        return FileChange(path: file.path, before: file.bytes, after: editor.bytes)
    }
}
