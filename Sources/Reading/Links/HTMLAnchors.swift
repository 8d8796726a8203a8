import Model

/// Finds `<a href="…">` in raw HTML.
enum HTMLAnchors {
    /// One anchor with its address and the text inside it.
    struct Anchor: Equatable {
        var url: String
        var text: String
        /// The offset of `<a` in the HTML.
        var offset: Int
    }

    static func find(in html: String) -> [Anchor] {
        let bytes = Array(html.utf8)
        var anchors: [Anchor] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            guard index + 1 < bytes.count, bytes[index].lowercased == UInt8(ascii: "a"), bytes[index + 1].isWhitespace
            else {
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            if let url = attribute("href", in: bytes[index..<end]) {
                let text = end < bytes.count ? innerText(bytes[(end + 1)...]) : ""
                anchors.append(Anchor(url: url.replacingAll("&amp;", with: "&"), text: text, offset: start))
            }
            index = end
        }
        return anchors
    }

    /// The address of the first anchor.
    static func first(in html: String) -> String? {
        guard html.utf8.count > 8, html.utf8.contains(UInt8(ascii: "=")) else { return nil }
        return find(in: html).first?.url
    }

    /// The names that links can lead to: every `id`, and the `name` of every element.
    static func names(in html: String) -> [String] {
        html.utf8.split(separator: UInt8(ascii: "<")).flatMap { part -> [String] in
            let tag = Array(part.prefix { $0 != UInt8(ascii: ">") })[...]
            return [" id", " name"].compactMap { attribute($0, in: tag) }
        }
    }

    /// Whether a tag is `</a>`.
    static func isClosing(_ html: String) -> Bool {
        html.utf8.prefix(3).map(\.lowercased).elementsEqual("</a".utf8)
    }

    /// The value of an attribute, quoted or not.
    private static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
        let lower = tag.map(\.lowercased)
        guard let found = lower.firstRange(of: Array("\(name)=".utf8)) else { return nil }
        let value = tag.dropFirst(found.upperBound)
        guard let quote = value.first else { return nil }
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return value.dropFirst().prefix { $0 != quote }.text
        }
        return value.prefix { !$0.isWhitespace }.text
    }

    /// The text up to the closing tag, or to the next anchor, with the tags inside it left out.
    private static func innerText(_ bytes: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        var inTag = false
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == UInt8(ascii: "<") {
                let tag = bytes[(index + 1)...].prefix(3).map(\.lowercased)
                let isOpening = tag.count > 1 && tag[0] == UInt8(ascii: "a") && tag[1].isWhitespace
                if isOpening || tag.starts(with: Array("/a".utf8)) { break }
                inTag = true
            }
            if !inTag { output.append(byte) }
            if byte == UInt8(ascii: ">") { inTag = false }
        }
        return output.text.oneLine
    }
}
