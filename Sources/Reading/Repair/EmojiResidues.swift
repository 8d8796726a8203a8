/// Which emoji leave which characters when their UTF-8 is read as ISO-8859-7 and the control characters are dropped.
///
/// Found by trying every character that Unicode calls an emoji (the Emoji property of UTS #51), alone and with the
/// variation selector U+FE0F behind it.
struct EmojiResidues: Sendable {
    /// The emoji of every residue.
    static let shared = EmojiResidues()

    /// The residue of the variation selector U+FE0F: EF B8 8F without its last byte.
    static let variationSelector = "οΈ"

    private let emoji: [[Unicode.Scalar]: [String]]

    private init() {
        var emoji: [[Unicode.Scalar]: [String]] = [:]
        for range in [0x2000...0x2BFF, 0x3000...0x32FF, 0x1F000...0x1FAFF] as [ClosedRange<UInt32>] {
            for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.isEmoji {
                var forms = [String(scalar)]
                if !scalar.properties.isEmojiPresentation { forms.append(String(scalar) + "\u{FE0F}") }
                for form in forms {
                    guard let residue = Self.residue(of: form) else { continue }
                    emoji[residue, default: []].append(form)
                }
            }
        }
        self.emoji = emoji
    }

    /// The emoji that leave exactly these characters.
    func emoji(leaving residue: some Sequence<Unicode.Scalar>) -> [String] {
        emoji[Array(residue), default: []]
    }

    /// What is left of a text, nil when the encoding has no character for one of its bytes.
    static func residue(of text: String) -> [Unicode.Scalar]? {
        LegacyEncoding.iso8859_7.decode(text.utf8)?.unicodeScalars.filter { !(0x80...0x9F ~= $0.value) }
    }
}
