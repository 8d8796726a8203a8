import Model

/// Reads the tags of raw HTML one after the other, each byte once.
///
/// What it gives is rebuilt from the allow-list and never copied, so that reading a tag otherwise than a browser would
/// can change what is shown, and not what is safe.
struct RawHTMLScanner {
    /// A piece of raw HTML.
    enum Token: Equatable, Sendable {
        /// Text with its character references read.
        case text(String)
        case opening(RawElement, [RawAttribute: String])
        case closing(RawElement)
        /// A tag that is left out.
        case dropped
    }

    private let bytes: [UInt8]
    private var index = 0
    private var references = CharacterReferences()
    /// The elements without text whose end was looked for in vain.
    private var endless: Set<String> = []
    private let lastEnd: Int

    /// Elements whose content is no text of the page: programs, styles, forms of other markup.
    static let withoutText: Set<String> = [
        "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template",
        "textarea", "title", "xmp",
    ]

    private init(_ markup: String) {
        bytes = Array(markup.utf8)
        lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    }

    /// The pieces of a markup in order.
    static func tokens(of markup: String) -> [Token] {
        var scanner = RawHTMLScanner(markup)
        var tokens: [Token] = []
        while let token = scanner.next() { tokens.append(token) }
        return tokens
    }

    /// The name of the one tag that a markup is; nil for a comment.
    static func name(ofTag markup: String) -> (name: String, isClosing: Bool)? {
        let isClosing = markup.utf8.starts(with: "</".utf8)
        let name = markup.utf8.dropFirst(isClosing ? 2 : 1).prefix { !endsName($0) }.map(\.lowercased)
        return name.first?.isLetter == true ? (name.text, isClosing) : nil
    }

    private mutating func next() -> Token? {
        guard index < bytes.count else { return nil }
        let start = index
        while index < bytes.count, !isAtTag { index += 1 }
        if index > start { return .text(references.read(bytes[start..<index])) }
        return readTag()
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// Whether a tag, a comment or a declaration begins here; any other `<` is text.
    private var isAtTag: Bool {
        guard bytes[index] == UInt8(ascii: "<"), index < lastEnd else { return false }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "/"), index + 2 < bytes.count { return bytes[index + 2].isLetter }
        return next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    }

    private mutating func readTag() -> Token {
        if bytes[index...].starts(with: "<!--".utf8) { return pass("-->", from: index + 4) }
        if bytes[index...].starts(with: "<![CDATA[".utf8) { return pass("]]>", from: index + 9) }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return pass(">", from: index + 2) }
        let isClosing = next == UInt8(ascii: "/")
        index += isClosing ? 2 : 1
        let name = readName()
        let attributes = readAttributes(isKept: !isClosing)
        if let element = RawElement(rawValue: name) {
            return isClosing ? .closing(element) : .opening(element, attributes)
        }
        if !isClosing, Self.withoutText.contains(name) { passContent(of: name) }
        return .dropped
    }

    /// Passes over what ends with a text; over the rest when nothing ends it.
    private mutating func pass(_ end: String, from start: Int) -> Token {
        index = find(Array(end.utf8), from: start) ?? bytes.count
        return .dropped
    }

    /// Passes over a program or a drawing; when it never ends, only its tag is left out, so that no text is lost.
    private mutating func passContent(of name: String) {
        guard !endless.contains(name) else { return }
        guard let end = find(Array("</\(name)".utf8), from: index) else {
            endless.insert(name)
            return
        }
        index = bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    /// The index after a text in small letters.
    private func find(_ text: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + text.count <= bytes.count {
            if text.indices.allSatisfy({ bytes[place + $0].lowercased == text[$0] }) { return place + text.count }
            place += 1
        }
        return nil
    }

    private mutating func readName() -> String {
        let start = index
        while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
        return bytes[start..<index].map(\.lowercased).text
    }

    /// Reads up to the end of the tag; of an attribute that stands twice the first counts.
    private mutating func readAttributes(isKept: Bool) -> [RawAttribute: String] {
        var attributes: [RawAttribute: String] = [:]
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            guard !Self.endsName(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            // A sign of equality that a name begins with belongs to it.
            index = bytes[(start + 1)...].firstIndex { Self.endsName($0) || $0 == UInt8(ascii: "=") } ?? bytes.count
            let name = RawAttribute(rawValue: bytes[start..<index].map(\.lowercased).text)
            let value = readValue()
            guard isKept, let name, attributes[name] == nil else { continue }
            attributes[name] = references.read(value)
        }
        index = min(index + 1, bytes.count)
        return attributes
    }

    /// The value after an equals sign, in either quotes or none; nothing when there is no such sign.
    private mutating func readValue() -> ArraySlice<UInt8> {
        var place = index
        while place < bytes.count, bytes[place].isWhitespace { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return [] }
        repeat { place += 1 } while place < bytes.count && bytes[place].isWhitespace
        guard place < bytes.count else {
            index = place
            return []
        }
        let quote = bytes[place]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(place + 1)...].firstIndex(of: quote) ?? bytes.count
            index = min(end + 1, bytes.count)
            return bytes[(place + 1)..<end]
        }
        index = bytes[place...].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: ">") } ?? bytes.count
        return bytes[place..<index]
    }
}
