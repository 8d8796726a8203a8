import Markdown
import Model

/// The elements that are open at a place of a text: those of Markdown, and among them those of raw HTML.
///
/// Whatever tags come in whatever order, what is written is well-formed, and a browser's parser builds from it the tree that
/// it looks like: an element of raw HTML ends with the Markdown around it, a closing tag closes only raw HTML that was
/// opened beside it, and nothing stands where the content models do not let it.
struct OpenElements {
    private struct Open {
        /// The node before which the element is closed.
        var end: Int
        var closing: HTML
        /// The element of raw HTML that it is; nil for one of Markdown.
        var raw: RawElement?
        /// The length of the page before the opening tag and after it.
        var tag = 0..<0
        /// Whether it still lacks the summary that shows it.
        var lacksSummary = false
    }

    /// What stands around a tag of raw HTML.
    enum Surroundings {
        /// Text of a paragraph or its like, which holds no blocks.
        case run
        /// A cell of a table, which holds both.
        case cell
        /// Blocks; a run of text gets a paragraph of its own.
        case blocks
    }

    private var stack: [Open] = []
    private var rawCount = 0
    private var linkCount = 0
    private var tableCount = 0
    /// What tells the tables of raw HTML from those of the page's other texts.
    let text: Int

    /// The number of raw elements beyond which no more are opened.
    private static let deepest = 32

    init(text: Int) { self.text = text }

    /// Whether raw HTML is open.
    var hasRaw: Bool { rawCount > 0 }
    /// Whether a link of raw HTML is open.
    var hasLink: Bool { linkCount > 0 }
    /// The raw element that is open innermost, with no Markdown in it.
    private var innermost: RawElement? { stack.last?.raw }

    /// Takes note of an element of Markdown that ends before a node.
    mutating func begin(until end: Int, closing: HTML) { stack.append(Open(end: end, closing: closing)) }

    /// Closes what ends before a node.
    mutating func close(before index: Int, into html: inout HTML) {
        while let last = stack.last, last.end <= index { pop(into: &html) }
    }

    /// Closes the raw HTML that is open innermost.
    mutating func closeRaw(into html: inout HTML) {
        while innermost != nil { pop(into: &html) }
    }

    /// Closes the runs of text that a block of raw HTML leaves open.
    mutating func closeRuns(into html: inout HTML) {
        while innermost?.content == .text { pop(into: &html) }
    }

    /// Makes a place for a node of Markdown.
    mutating func makePlace(for kind: MarkdownNode.Kind, into html: inout HTML) {
        switch kind {
        case .htmlBlock, .htmlInline, .softBreak: return
        case .text(let literal) where literal.utf8.allSatisfy(\.isWhitespace): return
        default: break
        }
        if MarkdownNode.isBlock(kind) { closeRuns(into: &html) }
        makePlace(into: &html)
    }

    /// Makes a place for a run of text among raw HTML.
    mutating func makePlace(into html: inout HTML) {
        guard let end = stack.last?.end else { return }
        while case .parts(let part)? = innermost?.content { push(part, HTML(), until: end, into: &html) }
        writeSummary(into: &html)
    }

    /// Makes a place for a run of text in a block of raw HTML, where no element may stand around it yet.
    mutating func makePlaceForRun(until end: Int, into html: inout HTML) {
        makePlace(into: &html)
        if innermost == nil { push(.p, HTML(), until: end, into: &html) }
    }

    /// Opens an element of raw HTML, unless there is no place for it.
    ///
    /// - Parameters:
    ///   - attributes: its attributes, checked.
    ///   - end: the node before which what stands around it ends.
    ///   - surroundings: what stands around it.
    mutating func open(
        _ element: RawElement, _ attributes: HTML, until end: Int, in surroundings: Surroundings, into html: inout HTML
    ) {
        guard rawCount < Self.deepest else { return }
        if !element.parents.isEmpty {
            guard closeUp(toOneOf: element.parents, for: element, into: &html) else { return }
        } else if element.isBlock {
            guard mayHoldBlock(surroundings) else { return }
            closeRuns(into: &html)
            makePlace(into: &html)
        } else if surroundings == .blocks {
            makePlaceForRun(until: end, into: &html)
        } else {
            makePlace(into: &html)
        }
        push(element, attributes, until: end, into: &html)
    }

    /// Closes an element of raw HTML, and what is open within it; does nothing when it is not open.
    mutating func close(_ element: RawElement, into html: inout HTML) {
        guard let depth = depth(ofOneOf: [element]) else { return }
        while stack.count > depth { pop(into: &html) }
    }

    /// The place of the innermost of some elements, with no Markdown in it.
    private func depth(ofOneOf elements: [RawElement]) -> Int? {
        var depth = stack.count
        while depth > 0, let raw = stack[depth - 1].raw {
            if elements.contains(raw) { return depth - 1 }
            depth -= 1
        }
        return nil
    }

    private mutating func closeUp(
        toOneOf parents: [RawElement], for element: RawElement, into html: inout HTML
    ) -> Bool {
        guard let depth = depth(ofOneOf: parents) else { return false }
        if element == .summary {
            guard depth == stack.count - 1, stack[depth].lacksSummary else { return false }
            stack[depth].lacksSummary = false
        }
        while stack.count > depth + 1 { pop(into: &html) }
        return true
    }

    /// Whether a block may stand here once the runs of text are closed.
    private func mayHoldBlock(_ surroundings: Surroundings) -> Bool {
        for open in stack.reversed() {
            guard let raw = open.raw else { break }
            if raw == .summary { return false }
            if raw.content != .text { return true }
        }
        return surroundings != .run
    }

    private mutating func push(_ element: RawElement, _ attributes: HTML, until end: Int, into html: inout HTML) {
        let start = html.bytes.count
        var (around, after) = (HTML(), HTML())
        if element == .table {
            tableCount += 1
            let name = text == 1 ? "HTML table \(tableCount)" : "HTML table \(text).\(tableCount)"
            around = "<div class=\"table\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">"
            after = "</div>"
        }
        html += "\(around)<\(element.rawValue)\(attributes)>"
        guard element.content != .nothing else { return }
        let lineEnd: HTML = element.isBlock ? "\n" : ""
        stack.append(
            Open(
                end: end, closing: "</\(element.rawValue)>\(after)\(lineEnd)", raw: element,
                tag: start..<html.bytes.count, lacksSummary: element == .details))
        rawCount += 1
        if element == .a { linkCount += 1 }
    }

    private mutating func pop(into html: inout HTML) {
        writeSummary(into: &html)
        guard let last = stack.popLast() else { return }
        guard let raw = last.raw else {
            html += last.closing
            return
        }
        rawCount -= 1
        if raw == .a { linkCount -= 1 }
        if raw == .summary, html.bytes.count == last.tag.upperBound { html += "Details" }
        // A link without words is one that nobody can be told of.
        if raw == .a, html.bytes[last.tag.upperBound...].isBlank { return html.cut(to: last.tag.lowerBound) }
        html += last.closing
    }

    /// Gives what is folded the words that it is unfolded by, when its source has none.
    private mutating func writeSummary(into html: inout HTML) {
        guard let last = stack.indices.last, stack[last].lacksSummary else { return }
        stack[last].lacksSummary = false
        html += "<summary>Details</summary>\n"
    }
}
