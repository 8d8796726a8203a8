/// What is left of a character some of whose bytes are gone: it can be reported, but not repaired.
package struct LostText: Sendable, Equatable {
    /// The debris, as UTF-8 offsets in the text that was given.
    package let original: Range<Int>

    /// The emoji that leave this debris, by code point; empty when they are too many to be of use.
    package let candidates: [String]

    /// The encoding that the text was wrongly decoded in before characters of it were dropped.
    package let encoding: LegacyEncoding.Name

    func moved(to text: RepairedText) -> LostText {
        let start = text.originalOffset(ofRepaired: original.lowerBound)
        let end = text.originalOffset(ofRepaired: original.upperBound)
        return LostText(original: start..<max(start, end), candidates: candidates, encoding: encoding)
    }
}

extension LostText {
    /// What the debris may have been, in words.
    package static func hint(_ candidates: [String]) -> String {
        switch candidates.count {
        case 0: "too many emoji leave this trace to name them"
        case 1...6: "it may have been \(candidates.joined(separator: " or "))"
        default:
            "it may have been \(candidates.prefix(5).joined(separator: " or ")) or one of \(candidates.count - 5) more"
        }
    }
}
