import Model

/// The anchors and the text of a page, as far as it was read.
struct PageContents: Sendable {
    private(set) var anchors: Set<String> = []
    /// The text as a reader sees it, in lower case, white space made single spaces.
    private(set) var text = ""

    /// Reads an HTML page in UTF-8; nil for anything else.
    init?(_ response: WebResponse) {
        let type = (response.field("content-type") ?? "text/html").lowercased()
        guard type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") else { return nil }
        guard !type.contains("charset=") || type.contains("utf-8") else { return nil }
        var scanner = HTMLScanner(bytes: response.body)
        scanner.scan()
        guard let text = String(validating: scanner.text, as: UTF8.self) ?? PageContents.cut(scanner.text, response)
        else { return nil }
        anchors = scanner.anchors
        self.text = SearchedText.folded(text)
    }

    /// Whether the page has the place that a fragment names.
    func has(anchor: String) -> Bool {
        let name = PercentEncoding.decoded(anchor)
        // GitHub prefixes the anchors of what its users write, and finds them by script.
        return anchors.contains(name) || anchors.contains(anchor) || anchors.contains("user-content-\(name)")
    }

    /// Text whose last letter was cut in the middle by the size cap.
    private static func cut(_ text: [UInt8], _ response: WebResponse) -> String? {
        response.ending == .capped ? text.text : nil
    }
}

/// Walks over HTML by its bytes and keeps anchors and text; no tree is made, so nothing can be nested too deep.
private struct HTMLScanner {
    let bytes: [UInt8]
    var anchors: Set<String> = []
    var text: [UInt8] = []
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            if bytes[index...].starts(with: "<!--".utf8) {
                skip(past: "-->")
            } else {
                readTag()
            }
        }
    }

    private mutating func readTag() {
        index += 1
        let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        let name = bytes[index...].drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isAlphanumeric).map(\.lowercased)
        guard !name.isEmpty || isClosing || bytes[index...].first == UInt8(ascii: "!") else {
            text.append(UInt8(ascii: "<"))
            return
        }
        let end = endOfTag()
        for attribute in ["id", "name"] {
            if let value = HTMLScanner.attribute(attribute, in: bytes[index..<end]) { anchors.insert(value) }
        }
        index = min(end + 1, bytes.count)
        let word = name.text
        if !HTMLScanner.inline.contains(word) { text.append(.space) }
        if !isClosing, HTMLScanner.raw.contains(word) { skip(past: "</\(word)") }
    }

    /// The offset of the `>` that ends the tag, those in quotes passed over.
    private func endOfTag() -> Int {
        var quote: UInt8?
        for place in index..<bytes.count {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
        }
        return bytes.count
    }

    private mutating func skip(past mark: String) {
        let mark = Array(mark.utf8)
        while index < bytes.count {
            if bytes[index...].prefix(mark.count).map(\.lowercased) == mark {
                index += mark.count
                return
            }
            index += 1
        }
    }

    private static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
        let wanted = Array("\(name)=".utf8)
        var place = tag.startIndex
        while place + wanted.count < tag.endIndex {
            if tag[place].isWhitespace, tag[(place + 1)...].prefix(wanted.count).map(\.lowercased) == wanted {
                let value = tag[(place + 1 + wanted.count)...]
                guard let quote = value.first else { return nil }
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    return SearchedText.withoutEntities(value.dropFirst().prefix { $0 != quote }.text)
                }
                return value.prefix { !$0.isWhitespace }.text
            }
            place += 1
        }
        return nil
    }

    /// Elements whose content is no text.
    private static let raw: Set<String> = ["script", "style", "template"]
    /// Elements that do not part words.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "font", "i", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]
}
