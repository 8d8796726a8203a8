/// How much a finding matters.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Something is wrong and a reader will be misled.
    case error
    /// Something is probably wrong.
    case warning
    /// Something worth knowing.
    case note

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}

/// The stable name of a rule, such as `text.mojibake`.
package struct RuleID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    package var description: String { rawValue }

    package static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

/// A replacement of some bytes of one file.
package struct TextEdit: Hashable, Sendable {
    /// The path relative to the workspace.
    package var path: String
    /// The bytes to replace; empty for an insertion.
    package var range: SourceRange
    /// The text that stands there; when it no longer does, the edit must not be made.
    package var original: String
    /// What to put in its place.
    package var replacement: String

    package init(path: String, range: SourceRange, original: String, replacement: String) {
        self.path = path
        self.range = range
        self.original = original
        self.replacement = replacement
    }
}

/// A way to put a finding right.
package struct Fix: Hashable, Sendable {
    /// What the fix does, as an imperative: `add the missing status`.
    package var title: String
    /// The edits, all of which belong together.
    package var edits: [TextEdit]

    package init(title: String, edits: [TextEdit]) {
        self.title = title
        self.edits = edits
    }
}

/// Something that is wrong in the user's files, with its place, and what to do about it.
package struct Finding: Hashable, Sendable {
    package var rule: RuleID
    package var severity: Severity
    /// The path relative to the workspace.
    package var path: String
    /// Where in the file; nil when the finding is about the file as a whole.
    package var range: SourceRange?
    /// What is wrong and what to do, as one sentence or two.
    package var message: String
    package var fixes: [Fix]

    package init(
        rule: RuleID,
        severity: Severity,
        path: String,
        range: SourceRange? = nil,
        message: String,
        fixes: [Fix] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.path = path
        self.range = range
        self.message = message
        self.fixes = fixes
    }

    /// The first line and column of the finding; 1:1 for a whole file.
    package var position: SourcePosition { range?.start ?? .start }
}

extension Finding: Comparable {
    /// Findings are told in the order of the files, and within a file from top to bottom.
    package static func < (left: Finding, right: Finding) -> Bool {
        (left.path, left.position, left.rule, left.message) < (right.path, right.position, right.rule, right.message)
    }
}
