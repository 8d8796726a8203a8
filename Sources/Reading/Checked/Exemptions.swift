import Markdown
import Model

/// Finds the comments that ask the rules to pass something over.
///
/// `<!-- archbook: ignore RULE -->` alone on a line means the next line that is not blank, behind other text its own
/// line; `<!-- archbook: ignore-file RULE -->` means the whole file. Several rules are set apart by blanks or commas.
enum Exemptions {
    static func find(in tree: MarkdownTree, _ source: SourceText) -> [Exemption] {
        guard ByteSearch.offset(of: sign, in: source.bytes, fromEnd: false) != nil else { return [] }
        return tree.nodes.flatMap { node -> [Exemption] in
            switch node.kind {
            case .htmlBlock, .htmlInline: comments(in: node.range, source)
            default: []
            }
        }
    }

    private static let sign = Array("archbook:".utf8)
    private static let opening = Array("<!--".utf8)
    private static let closing = Array("-->".utf8)

    private static func comments(in range: Range<Int>, _ source: SourceText) -> [Exemption] {
        let bytes = source.bytes
        var found: [Exemption] = []
        var rest = bytes[range]
        while let start = rest.firstRange(of: opening) {
            let inner = rest[start.upperBound...]
            guard let end = inner.firstRange(of: closing) else { break }
            let words = words(of: inner[..<end.lowerBound].trimmed)
            let comment = start.lowerBound..<end.upperBound
            if let words, let first = words.first, words.count > 1, first == "ignore" || first == "ignore-file" {
                let line = first == "ignore" ? line(meantBy: comment, source) : nil
                found.append(
                    Exemption(rules: Array(words.dropFirst()), line: line, range: source.source(comment).range))
            }
            rest = rest[end.upperBound...]
        }
        return found
    }

    /// The words behind `archbook:`; nil when the comment is not addressed to the program.
    private static func words(of comment: ArraySlice<UInt8>) -> [String]? {
        guard comment.starts(with: sign) else { return nil }
        return comment.dropFirst(sign.count).split { $0.isWhitespace || $0 == UInt8(ascii: ",") }.map(\.text)
    }

    private static func line(meantBy comment: Range<Int>, _ source: SourceText) -> Int {
        let line = source.lines.line(at: comment.lowerBound)
        let content = source.lines.content(ofLine: line, in: source.bytes)
        let before = source.bytes[content.lowerBound..<comment.lowerBound]
        let after = source.bytes[min(comment.upperBound, content.upperBound)..<content.upperBound]
        guard before.isBlank, after.isBlank else { return line }
        var next = source.lines.line(at: comment.upperBound) + 1
        while next < source.lines.count, isPassedOver(next, source) { next += 1 }
        return next
    }

    /// Whether a line is blank, or another comment to the program.
    private static func isPassedOver(_ line: Int, _ source: SourceText) -> Bool {
        let text = source.bytes[source.lines.content(ofLine: line, in: source.bytes)].trimmed
        return text.isEmpty || text.starts(with: opening) && text.dropFirst(opening.count).trimmed.starts(with: sign)
    }
}
