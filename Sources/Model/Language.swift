/// A natural language, as a BCP 47 code.
package struct Language: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let english = Language(rawValue: "en")
    package static let russian = Language(rawValue: "ru")
    package static let ukrainian = Language(rawValue: "uk")
    /// The code for "not determined".
    package static let undetermined = Language(rawValue: "und")

    package var description: String { rawValue }

    package static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}
