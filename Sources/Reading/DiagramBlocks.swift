import Markdown
package import Model

/// A fenced block of a note or record that holds a diagram as text.
package struct DiagramBlock: Sendable, Equatable {
    /// The first word behind the fence, in lower case, such as `c4`.
    package var language: String
    package var text: [UInt8]
    /// The first heading of the text and the one that the block stands under.
    package var title: String
    /// The line before the first line of the text, and the number of bytes before each of its lines.
    package var offset: SourcePosition
}

/// Finds the diagrams in Markdown.
package enum DiagramBlocks {
    /// The blocks marked `c4` or `structurizr`, and those of PlantUML and Mermaid that speak of C4.
    package static func find(in bytes: [UInt8], path: String) -> [DiagramBlock] {
        guard mayHoldBlocks(bytes.span) else { return [] }
        let source = SourceText(path: path, fileBytes: bytes)
        let frontMatter = FrontMatter(source.bytes, from: source.start)
        let tree = MarkdownParser.parse(source.bytes, from: frontMatter.range.upperBound, lines: source.lines)
        var headings: [String] = []
        return tree.nodes.indices.compactMap { index in
            let node = tree[index]
            if case .heading = node.kind { headings.append(tree.plainText(of: index)) }
            guard case .codeBlock(let info, let literal) = node.kind else { return nil }
            let language = info.split { $0 == " " || $0 == "{" || $0 == "," }.first.map { $0.lowercased() } ?? ""
            guard isDiagram(language, literal) else { return nil }
            let fence = source.position(node.range.lowerBound)
            let title = [headings.first, headings.count > 1 ? headings.last : nil].compactMap { $0 }
            return DiagramBlock(
                language: language, text: Array(literal.utf8), title: title.joined(separator: ": "),
                offset: SourcePosition(line: fence.line, column: fence.column - 1))
        }
    }

    private static func isDiagram(_ language: String, _ literal: String) -> Bool {
        switch language {
        case "c4", "structurizr": true
        case "mermaid": literal.trimmed.hasPrefix("C4")
        case "plantuml", "puml": literal.contains("C4_") || literal.contains("<C4/")
        default: false
        }
    }

    /// Whether a fence with one of the words stands somewhere, so that the text is worth parsing.
    private static func mayHoldBlocks(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index + 4 < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { continue }
            guard bytes[index] == byte, bytes[index + 1] == byte else { continue }
            index += 2
            while index < bytes.count, bytes[index] == byte || bytes[index].isBlank { index += 1 }
            if words.contains(where: { begins($0, at: index, in: bytes) }) { return true }
        }
        return false
    }

    private static func begins(_ word: [UInt8], at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        return word.indices.allSatisfy { bytes[start + $0].lowercased == word[$0] }
    }

    private static let words = ["c4", "structurizr", "mermaid", "plantuml", "puml"].map { Array($0.utf8) }
}
