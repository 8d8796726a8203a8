import Model

extension MarkdownTree {
    /// The tree as text, one node a line with its positions: `link @3:3-3:24 <http://a.b/c>`.
    package func dump() -> String {
        var output = ""
        var depths: [Int] = []
        for (index, node) in nodes.enumerated() {
            depths.append(index == 0 ? 0 : depths[node.parent] + 1)
            let range = lines.range(node.range)
            output += String(repeating: "  ", count: depths[index]) + node.kind.name
            output += " @\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
            let details = node.kind.details
            output += details.isEmpty ? "\n" : " \(details)\n"
        }
        return output
    }
}

extension MarkdownNode.Kind {
    /// The name in dumps.
    fileprivate var name: String {
        switch self {
        case .document: "document"
        case .blockQuote: "blockQuote"
        case .list(let ordered, _, _): ordered ? "orderedList" : "list"
        case .item(let checked): checked == nil ? "item" : "task"
        case .codeBlock: "codeBlock"
        case .htmlBlock: "htmlBlock"
        case .paragraph: "paragraph"
        case .heading(let level): "heading\(level)"
        case .thematicBreak: "thematicBreak"
        case .table: "table"
        case .tableRow(let isHeader): isHeader ? "headerRow" : "row"
        case .tableCell: "cell"
        case .footnoteDefinition: "footnote"
        case .text: "text"
        case .softBreak: "softBreak"
        case .lineBreak: "lineBreak"
        case .code: "code"
        case .htmlInline: "htmlInline"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .strikethrough: "strikethrough"
        case .link: "link"
        case .image: "image"
        case .footnoteReference: "footnoteReference"
        }
    }

    /// What a dump says beside the name.
    fileprivate var details: String {
        switch self {
        case .list(let ordered, let start, let tight): (ordered ? "from \(start) " : "") + (tight ? "tight" : "loose")
        case .item(let checked): checked.map { $0 ? "done" : "open" } ?? ""
        case .codeBlock(let info, let literal): "[\(info)] \(quoted(literal))"
        case .htmlBlock(let literal), .text(let literal), .code(let literal), .htmlInline(let literal): quoted(literal)
        case .table(let alignments): alignments.map(\.rawValue).joined(separator: " ")
        case .footnoteDefinition(let label), .footnoteReference(let label): "[\(label)]"
        case .link(let destination, let title), .image(let destination, let title):
            title.isEmpty ? "<\(destination)>" : "<\(destination)> \(quoted(title))"
        default: ""
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"") + "\""
    }
}
