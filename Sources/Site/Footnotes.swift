import Markdown
import Model

/// The footnotes of one text: their numbers, and the ids that lead there and back.
///
/// The ids hold a dot, which no heading's id does, so that the two never meet.
struct Footnotes {
    private let prefix: String
    private var numbers: [String: Int] = [:]
    private var referenceCounts: [String: Int] = [:]
    /// Whether the list of footnotes has begun.
    private(set) var areOpen = false

    init(_ text: PageText) {
        prefix = "note.\(text.number)"
        for node in text.tree.nodes {
            guard case .footnoteDefinition(let label) = node.kind else { continue }
            if numbers[label.lowercased()] == nil { numbers[label.lowercased()] = numbers.count + 1 }
        }
    }

    /// The raised number that leads to a footnote; the label itself where there is no such footnote.
    ///
    /// - Parameter isInLink: Whether it stands in a link, which can hold no other.
    mutating func reference(_ label: String, isInLink: Bool) -> HTML {
        guard let number = numbers[label.lowercased()] else { return "[^\(label)]" }
        let count = referenceCounts[label.lowercased(), default: 0] + 1
        referenceCounts[label.lowercased()] = count
        // Only the first reference can be led back to.
        let id: HTML = count == 1 ? " id=\"\(prefix).\(number).from\"" : ""
        if isInLink { return "<sup\(id)>\(number)</sup>" }
        return "<sup\(id)><a href=\"#\(prefix).\(number)\" aria-label=\"Note \(number)\">\(number)</a></sup>"
    }

    /// The beginning of a footnote; the first one begins their list.
    mutating func definition(_ label: String) -> HTML {
        let heading: HTML = areOpen ? "" : "<section class=\"footnotes\" aria-label=\"Notes\">\n<ol>\n"
        areOpen = true
        return "\(heading)<li id=\"\(prefix).\(numbers[label.lowercased()] ?? 0)\">"
    }

    /// The link from the end of a footnote to its place in the text.
    func wayBack(_ label: String) -> HTML {
        guard let number = numbers[label], referenceCounts[label.lowercased()] != nil else { return "" }
        return "<a href=\"#\(prefix).\(number).from\" aria-label=\"Back to the text of note \(number)\">↑</a>"
    }
}
