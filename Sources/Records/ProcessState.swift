package import Model

/// A state that a record can be in: one of the statuses, or a state of the team's own that counts as one.
package struct ProcessState: Sendable, Hashable {
    /// The name in small letters, its words parted by single blanks.
    package let name: String
    /// The status that the state counts as, for lists, checks and other tools.
    package let status: RecordStatus

    /// The state that a status is.
    package init(_ status: RecordStatus) { self.init(status.rawValue, counting: status) }

    /// A state with a name.
    package init(_ name: String, counting status: RecordStatus) {
        self.name = ProcessState.plain(name)
        self.status = status
    }

    /// Whether the state is the team's own, and not a status.
    package var isOwn: Bool { name != status.rawValue }

    /// A name in the form in which names are compared.
    static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension [ProcessState] {
    /// The state of the team's own that a status text begins with; of several the one with the longest name.
    package func state(in text: String) -> ProcessState? {
        guard !isEmpty else { return nil }
        let text = ProcessState.plain(text)
        return filter { $0.isOwn && (text == $0.name || text.hasPrefix($0.name + " ")) }
            .max { $0.name.utf8.count < $1.name.utf8.count }
    }
}
