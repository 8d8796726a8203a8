/// Weighs a run: what its sequences tell, whether they spell words, and whether they fit their neighbours.
struct MojibakeEvidence {
    private let sequences: [LegacySequence]
    private let encoding: LegacyEncoding.Name

    init(_ sequences: [LegacySequence], in encoding: LegacyEncoding.Name) {
        self.sequences = sequences
        self.encoding = encoding
    }

    /// The evidence of the run between its neighbours.
    func between(_ before: Neighbour, _ after: Neighbour) -> Int {
        let own = ownEvidence
        guard own >= 0, let first = sequences.first, let last = sequences.last else { return 0 }
        if isLoneLetterOfNoWord(before, after) { return 0 }
        if encoding == .cp866,
            sequences.allSatisfy({ $0.spelling[0].isBoxDrawing && $0.followers(are: \.isBoxDrawing) })
        {
            // Drawings touch letters of any script.
            return own - tornWords(before, after)
        }
        var total = own
        total += fit(of: first.scalar, after: before, then: sequences.count == 1 ? after : nil)
        total += fit(of: last.scalar, before: after)
        total += breakOfScript(before, after)
        total += measure(before, after)
        total -= tornWords(before, after)
        return total
    }

    /// What the sequences tell, counting letters of one alphabet in a row as a word.
    private var ownEvidence: Int {
        var total = 0
        var index = 0
        while index < sequences.count {
            let kind = sequences[index].kind
            var told = sequences[index].telling(in: encoding)
            var end = index + 1
            while end < sequences.count, kind.isLetter, sequences[end].kind == kind {
                told += sequences[end].telling(in: encoding)
                end += 1
            }
            // A single ideograph among other characters is what chance makes.
            if end - index == 1, kind == .ideograph { told = 0 }
            total += max(told, wordEvidence(letters: end - index, of: kind, told: told))
            index = end
        }
        return total
    }

    private func wordEvidence(letters: Int, of kind: DecodedKind, told: Int) -> Int {
        guard letters >= 2, kind != .latin else { return 0 }
        // Leads that clean text has before letters (’ and “) tell nothing, so that their words must be longer.
        guard told >= 2 || letters >= 4 else { return 0 }
        if letters == 2, told == 2, isCleanPair { return 2 }
        return letters + 1
    }

    /// Whether two letters could be clean text: capitals with і or ї in 1251, Greek capitals, `–π–∞`.
    private var isCleanPair: Bool {
        switch encoding {
        case .windows1251, .windows1253, .iso8859_7: true
        case .macRoman: sequences.allSatisfy { !$0.spelling[1].isMacRomanLetter }
        case .windows1252, .koi8r, .cp866: false
        }
    }

    /// Whether a Latin letter stands alone that is no word of its own: `√π` would be ù.
    private func isLoneLetterOfNoWord(_ before: Neighbour, _ after: Neighbour) -> Bool {
        guard sequences.count == 1, sequences[0].kind == .latin, !before.isLatin, !after.isLatin,
            sequences[0].telling(in: encoding) < 3
        else { return false }
        return !"àÀèÈéÉêÊóÓòÒöÖåÅíÍáÁâÂôÔşŞœŒłŁżŻ".unicodeScalars.contains(sequences[0].scalar)
    }

    /// Whether the first letter continues the word before it, with the case that a word has.
    private func fit(of scalar: Unicode.Scalar, after before: Neighbour, then after: Neighbour?) -> Int {
        guard sequences.first?.kind == .latin, before.isLatin else { return 0 }
        let isLower = scalar.properties.isLowercase
        if before.isLowercase { return isLower ? 1 : 0 }
        if isLower { return before.isOnlyLetter || after?.isLowercase ?? true ? 1 : 0 }
        return sequences[0].lead == 0xC3 ? 1 : 0
    }

    private func fit(of scalar: Unicode.Scalar, before after: Neighbour) -> Int {
        guard sequences.last?.kind == .latin, after.isLatin else { return 0 }
        if after.isLowercase { return 1 }
        return scalar.properties.isLowercase ? (sequences.count == 1 ? -1 : 0) : 1
    }

    /// Whether a word changes its script or its case at the lead: `cafÃ©`, `cafГ©`.
    private func breakOfScript(_ before: Neighbour, _ after: Neighbour) -> Int {
        let fitsLatin = sequences.first?.kind == .latin || sequences.first?.kind == .symbol
        switch encoding {
        case .macRoman: return 0
        case .windows1252:
            return before.isLowercase && before.isLatin && (0xC2...0xC3 ~= sequences[0].lead) ? 2 : 0
        case .windows1251, .windows1253, .iso8859_7, .koi8r, .cp866:
            return fitsLatin && before.isLatin && sequences[0].lead < 0xE0 ? 2 : 0
        }
    }

    /// Whether a sign stands at a number, as °, × and £ do.
    private func measure(_ before: Neighbour, _ after: Neighbour) -> Int {
        guard sequences.count == 1, let first = sequences.first else { return 0 }
        if first.kind == .symbol {
            if before.isDigit, "°²³¹¼½¾×±µ%‰".unicodeScalars.contains(first.scalar) { return 1 }
            return after.isDigit && "£¥€×±§№".unicodeScalars.contains(first.scalar) ? 1 : 0
        }
        // «0–∞», «2√π» and «£5–£10» are clean text.
        guard first.kind.isLetter, encoding == .macRoman, !first.spelling[1].isMacRomanLetter else { return 0 }
        if after.isDigit { return -2 }
        guard before.isDigit, let follower = Unicode.Scalar(first.spelling[1]) else { return 0 }
        return "π∞µΩ".unicodeScalars.contains(follower) ? -1 : 0
    }

    /// What speaks against the run: a word that goes on in the script of the broken text, or in another one.
    private func tornWords(_ before: Neighbour, _ after: Neighbour) -> Int {
        switch encoding {
        case .windows1251:
            return before.isCyrillic || after.isCyrillic ? 3 : 0
        case .koi8r, .cp866:
            let goesOn = before.isCyrillic || after.isCyrillic || before.isBoxDrawing || after.isBoxDrawing
            return goesOn ? 3 : 0
        case .windows1253, .iso8859_7:
            return before.isGreek || after.isGreek ? 3 : 0
        case .macRoman, .windows1252:
            let isOtherScript = { (kind: DecodedKind?) in kind.map { $0.isLetter && $0 != .latin } ?? false }
            let isTorn =
                isOtherScript(sequences.first?.kind) && before.isLatin && !before.isLeadOfCyrillic
                || isOtherScript(sequences.last?.kind) && after.isLatin && !after.isLeadOfCyrillic
            return isTorn ? 2 : 0
        }
    }
}
