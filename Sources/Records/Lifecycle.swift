package import Model

/// The states of a sort of record and the moves between them.
///
/// `docs/process.md` is made from these tables.
package struct Lifecycle: Sendable, Equatable {
    /// One move that is allowed.
    package struct Move: Sendable, Equatable {
        /// The state before.
        package let from: ProcessState
        /// The state afterwards.
        package let to: ProcessState
        /// Who makes it and when, as half a sentence.
        package let when: String

        /// A move between two states.
        package init(_ from: ProcessState, _ to: ProcessState, _ when: String) {
            self.from = from
            self.to = to
            self.when = when
        }

        /// A move between two statuses.
        package init(_ from: RecordStatus, _ to: RecordStatus, _ when: String) {
            self.init(ProcessState(from), ProcessState(to), when)
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
        Move(.proposed, .dropped, "the author gives it up"),
        Move(.accepted, .active, "what it describes is in use"),
        Move(.accepted, .dropped, "it will not be carried out after all"),
        Move(.accepted, .superseded, "another proposal takes its place"),
        Move(.active, .superseded, "another proposal takes its place"),
    ])

    /// The states that one may become.
    package func successors(of state: ProcessState) -> [ProcessState] { moves.filter { $0.from == state }.map(\.to) }

    /// The state that is meant by a status: the status itself where a record may become that, else the first state of
    /// the team's own that counts as it and that the record may become.
    package func state(for status: RecordStatus, from file: RecordFile) -> ProcessState {
        let allowed = successors(of: file.state)
        let plain = ProcessState(status)
        return allowed.contains(plain) ? plain : allowed.first { $0.status == status } ?? plain
    }

    /// Refuses a move that there is not.
    ///
    /// - Throws: `RecordError.moveNotAllowed`.
    package func prove(_ file: RecordFile, to state: ProcessState) throws(RecordError) {
        let allowed = successors(of: file.state)
        guard allowed.contains(state) else {
            throw RecordError.moveNotAllowed(
                file.record.stem, from: file.state.name, to: state.name, allowed: allowed.map(\.name))
        }
    }
}

extension RecordFile {
    /// The state that the record is in.
    package var state: ProcessState { ProcessState(record.state ?? record.status.rawValue, counting: record.status) }
}

extension RecordSet {
    /// The change that moves a record to another status.
    ///
    /// - Parameter revisit: the day on which it is to be looked at again, where one is to be written.
    /// - Throws: also `RecordError.moveNotAllowed`.
    package func change(
        _ file: RecordFile,
        to status: RecordStatus,
        by lifecycle: Lifecycle,
        revisit: Day? = nil
    ) throws(RecordError) -> FileChange {
        let state = lifecycle.state(for: status, from: file)
        try lifecycle.prove(file, to: state)
        var editor = file.editor
        try editor.setState(state)
        if let revisit { try editor.setField(editor.dialect.process.revisit, revisit.description) }
        return FileChange(path: file.path, before: file.bytes, after: editor.bytes)
    }
}

extension RecordEditor {
    /// Sets a status in the dialect's word, and a state of the team's own in the team's.
    ///
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    mutating func setState(_ state: ProcessState) throws(RecordError) {
        guard state.isOwn else { return try setStatus(state.status) }
        try setStatus(
            text: dialect.isCapitalized ? state.name.prefix(1).uppercased() + state.name.dropFirst() : state.name)
        guard read().record.state == state.name else { throw RecordError.unreadableEdit(path: path) }
    }
}
