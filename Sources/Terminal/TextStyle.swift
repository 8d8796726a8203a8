/// The role of a piece of text on the screen; what colour it has follows from the role alone.
package enum TextStyle: Sendable, CaseIterable {
    /// A title or a heading.
    case strong
    /// What may be overlooked: hints, punctuation, labels.
    case quiet
    /// The kind of an entry, and the identifier of a record.
    case kind
    /// A path, a position or a URL.
    case path
    case tag
    case code
    /// The words that a search found.
    case match
    case success
    /// A line that a change adds.
    case added
    /// A line that a change removes.
    case removed
    case note
    case warning
    case error

    /// The parameters of the escape sequence "select graphic rendition" (ECMA-48, 8.3.117).
    ///
    /// Only the eight basic colours are used: those follow the theme of the reader's terminal, light or dark.
    var parameters: String {
        switch self {
        case .strong: "1"
        case .quiet: "2"
        case .kind: "36"
        case .path: "34"
        case .tag: "35"
        case .code: "36"
        case .match: "1;4"
        case .success, .added: "32"
        case .removed: "31"
        case .note: "1;34"
        case .warning: "1;33"
        case .error: "1;31"
        }
    }
}

/// Puts colour on text, or leaves it alone where colour is not wanted.
package struct Styler: Sendable {
    package let isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    /// The styler that changes nothing.
    package static let plain = Styler(isOn: false)

    /// The text in a style; each of its lines is styled by itself, so that pagers and filters may cut between them.
    package func callAsFunction(_ style: TextStyle, _ text: String) -> String {
        guard isOn, !text.isEmpty else { return text }
        let on = "\u{1B}[\(style.parameters)m"
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "\(on)\($0)\(Styler.reset)" }
            .joined(separator: "\n")
    }

    /// The escape sequence that ends every style.
    static let reset = "\u{1B}[0m"
}
