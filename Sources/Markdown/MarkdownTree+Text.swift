import Model

extension MarkdownTree {
    /// The text of a subtree without its markup: line breaks become spaces, images their description.
    package func plainText(of index: Int) -> String {
        var output = ""
        append(nodes: index..<nodes[index].end, to: &output)
        return output
    }

    /// The text of some neighbouring nodes without their markup.
    package func plainText(ofNodes indices: Range<Int>) -> String {
        var output = ""
        append(nodes: indices, to: &output)
        return output
    }

    private func append(nodes indices: Range<Int>, to output: inout String) {
        for index in indices {
            switch nodes[index].kind {
            case .text(let literal), .code(let literal): output += literal
            case .softBreak, .lineBreak: output += " "
            case .codeBlock(_, let literal):
                separate(&output)
                output += literal
            case .paragraph, .heading, .item, .tableCell: separate(&output)
            default: break
            }
        }
    }

    private func separate(_ output: inout String) {
        if let last = output.utf8.last, !last.isWhitespace { output += " " }
    }
}
