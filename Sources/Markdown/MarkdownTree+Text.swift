import Model

extension MarkdownTree {
    /// The text of a subtree without its markup: line breaks become spaces, images their description.
    package func plainText(of index: Int) -> String {
        var output = ""
        append(nodes: index..<nodes[index].end, to: &output)
        return output
    }

    /// The text of a subtree without its markup and its images; that of the images when there is nothing else.
    package func plainTextWithoutImages(of index: Int) -> String {
        var output = ""
        var next = index
        while next < nodes[index].end {
            if case .image = nodes[next].kind {
                next = nodes[next].end
            } else {
                append(nodes: next..<next + 1, to: &output)
                next += 1
            }
        }
        return output.trimmed.isEmpty ? plainText(of: index) : output
    }

    /// The text of some neighbouring nodes without their markup.
    ///
    /// - Parameter lineBreak: What stands for the end of a line.
    package func plainText(ofNodes indices: Range<Int>, lineBreak: String = " ") -> String {
        var output = ""
        append(nodes: indices, to: &output, lineBreak: lineBreak)
        return output
    }

    private func append(nodes indices: Range<Int>, to output: inout String, lineBreak: String = " ") {
        for index in indices {
            switch nodes[index].kind {
            case .text(let literal), .code(let literal): output += literal
            case .softBreak, .lineBreak: output += lineBreak
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
