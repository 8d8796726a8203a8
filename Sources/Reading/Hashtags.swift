import Model

/// Finds `#hashtags` in a text.
enum Hashtags {
    /// The hashtags of a text as tags, in order, each once.
    ///
    /// A hashtag starts at the beginning or after white space or an opening bracket, and has a letter: `#12` is a number
    /// and `page#part` an anchor. Code between backticks has none.
    static func find(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        var seen: Set<String> = []
        var index = 0
        var inCode = false
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "`") { inCode.toggle() }
            guard !inCode, bytes[index] == UInt8(ascii: "#"), isStart(bytes, index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, isPart(bytes[end]) { end += 1 }
            let word = bytes[(index + 1)..<end]
            if word.contains(where: { $0.isLetter || $0 >= 0x80 }) {
                let tag = Slug.tag(of: word.text)
                if !tag.isEmpty, seen.insert(tag).inserted { found.append(tag) }
            }
            index = max(end, index + 1)
        }
        return found
    }

    private static func isStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        return bytes[index - 1].isWhitespace || bytes[index - 1] == UInt8(ascii: "(")
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
