import Markdown
import Model

/// A block of text that holds links, cut into the links and the runs of text between them.
struct LinkCarrier {
    /// The paragraph, table cell or heading.
    let block: Int
    /// The links in their order.
    private(set) var links: [LinkMention] = []
    /// The text before the first link, between the links and after the last one; lines end in line feeds.
    private var runs: [String] = []

    init(block: Int, tree: MarkdownTree, links found: DocumentLinks) {
        self.block = block
        var run = ""
        var runStart = block + 1
        var index = block + 1
        while index < tree[block].end {
            guard found[index] != nil || Badges.isBadge(index, tree: tree) else {
                index += 1
                continue
            }
            run += tree.plainText(ofNodes: runStart..<index, lineBreak: "\n")
            if let mention = found[index] {
                links.append(mention)
                runs.append(run)
                run = ""
            }
            index = found[index]?.endNode ?? tree[index].end
            runStart = index
        }
        runs.append(run + tree.plainText(ofNodes: runStart..<tree[block].end, lineBreak: "\n"))
    }

    /// The text before the first link.
    var lead: String { runs[0] }

    /// The text between a link and the next one, or the end.
    func textAfter(link number: Int) -> String { runs[number + 1] }

    /// Whether more than marks stand between the links.
    var hasWordsBetweenLinks: Bool { runs.dropFirst().dropLast().contains(where: \.hasWord) }

    /// The sentence that a link stands in, as one line of plain text.
    func sentence(around number: Int) -> String {
        let before = SentenceEnd.tail(of: textBefore(number))
        let after = SentenceEnd.head(of: textFrom(number + 1))
        return (before + (links[number].label ?? links[number].url) + after).oneLine
    }

    /// The nearest text before a link, other links of the sentence included.
    private func textBefore(_ number: Int) -> String {
        var text = runs[number]
        var index = number
        while index > 0, text.utf8.count < SentenceEnd.reach {
            index -= 1
            text = runs[index] + (links[index].label ?? links[index].url) + text
        }
        return text
    }

    private func textFrom(_ run: Int) -> String {
        var text = runs[run]
        var index = run
        while index < links.count, text.utf8.count < SentenceEnd.reach {
            text += (links[index].label ?? links[index].url) + runs[index + 1]
            index += 1
        }
        return text
    }
}

/// Finds where sentences end in running text.
enum SentenceEnd {
    /// How many bytes of a sentence are kept on either side of a link.
    static let reach = 600

    /// The part of a text after the last end of a sentence in it.
    static func tail(of text: String) -> String {
        let bytes = Array(text.utf8.suffix(reach))
        let end = bytes.indices.last { isEnd(bytes, $0) }
        if let end { return bytes[(end + 1)...].text }
        return whole(bytes[...], isCut: bytes.count < text.utf8.count, atStart: true)
    }

    /// The part of a text up to the first end of a sentence in it.
    static func head(of text: String) -> String {
        let bytes = Array(text.utf8.prefix(reach))
        let end = bytes.indices.first { isEnd(bytes, $0) }
        if let end { return bytes[...end].text }
        return whole(bytes[...], isCut: bytes.count < text.utf8.count, atStart: false)
    }

    /// Whether a mark ends a sentence: white space follows it, or nothing.
    private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard ".!?".utf8.contains(bytes[index]) else { return false }
        guard index + 1 == bytes.count || bytes[index + 1].isWhitespace else { return false }
        // "см." and "e.g." end no sentence, nor does an initial.
        let word = bytes[..<index].reversed().prefix { !$0.isWhitespace && $0 != UInt8(ascii: ".") }
        let letters = word.count { $0 & 0xC0 != 0x80 }
        return bytes[index] != UInt8(ascii: ".") || letters == 0 || letters > 2
    }

    /// A stretch that was cut out of a longer text, without the half word or half letter at the cut.
    private static func whole(_ bytes: ArraySlice<UInt8>, isCut: Bool, atStart: Bool) -> String {
        guard isCut else { return bytes.text }
        let isSpace: (UInt8) -> Bool = { $0.isWhitespace }
        if atStart, let space = bytes.firstIndex(where: isSpace) { return "…" + bytes[space...].text }
        if !atStart, let space = bytes.lastIndex(where: isSpace) { return bytes[..<space].text + "…" }
        return "…"
    }
}

extension String {
    /// Whether the text is empty or white space.
    var isBlank: Bool { utf8.allSatisfy(\.isWhitespace) }

    /// Whether the text has a letter or a digit of any script; emoji are none.
    var hasWord: Bool {
        utf8.contains { $0.isAlphanumeric }
            || unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
