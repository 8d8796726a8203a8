import Markdown
import Model
import Testing

/// The ranges of nodes are those of the bytes that they were read from.
@Suite struct RangeTests {
    @Test(arguments: 0..<40)
    func `ranges nest and follow one another in random documents`(batch: Int) {
        for number in 0..<25 {
            let source = document(batch, number)
            let tree = MarkdownParser.parse(Array(source.utf8))
            for index in tree.nodes.indices.dropFirst() {
                let node = tree[index]
                let parent = tree[node.parent]
                #expect(node.end <= parent.end)
                #expect(parent.range.contains(node.range), "\(tree.dump())\(source)")
            }
            for index in tree.nodes.indices {
                var last = tree[index].range.lowerBound
                for child in tree.children(of: index) {
                    if case .footnoteDefinition = tree[child].kind { continue }
                    #expect(tree[child].range.lowerBound >= last, "\(tree.dump())\(source)")
                    last = tree[child].range.upperBound
                }
            }
        }
    }

    @Test(arguments: 0..<40)
    func `the source of a text is the text`(batch: Int) {
        for number in 0..<25 {
            let source = document(batch, number)
            let tree = MarkdownParser.parse(Array(source.utf8))
            for index in tree.nodes.indices {
                guard case .text(let literal) = tree[index].kind else { continue }
                let bytes = tree.source(of: index)
                if bytes.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) { continue }
                #expect(bytes == literal, "\(tree.dump())\(source)")
            }
        }
    }

    @Test(arguments: 0..<40)
    func `inlines begin and end with their marks`(batch: Int) {
        for number in 0..<25 {
            let source = document(batch, number)
            let tree = MarkdownParser.parse(Array(source.utf8))
            for index in tree.nodes.indices {
                let bytes = tree.source(of: index)
                #expect(hasMarks(tree[index].kind, bytes), "\(tree[index].kind) \(bytes)\n\(tree.dump())\(source)")
            }
        }
    }

    private func document(_ batch: Int, _ number: Int) -> String {
        var random = RandomMarkdown(seed: UInt64(batch * 1000 + number))
        return random.document()
    }

    private func hasMarks(_ kind: MarkdownNode.Kind, _ bytes: String) -> Bool {
        switch kind {
        case .emphasis: ["*", "_"].contains { bytes.hasPrefix($0) && bytes.hasSuffix($0) }
        case .strong: ["**", "__"].contains { bytes.hasPrefix($0) && bytes.hasSuffix($0) }
        case .strikethrough: bytes.hasPrefix("~") && bytes.hasSuffix("~")
        case .code: bytes.hasPrefix("`") && bytes.hasSuffix("`")
        case .image: bytes.hasPrefix("![") && (bytes.hasSuffix(")") || bytes.hasSuffix("]"))
        case .footnoteReference: bytes.hasPrefix("[^") && bytes.hasSuffix("]")
        case .htmlInline: bytes.hasPrefix("<") && bytes.hasSuffix(">")
        case .link(let destination, _): isLink(bytes, to: destination)
        default: true
        }
    }

    private func isLink(_ bytes: String, to destination: String) -> Bool {
        if bytes.hasPrefix("[") { return bytes.hasSuffix(")") || bytes.hasSuffix("]") }
        if bytes.hasPrefix("<") { return bytes.hasSuffix(">") }
        return destination == bytes || destination == "https://\(bytes)" || destination == "mailto:\(bytes)"
    }
}

extension Range {
    /// Whether another range lies inside this one.
    fileprivate func contains(_ other: Range) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
