import Model
import Site

/// A page as a browser's tokenizer sees it: its tags with their attributes, and whether they balance.
struct HTMLPage {
    struct Tag: Equatable {
        var name: String
        var attributes: [String: String]
    }

    private(set) var tags: [Tag] = []
    /// What is wrong with the tags; empty for a well-formed page.
    private(set) var faults: [String] = []
    private var open: [String] = []

    private static let void: Set<String> = ["base", "br", "hr", "img", "input", "link", "meta", "wbr"]
    /// Elements that hold no blocks, and elements that do even there.
    private static let runs: Set<String> = ["a", "b", "code", "em", "kbd", "p", "span", "strong", "sub", "summary"]
    private static let holders: Set<String> = ["div", "li", "td", "svg", "nav", "dd"]
    /// The elements that have to stand directly in certain others (HTML Living Standard, "Content model").
    private static let parents: [String: Set<String>] = [
        "li": ["ul", "ol"], "dt": ["dl", "div"], "dd": ["dl", "div"], "tr": ["table", "thead", "tbody", "tfoot"],
        "td": ["tr"], "th": ["tr"], "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
        "summary": ["details"], "rt": ["ruby"], "rp": ["ruby"],
    ]
    /// The elements that hold no text by themselves.
    private static let parts: Set<String> = ["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"]
    private static let blocks: Set<String> = [
        "blockquote", "details", "div", "dl", "h2", "hr", "ol", "p", "pre", "section", "table", "ul",
    ]

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                index = readTag(bytes, at: index)
            } else {
                if !bytes[index].isWhitespace, let last = open.last, HTMLPage.parts.contains(last) {
                    faults.append("text in <\(last)>")
                }
                index += 1
            }
        }
        if !open.isEmpty { faults.append("left open: \(open)") }
    }

    /// The ids of the page.
    var ids: [String] { tags.compactMap { $0.attributes["id"] } }
    /// The addresses that the page leads to.
    var addresses: [String] { tags.compactMap { $0.attributes["href"] ?? $0.attributes["src"] } }

    private mutating func readTag(_ bytes: [UInt8], at start: Int) -> Int {
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
            faults.append("a tag without end")
            return bytes.count
        }
        let inner = bytes[start + 1..<end]
        if inner.first == UInt8(ascii: "!") { return end + 1 }
        if inner.first == UInt8(ascii: "/") {
            close(inner.dropFirst().text)
        } else {
            openTag(inner)
        }
        return end + 1
    }

    private mutating func close(_ name: String) {
        if open.last == name { open.removeLast() } else { faults.append("</\(name)> closes \(open.last ?? "nothing")") }
    }

    private mutating func openTag(_ tag: ArraySlice<UInt8>) {
        // Elements of a drawing may end in their own tag, those of HTML may not.
        let isWhole = tag.last == UInt8(ascii: "/")
        if isWhole, !open.contains("svg") { faults.append("<\(tag.text)> ends in itself") }
        let inner = isWhole ? tag.dropLast().trimmed : tag
        let nameEnd = inner.firstIndex { $0.isWhitespace } ?? inner.endIndex
        let name = inner[..<nameEnd].text
        if name.isEmpty || name.lowercased() != name { faults.append("an odd tag: \(inner.text)") }
        if HTMLPage.blocks.contains(name), let run = open.last(where: HTMLPage.runs.contains) {
            let isHeld = open.last(where: { HTMLPage.runs.contains($0) || HTMLPage.holders.contains($0) }) != run
            if !isHeld { faults.append("<\(name)> in <\(run)>") }
        }
        if let parents = HTMLPage.parents[name], !(open.last.map(parents.contains) ?? false) {
            faults.append("<\(name)> in <\(open.last ?? "nothing")>")
        }
        if name == "a", open.contains("a") { faults.append("<a> in <a>") }
        tags.append(Tag(name: name, attributes: attributes(inner[nameEnd...])))
        if !isWhole, !HTMLPage.void.contains(name) { open.append(name) }
    }

    /// Attributes are `name="value"` or a name alone; anything else is a fault.
    private mutating func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = bytes.trimmed
        while !rest.isEmpty {
            let nameEnd = rest.firstIndex { $0 == UInt8(ascii: "=") || $0.isWhitespace } ?? rest.endIndex
            let name = rest[..<nameEnd].text
            rest = rest[nameEnd...]
            guard rest.first == UInt8(ascii: "=") else {
                faults.append("attribute \(name) without value")
                return attributes
            }
            rest = rest.dropFirst(2)
            guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")) else {
                faults.append("attribute \(name) without end")
                return attributes
            }
            if attributes[name] != nil { faults.append("attribute \(name) twice") }
            attributes[name] = rest[..<quote].text
            rest = rest[(quote + 1)...].trimmed
        }
        return attributes
    }
}

extension BuiltSite {
    /// The pages by their paths.
    var pages: [String: HTMLPage] {
        Dictionary(files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, HTMLPage($0.bytes)) }) { $1 }
    }

    /// The text of a file; empty when there is none.
    func text(_ path: String) -> String { files.first { $0.path == path }?.bytes.text ?? "" }

    /// The links of all pages that lead to no file or no id, as `page: address`.
    var brokenLinks: [String] {
        let pages = pages
        let paths = Set(files.map(\.path))
        var broken: [String] = []
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            for address in page.addresses where !address.contains("://") && !address.hasPrefix("mailto:") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? path : resolve(String(parts[0]), from: path)
                let id = parts.count > 1 ? String(parts[1]) : nil
                let hasID = id.map { pages[target]?.ids.contains($0) == true } ?? true
                if !paths.contains(target) || !hasID { broken.append("\(path): \(address)") }
            }
        }
        return broken
    }

    private func resolve(_ address: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast()
        for part in address.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
