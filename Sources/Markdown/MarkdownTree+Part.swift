import Model

extension MarkdownTree {
    /// The tree that parsing a part of the text by itself gives, taken from this one; nil where the two might differ.
    ///
    /// Blocks right below the document begin and end without regard to each other (CommonMark 0.29, appendix,
    /// "Phase 1"), but for definitions of links and footnotes, which hold for the whole text.
    ///
    /// - Parameters:
    ///   - nodes: The blocks right below the document that stand in the part, with all below them.
    ///   - bytes: The bytes of the part, without white space at its ends.
    package func part(_ nodes: Range<Int>, bytes: Range<Int>) -> MarkdownTree? {
        guard limits.isEmpty, !nodes.isEmpty, !bytes.isEmpty, standsAlone(nodes, in: bytes) else { return nil }
        let text = Array(self.text[bytes])
        var part: [MarkdownNode] = []
        part.reserveCapacity(nodes.count + 1)
        part.append(MarkdownNode(kind: .document, range: 0..<text.count, parent: 0, end: nodes.count + 1))
        let (step, shift) = (nodes.lowerBound - 1, bytes.lowerBound)
        for node in self.nodes[nodes] {
            let range = node.range.lowerBound - shift..<node.range.upperBound - shift
            let parent = node.parent == 0 ? 0 : node.parent - step
            part.append(MarkdownNode(kind: node.kind, range: range, parent: parent, end: node.end - step))
        }
        return MarkdownTree(text: text, lines: LineTable(text), nodes: part)
    }

    private func standsAlone(_ nodes: Range<Int>, in bytes: Range<Int>) -> Bool {
        // A block that is indented loses that with the white space before it.
        guard self.nodes[nodes.lowerBound].range.lowerBound == bytes.lowerBound,
            bytes.lowerBound == 0 || text[bytes.lowerBound - 1].isLineEnd
        else { return false }
        // What holds the blank lines after it, as code may that is never closed, reaches beyond the part.
        return !mayDefine
            && self.nodes[nodes].allSatisfy { node in
                bytes.lowerBound <= node.range.lowerBound && node.range.upperBound <= bytes.upperBound
            }
    }

    /// Whether a definition of a link or a footnote may stand somewhere.
    private var mayDefine: Bool {
        let text = text.span
        var index = 1
        while index < text.count {
            if text[index] == UInt8(ascii: ":"), text[index - 1] == UInt8(ascii: "]") { return true }
            index += 1
        }
        return false
    }
}
