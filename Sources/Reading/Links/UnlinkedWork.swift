import Markdown
import Model

/// A work named without an address: `Martin Kleppmann - "Designing Data-Intensive Applications" (Chapters 10-11)`.
struct UnlinkedWork: Equatable {
    var title: String
    var author: String
    /// The part of the work that is meant.
    var part: String?
    var note: String?

    /// The work that a paragraph of a list names; nil when it has no title in quotation marks or bold beside a name.
    init?(paragraph: Int, tree: MarkdownTree) {
        self.init(UnlinkedWork.quotedText(of: paragraph, tree: tree))
    }

    init?(_ text: String) {
        guard let (open, close) = UnlinkedWork.quotation(in: text) else { return nil }
        let before = Separators.droppingTrailing(String(text[..<open.lowerBound]))
        var after = String(text[close.upperBound...]).trimmed
        title = String(text[open.upperBound..<close.lowerBound]).trimmed
        if UnlinkedWork.areNames(before) {
            author = before
        } else {
            guard before.isEmpty, let (names, rest) = UnlinkedWork.names(leading: after) else { return nil }
            (author, after) = (names, rest)
        }
        guard !title.isEmpty else { return nil }
        if after.hasPrefix("("), let end = after.firstIndex(of: ")") {
            part = String(after[after.index(after: after.startIndex)..<end]).trimmed
            after = String(after[after.index(after: end)...])
        }
        let rest = Separators.droppingLeading(after)
        note = rest.isEmpty ? nil : rest
    }

    /// The form of the work, told by the headings above it and its own words.
    func medium(under section: [String]) -> Medium {
        let words = (section + [part ?? "", note ?? ""]).joined(separator: " ").lowercased()
        let signs: [(String, Medium)] = [
            ("video", .video), ("видео", .video), ("talk", .video), ("podcast", .podcast), ("подкаст", .podcast),
            ("course", .course), ("курс", .course), ("paper", .paper),
        ]
        return signs.first { words.contains($0.0) }?.1 ?? .book
    }

    /// The text of a paragraph in which bold and italic titles stand in quotation marks.
    private static func quotedText(of paragraph: Int, tree: MarkdownTree) -> String {
        var text = ""
        var closing: [Int] = []
        for index in tree.descendants(of: paragraph) {
            while closing.last == index {
                text += "\u{201D}"
                closing.removeLast()
            }
            switch tree[index].kind {
            case .strong where closing.isEmpty, .emphasis where closing.isEmpty:
                text += "\u{201C}"
                closing.append(tree[index].end)
            case .text(let literal), .code(let literal): text += literal
            case .softBreak, .lineBreak: text += " "
            default: continue
            }
        }
        return text + String(repeating: "\u{201D}", count: closing.count)
    }

    private static func quotation(in text: String) -> (open: Range<String.Index>, close: Range<String.Index>)? {
        for (open, close) in [("\"", "\""), ("\u{201C}", "\u{201D}"), ("«", "»"), ("„", "“")] {
            guard let start = text.firstPlace(of: open) else { continue }
            guard let end = text[start.upperBound...].firstPlace(of: close) else { continue }
            return (start, end)
        }
        return nil
    }

    /// The names at the start of a text, after "by", a comma or a dash, and what follows them.
    private static func names(leading text: String) -> (names: String, rest: String)? {
        let start = Separators.droppingLeading(text)
        let named = start.hasPrefix("by ") ? String(start.dropFirst(3)) : start
        let names = named.prefix { !"(—–:.;".contains($0) }.trimmed
        let name = Separators.droppingTrailing(
            names.firstPlace(of: " - ").map { String(names[..<$0.lowerBound]) } ?? names)
        guard areNames(name) else { return nil }
        return (name, String(named.dropFirst(name.count)))
    }

    private static func areNames(_ text: String) -> Bool {
        // A sentence is longer than the names of a few people; most texts end here.
        guard text.utf8.count <= 160 else { return false }
        let names = [" and ", " & ", " и "].reduce(text) { $0.replacingAll($1, with: ", ") }
        let parts = names.split(separator: ",").map(\.trimmed)
        return !parts.isEmpty && parts.allSatisfy(PersonName.isPossible)
    }
}
