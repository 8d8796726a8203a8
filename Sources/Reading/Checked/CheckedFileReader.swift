import Markdown
package import Model

/// Reads what the rules look at in a Markdown file beside its entries.
package enum CheckedFileReader {
    /// Reads the bytes of a file.
    ///
    /// - Parameter path: the path relative to the workspace, for positions.
    package static func read(path: String, bytes: [UInt8]) -> CheckedFile {
        let source = SourceText(path: path, fileBytes: bytes)
        let frontMatter = FrontMatter(source.bytes, from: source.start)
        return read(
            source, MarkdownParser.parse(source.bytes, from: frontMatter.range.upperBound, lines: source.lines))
    }

    /// Reads a source that has been parsed.
    static func read(_ source: SourceText, _ tree: MarkdownTree) -> CheckedFile {
        var file = CheckedFile(path: source.path)
        file.anchors = anchors(of: tree)
        file.links = WrittenLinks.find(in: tree, source)
        file.footnotes = LooseFootnotes.find(in: tree, source)
        file.mixedWords = MixedAlphabets.find(in: tree, source)
        file.exemptions = Exemptions.find(in: tree, source)
        return file
    }

    /// The names that links can lead to.
    private static func anchors(of tree: MarkdownTree) -> Set<String> {
        var names = HeadingNames()
        var written: Set<String> = []
        for index in tree.nodes.indices {
            switch tree[index].kind {
            case .heading: _ = names.name(for: tree.plainText(of: index))
            case .htmlBlock(let html), .htmlInline(let html): written.formUnion(HTMLAnchors.names(in: html))
            default: continue
            }
        }
        return names.all.union(written)
    }
}

/// Finds the links and images of a file.
private enum WrittenLinks {
    static func find(in tree: MarkdownTree, _ source: SourceText) -> [WrittenLink] {
        tree.nodes.flatMap { node -> [WrittenLink] in
            switch node.kind {
            case .link(let destination, _): [link(destination, isImage: false, node.range, source)]
            case .image(let destination, _): [link(destination, isImage: true, node.range, source)]
            case .htmlBlock(let html), .htmlInline(let html):
                HTMLAnchors.find(in: html).map { link($0.url, isImage: false, node.range, source) }
            default: []
            }
        }
    }

    private static func link(
        _ destination: String,
        isImage: Bool,
        _ range: Range<Int>,
        _ source: SourceText
    ) -> WrittenLink {
        WrittenLink(
            destination: destination, isImage: isImage, range: source.source(range).range,
            destinationRange: onlyPlace(of: Array(destination.utf8), in: range, source))
    }

    /// Where some bytes stand in a stretch; nil when they stand there never, or twice.
    private static func onlyPlace(of needle: [UInt8], in range: Range<Int>, _ source: SourceText) -> SourceRange? {
        guard source.isAsWritten, !needle.isEmpty else { return nil }
        let text = Array(source.bytes[range])
        guard let first = ByteSearch.offset(of: needle, in: text, fromEnd: false),
            first == ByteSearch.offset(of: needle, in: text, fromEnd: true)
        else { return nil }
        let start = range.lowerBound + first
        return source.source(start..<start + needle.count).range
    }
}
