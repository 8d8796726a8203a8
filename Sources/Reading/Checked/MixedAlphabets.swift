import Markdown
import Model

/// Finds words in which letters of one alphabet stand for those of another that look the same: `cага` with a Latin c.
///
/// Such a word looks right and is found by no search. What only has two alphabets in it, such as an acronym with a
/// Russian ending, is left alone: a letter is told only when it has a twin in the other alphabet.
enum MixedAlphabets {
    static func find(in tree: MarkdownTree, _ source: SourceText) -> [MixedWord] {
        // The letters of Cyrillic begin with these bytes; most English files have none.
        guard source.bytes.contains(where: { (0xD0...0xD3).contains($0) }) else { return [] }
        let hasUkrainianI = ByteSearch.offset(of: [0xD1, 0x96], in: source.bytes, fromEnd: false) != nil
        return TextRuns(tree).flatMap { run in
            words(in: run, of: source.bytes).compactMap { range, letters -> MixedWord? in
                guard let mixture = Mixture(letters, knowsUkrainianI: hasUkrainianI) else { return nil }
                return MixedWord(
                    word: source.bytes[range].text, range: source.source(range).range,
                    replacement: source.isAsWritten ? mixture.replacement : nil, foreign: mixture.foreign,
                    alphabet: mixture.alphabet)
            }
        }
    }

    /// The runs of letters that have both ASCII letters and Cyrillic ones.
    private static func words(
        in range: Range<Int>,
        of bytes: [UInt8]
    ) -> [(range: Range<Int>, letters: [Unicode.Scalar])] {
        var found: [(range: Range<Int>, letters: [Unicode.Scalar])] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var (end, hasLatin, hasCyrillic) = (start, false, false)
            while end < range.upperBound, bytes[end].isLetter || bytes[end] >= 0xC3 && bytes[end] < 0xE0 || isTail(end)
            {
                hasLatin = hasLatin || bytes[end].isLetter
                hasCyrillic = hasCyrillic || (0xD0...0xD3).contains(bytes[end])
                end += 1
            }
            if hasLatin, hasCyrillic {
                found.append((start..<end, Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)))
            }
            start = max(end, start + 1)
        }
        return found

        func isTail(_ index: Int) -> Bool { index > start && bytes[index] & 0xC0 == 0x80 && bytes[index - 1] >= 0x80 }
    }
}

/// A word with letters of two alphabets, and what was meant.
private struct Mixture {
    /// The word in one alphabet; nil when it is not certain which was meant.
    let replacement: String?
    let foreign: String
    /// The alphabet of the foreign letters.
    let alphabet: String

    /// Letters that look alike, the Latin one first.
    private static let twins: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("a", "а"), ("c", "с"), ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("y", "у"), ("k", "к"), ("i", "і"),
        ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"), ("K", "К"), ("M", "М"), ("O", "О"), ("P", "Р"),
        ("T", "Т"), ("X", "Х"), ("Y", "У"), ("I", "І"),
    ]
    private static let cyrillicTwin = Dictionary(uniqueKeysWithValues: twins)
    private static let latinTwin = Dictionary(uniqueKeysWithValues: twins.map { ($1, $0) })

    init?(_ letters: [Unicode.Scalar], knowsUkrainianI: Bool) {
        let latin = letters.filter(Self.isLatin)
        let cyrillic = letters.filter(Self.isCyrillic)
        guard !latin.isEmpty, !cyrillic.isEmpty, !Self.isInflectedAcronym(letters) else { return nil }
        let canBeCyrillic = latin.allSatisfy { Self.cyrillicTwin[$0] != nil }
        let canBeLatin = cyrillic.allSatisfy { Self.latinTwin[$0] != nil }
        guard canBeCyrillic || canBeLatin else { return nil }
        let isCyrillicMeant = canBeCyrillic && (!canBeLatin || cyrillic.count >= latin.count)
        // "сор" can be either; three letters of four leave no doubt.
        let (few, many) = isCyrillicMeant ? (latin.count, cyrillic.count) : (cyrillic.count, latin.count)
        var isCertain = canBeCyrillic != canBeLatin || many >= few * 3
        if isCyrillicMeant, !knowsUkrainianI, latin.contains(where: { $0 == "i" || $0 == "I" }) { isCertain = false }
        if !isCyrillicMeant, Self.hasEnding(letters) { isCertain = false }
        let table = isCyrillicMeant ? Self.cyrillicTwin : Self.latinTwin
        replacement = isCertain ? String(String.UnicodeScalarView(letters.map { table[$0] ?? $0 })) : nil
        foreign = Self.distinct(isCyrillicMeant ? latin : cyrillic)
        alphabet = isCyrillicMeant ? "Latin" : "Cyrillic"
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII || (0xC0...0x24F).contains(scalar.value)
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x52F).contains(scalar.value) }

    /// Whether Latin capitals stand in one piece beside small Cyrillic letters, as in "TCPшный" and "неACID".
    private static func isInflectedAcronym(_ letters: [Unicode.Scalar]) -> Bool {
        let switches = zip(letters, letters.dropFirst()).count { isLatin($0) != isLatin($1) }
        let latin = letters.filter(isLatin)
        return switches == 1 && latin.count > 1 && latin.allSatisfy(\.properties.isUppercase)
            && letters.allSatisfy { isLatin($0) || $0.properties.isLowercase }
    }

    /// Whether a Latin word has a short Cyrillic tail, which may be an ending: "Dockerа".
    private static func hasEnding(_ letters: [Unicode.Scalar]) -> Bool {
        let tail = letters.reversed().prefix { isCyrillic($0) }
        let head = letters.dropLast(tail.count)
        return tail.count <= 3 && head.allSatisfy(isLatin) && tail.allSatisfy(\.properties.isLowercase)
    }

    private static func distinct(_ letters: [Unicode.Scalar]) -> String {
        var seen: Set<Unicode.Scalar> = []
        return String(String.UnicodeScalarView(letters.filter { seen.insert($0).inserted }))
    }
}
