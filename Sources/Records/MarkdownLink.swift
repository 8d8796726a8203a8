import Model

/// An inline link as records use it, `[text](destination)`.
struct MarkdownLink {
    let text: String
    /// Where the link leads, as written.
    let destination: String
    /// The bytes from the opening bracket to the closing parenthesis.
    let range: Range<Int>

    /// Takes the next link off some bytes; nil when none is left.
    init?(_ rest: inout ArraySlice<UInt8>) {
        while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
            let inside = rest[(open + 1)...]
            if let close = MarkdownLink.end(inside, "[", "]"), inside[(close + 1)...].first == UInt8(ascii: "("),
                let end = MarkdownLink.end(inside[(close + 2)...], "(", ")")
            {
                text = MarkdownLink.unescaped(inside[..<close]).trimmed
                destination = inside[(close + 2)..<end].text.trimmed
                range = open..<end + 1
                rest = rest[(end + 1)...]
                return
            }
            rest = inside
        }
        return nil
    }

    /// The stem of the file that the link leads to; nil when it leads to the web or to a place in its own file.
    var stem: String? {
        guard !destination.contains("://"), !destination.hasPrefix("#") else { return nil }
        let words = destination.split(separator: " ", maxSplits: 1)
        let path = (words.first ?? "").split { $0 == "#" || $0 == "?" }.first ?? ""
        let bare = path.filter { $0 != "<" && $0 != ">" }
        guard let name = bare.split(separator: "/").last else { return nil }
        // A proposal of Kubernetes is its folder.
        if name == "kep.yaml" { return PercentEncoding.decoded(RecordName.stem(ofPath: bare)) }
        return RecordName.stem(ofFile: PercentEncoding.decoded(name))
    }

    /// A title as the text of a link: its brackets are escaped unless they are in pairs that lead nowhere.
    static func escapedText(_ title: String) -> String {
        let bytes = Array(title.utf8)
        let probe = bytes + [UInt8(ascii: "]")]
        let isHarmless = end(probe[...], "[", "]") == bytes.count && !title.contains("](") && !title.hasSuffix("\\")
        if isHarmless { return title }
        return bytes.flatMap { byte in "[]\\".utf8.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte] }.text
    }

    /// A file name as the destination of a link.
    static func escapedDestination(_ file: String) -> String {
        PercentEncoding.encoded(file.utf8) { $0 <= 0x20 || "()<>%#?\\".utf8.contains($0) || $0 == 0x7F }
    }

    /// The index of the closing mark, inner pairs and backslash escapes skipped.
    private static func end(_ bytes: ArraySlice<UInt8>, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int? {
        var depth = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: open): depth += 1
            case UInt8(ascii: close):
                if depth == 0 { return index }
                depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped, !"[]\\".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
            isEscaped = false
        }
        return result.text
    }
}
