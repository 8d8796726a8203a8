import Markdown
import Model

/// Finds the parts of a text that are in another language than the text, by their letters.
///
/// Latin letters among Cyrillic ones and the other way round are told apart; a few words of the one in a sentence of the
/// other are not, for they are names more often than not.
struct ForeignParts {
    private let tree: MarkdownTree
    private let isTextCyrillic: Bool
    /// Whether there can be such a part at all.
    private let isMixed: Bool

    /// The fewest letters of a part in English that are no name.
    private static let fewest = 24

    init(_ text: PageText) {
        tree = text.tree
        isTextCyrillic = text.language == .russian || text.language == .ukrainian
        isMixed = isTextCyrillic || text.tree.text.contains(where: ForeignParts.isCyrillic)
    }

    /// The attribute of a block that is in another language; empty for most.
    func attribute(ofBlock index: Int) -> HTML {
        isMixed ? attribute(of: tree.text[tree[index].range]) : ""
    }

    /// The attribute of a link by its label.
    func attribute(ofLink index: Int) -> HTML {
        isMixed ? attribute(of: Array(tree.plainText(ofNodes: tree.descendants(of: index)).utf8)[...]) : ""
    }

    private func attribute(of bytes: ArraySlice<UInt8>) -> HTML {
        var (latin, cyrillic) = (0, 0)
        for byte in bytes {
            if byte.isLetter { latin += 1 }
            if ForeignParts.isCyrillic(byte) { cyrillic += 1 }
        }
        if isTextCyrillic { return cyrillic == 0 && latin >= ForeignParts.fewest ? " lang=\"en\"" : "" }
        return cyrillic > latin ? Wording.attribute(of: Language(of: bytes.text)) : ""
    }

    /// Whether a byte begins a Cyrillic letter, U+0400 to U+04FF.
    private static func isCyrillic(_ byte: UInt8) -> Bool { (0xD0...0xD3).contains(byte) }
}
