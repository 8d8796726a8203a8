import Markdown
import Model

extension HTMLRenderer {
    /// Writes a tag that stands in a run of text, and returns the node to go on with.
    mutating func writeRawTag(_ index: Int) -> Int {
        for token in text.rawHTML.tokens(at: index) { write(token, at: index, isInBlock: false) }
        return text.rawHTML.end(ofHiddenAt: index) ?? index + 1
    }

    /// Writes a block of raw HTML; elements that it leaves open hold the Markdown that follows.
    mutating func writeRawBlock(_ index: Int) {
        let tokens = text.rawHTML.tokens(at: index)
        for (place, token) in tokens.enumerated() {
            if case .text(let literal) = token, place == tokens.count - 1, literal.utf8.allSatisfy(\.isWhitespace) {
                break
            }
            write(token, at: index, isInBlock: true)
        }
        open.closeRuns(into: &html)
    }

    private mutating func write(_ token: RawHTMLScanner.Token, at index: Int, isInBlock: Bool) {
        let parent = text.tree[index].parent
        let end = text.tree[parent].end
        switch token {
        case .text(let literal):
            let isBlank = literal.utf8.allSatisfy(\.isWhitespace)
            if isBlank, !open.hasRaw { return }
            if !isBlank { open.makePlaceForRun(until: end, into: &html) }
            html.add(text: literal)
        case .dropped:
            // The words on both sides stay apart.
            if isInBlock, open.hasRaw { html += " " }
        case .closing(let element): open.close(element, into: &html)
        case .opening(.img, let attributes): writeRawImage(attributes, at: index, isInBlock: isInBlock)
        case .opening(let element, let attributes):
            if element == .a, isInLink(index) { return }
            guard let checked = checked(attributes, of: element) else { return }
            let isInCell = text.tree[parent].kind == .tableCell
            open.open(element, checked, until: end, in: isInBlock ? .blocks : isInCell ? .cell : .run, into: &html)
        }
    }

    /// The attributes of an element as they go into the page; nil when the element is nothing without one that is missing.
    private mutating func checked(_ attributes: [RawAttribute: String], of element: RawElement) -> HTML? {
        var checked = HTML()
        if element == .a {
            guard let destination = attributes[.href], let address = address(of: destination) else { return nil }
            checked += " href=\"\(address)\""
        }
        for attribute in element.ownAttributes + RawAttribute.common where attribute != .href {
            guard let value = attributes[attribute].flatMap(attribute.checked) else { continue }
            checked += " \(attribute.rawValue)=\"\(value)\""
        }
        return checked
    }

    private mutating func writeRawImage(_ attributes: [RawAttribute: String], at index: Int, isInBlock: Bool) {
        guard let destination = attributes[.src] else { return }
        if isInBlock { open.makePlaceForRun(until: text.tree[text.tree[index].parent].end, into: &html) }
        var image = ImageText(destination: destination, description: (attributes[.alt] ?? "").trimmed)
        image.width = attributes[.width].flatMap(RawAttribute.width.checked).flatMap { Int($0) }
        image.height = attributes[.height].flatMap(RawAttribute.height.checked).flatMap { Int($0) }
        for attribute in RawAttribute.common {
            guard let value = attributes[attribute].flatMap(attribute.checked) else { continue }
            image.attributes += " \(attribute.rawValue)=\"\(value)\""
        }
        writeImage(image, isInLink: isInLink(index))
    }
}
