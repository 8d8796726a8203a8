/// Finds the debris of emoji: those that went through ISO-8859-7 and lost their control characters, and those that went
/// through Mac Roman and lost their first character.
///
/// `π§ͺ` was F0 9F A7 AA, 🧪: 9F is a control. Greek and mathematics must stay, so debris never touches a Greek word,
/// and what could be a formula needs certain debris elsewhere and the place of a bullet before a capitalised word.
struct LostTextScanner {
    private let text: LegacyText

    init(_ text: LegacyText) {
        self.text = text
    }

    private struct Debris {
        let range: Range<Int>
        let emoji: [String]
        let isCertain: Bool
        var encoding = LegacyEncoding.Name.iso8859_7
    }

    /// The most candidates that are still worth naming.
    private static let mostCandidates = 24

    /// The debris at the given places of `π` and `β`, the doubtful only in a text with certain debris.
    func lostText(startingAt loners: [Int], besidesOtherDebris isDamaged: Bool = false) -> [LostText] {
        var found: [Debris] = []
        for loner in loners where loner >= found.last?.range.upperBound ?? 0 {
            if let debris = debris(at: loner) ?? headlessEmoji(at: loner) { found.append(debris) }
        }
        let isDamaged = isDamaged || found.contains(where: \.isCertain)
        return found.filter { $0.isCertain || isDamaged }.map { debris in
            let emoji = debris.emoji.count <= Self.mostCandidates ? debris.emoji : []
            return LostText(original: debris.range, candidates: emoji, encoding: debris.encoding)
        }
    }

    private func debris(at start: Int) -> Debris? {
        guard let first = text.character(at: start), first.scalar == 0x3C0 || first.scalar == 0x3B2 else { return nil }
        let before = Neighbour(before: start, in: text)
        if before.isGreek { return nil }
        let scalars = residue(from: start)
        let end = start + scalars.reduce(0) { $0 + UTF8.width($1) }
        let after = Neighbour(after: end, in: text)
        if after.isGreek || after.isCyrillic { return nil }
        let emoji = EmojiResidues.shared.emoji(leaving: scalars)
        let isCertain = isCertain(scalars, emoji) && !before.isDigit && !before.isLatin && !after.isLatin
        guard isCertain || isBullet(start..<end) else { return nil }
        return Debris(range: start..<end, emoji: emoji, isCertain: isCertain)
    }

    /// An emoji read as Mac Roman that lost its first character, U+F8FF, which few fonts and programs keep: `üöÄ`.
    private func headlessEmoji(at start: Int) -> Debris? {
        var value: UInt32 = 0
        var end = start
        for _ in 1...3 {
            guard let (scalar, next) = text.character(at: end), let character = Unicode.Scalar(scalar),
                let byte = LegacyEncoding.macRoman.bytes[character], byte & 0xC0 == 0x80
            else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
            end = next
        }
        guard let emoji = Unicode.Scalar(value), emoji.value >= 0x1F000, emoji.properties.isEmoji,
            !Neighbour(before: start, in: text).isLatin, !Neighbour(after: end, in: text).isLatin
        else { return nil }
        return Debris(range: start..<end, emoji: [String(emoji)], isCertain: true, encoding: .macRoman)
    }

    /// The characters from `π` or `β` on that can be left of an emoji sequence.
    private func residue(from start: Int) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        var offset = start
        while let (value, end) = text.character(at: offset), let scalar = Unicode.Scalar(value) {
            if value == 0x3BF {
                guard let (next, afterNext) = text.character(at: end), next == 0x388 else { break }
                scalars += [scalar, "Έ"]
                offset = afterNext
            } else {
                let byte = LegacyEncoding.iso8859_7.bytes[scalar] ?? 0
                guard value == 0x3C0 || value == 0x3B2 || 0xA1...0xBF ~= byte else { break }
                scalars.append(scalar)
                offset = end
            }
        }
        return scalars
    }

    /// Whether nobody writes these characters together: a variation selector's rest, or signs that no formula has.
    private func isCertain(_ scalars: [Unicode.Scalar], _ emoji: [String]) -> Bool {
        let leads = scalars.filter { $0 == "π" || $0 == "β" }.count
        guard !emoji.isEmpty || leads > 1 else { return false }
        if String(String.UnicodeScalarView(scalars)).hasSuffix(EmojiResidues.variationSelector) { return true }
        let signs = "€\u{20AF}¦§¨©\u{37A}¬\u{AD}\u{385}ΆΈΉΊΌΎΏ".unicodeScalars
        return scalars.first == "π" && scalars.dropFirst().contains(where: signs.contains)
    }

    /// Whether debris stands where an emoji would: first on its line behind block marks, before a capitalised word.
    private func isBullet(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start > 0, [0x20, 0x09, 0x23, 0x2A, 0x2B, 0x2D, 0x3E].contains(text.bytes[start - 1]) { start -= 1 }
        guard start == 0 || text.bytes[start - 1] == 0x0A, text.character(at: range.upperBound)?.scalar == 0x20 else {
            return false
        }
        let second = text.character(at: range.upperBound + 1)?.end ?? range.upperBound
        return Neighbour(after: range.upperBound + 1, in: text).isUppercase
            && Neighbour(after: second, in: text).isLatin
    }
}
