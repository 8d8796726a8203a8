import Model

/// The author of a work and its title, where a text names both.
struct Authorship: Equatable {
    var title: String
    var author: String?

    /// Reads "Author — Title", "Title / Author", "\"Title\" by Author" and "Title by Author"; else the text is the title.
    init(_ text: String) {
        let text = text.trimmed
        title = text
        author = nil
        if readDash(text) || readSlash(text) { return }
        readBy(text)
    }

    /// "Евгений Кривошеев — Осознанность проектирования".
    private mutating func readDash(_ text: String) -> Bool {
        for dash in [" — ", " – ", " - "] {
            guard let found = text.firstPlace(of: dash) else { continue }
            let left = String(text[..<found.lowerBound])
            let right = String(text[found.upperBound...])
            guard PersonName.isCertain(left), !right.isEmpty else { return false }
            (author, title) = (left, Self.unquoted(right))
            return true
        }
        return false
    }

    /// "Архитектура платежной системы / Филипп Дельгядо", as conferences title their recordings.
    private mutating func readSlash(_ text: String) -> Bool {
        guard let found = text.lastPlace(of: " / ") else { return false }
        let left = String(text[..<found.lowerBound])
        let right = String(text[found.upperBound...])
        guard PersonName.isPossible(right), !left.isEmpty else { return false }
        (author, title) = (right, Self.unquoted(left))
        return true
    }

    private mutating func readBy(_ text: String) {
        guard let found = text.lastPlace(of: " by ") else { return }
        let left = String(text[..<found.lowerBound])
        let right = String(text[found.upperBound...])
        guard PersonName.isPossible(right), Self.isQuoted(left) || PersonName.isCertain(right) else { return }
        (author, title) = (right, Self.unquoted(left))
    }

    /// Whether a text stands in quotation marks.
    static func isQuoted(_ text: String) -> Bool { unquoted(text) != text.trimmed }

    /// The text without the quotation marks around the whole of it.
    static func unquoted(_ text: String) -> String {
        let text = text.trimmed
        for (open, close) in [("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("'", "'"), ("‘", "’")] {
            guard text.hasPrefix(open), text.hasSuffix(close), text.count > 2 else { continue }
            let inner = text.dropFirst().dropLast()
            if !inner.contains(open), !inner.contains(close) { return String(inner).trimmed }
        }
        return text
    }
}

/// Tells names of persons from other capitalised words.
enum PersonName {
    /// Whether a text can be a name: two to four capitalised words of letters, initials and particles allowed.
    static func isPossible(_ text: String) -> Bool {
        let words = text.trimmed.unicodeScalars.split(separator: " ")
        guard (2...4).contains(words.count) else { return false }
        var names = 0
        for word in words {
            if particles.contains(String(word).lowercased()) { continue }
            guard isNameWord(word) else { return false }
            names += 1
        }
        return names >= 2
    }

    /// Whether a text can hardly be anything but a name.
    ///
    /// English titles capitalise every word ("Event Driven Architecture — 5 Pitfalls"), so a Latin name needs a known
    /// given name or an initial; Russian titles do not, so there two capitalised words are enough.
    static func isCertain(_ text: String) -> Bool {
        guard isPossible(text), let first = text.trimmed.unicodeScalars.split(separator: " ").first else {
            return false
        }
        if first.contains(where: { (0x400...0x4FF).contains($0.value) }) { return true }
        return givenNames.contains(String(first).lowercased()) || isInitial(first)
    }

    private static func isNameWord(_ word: Substring.UnicodeScalarView) -> Bool {
        guard let first = word.first, first.properties.isUppercase else { return false }
        if isInitial(word) { return true }
        let rest = word.dropFirst()
        guard !rest.isEmpty, rest.allSatisfy(isNamePart) else { return false }
        // An abbreviation such as CQRS is no name.
        return rest.contains(where: \.properties.isLowercase)
    }

    /// Whether a scalar stands in names: a letter, a mark upon one, a hyphen or an apostrophe.
    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || ["-", "'", "’"].contains(scalar)
    }

    private static func isInitial(_ word: Substring.UnicodeScalarView) -> Bool {
        word.count <= 4 && word.last == "." && word.first?.properties.isUppercase == true
    }

    private static let particles: Set<String> = ["de", "der", "den", "van", "von", "da", "di", "la", "le", "el", "bin"]

    /// Given names common among authors of this field's English books and talks.
    private static let givenNames: Set<String> = Set(
        """
        adam adrian alan alberto alex alexander alistair allen alvaro amy andreas andrew andy anna anthony arnon barbara \
        ben bernd bertrand betsy bill bob brendan brian bruce camille carl caroline charity charles chris christian \
        christine christopher claire cory craig dan daniel dave david dean diana dmitry donald doug douglas ed edsger \
        edward elisabeth emily eoin eric erich erik evelyn felix frank fred gary gene george gerald gojko grady greg \
        gregor heather henrik holly ian ivan jack jackie jacob james jan jane jason jay jean jeff jennifer jeremy jessica \
        jez jim joe john jonas jonathan joseph josh juan julia justin karl kate katie keith ken kent kevin kief kyle larry \
        laura leonard leslie linda lisa lita liz lorin luca lucas luke marcus maria mark martin mary mathias matt matthew \
        melissa michael michel mike monica nancy nat nathan neal neil nick nicole niklaus nina oleg oliver olivier pat \
        patrick paul pavel pete peter phil philip pramod rachel ralph randy rebecca richard rick rob robert robin roger \
        ron roy russ ruth ryan sam samuel sandro sandi sara sarah scott sean sergey seth simon stefan stephen steve \
        steven stuart susan susanne sven tammer ted teresa thomas tim todd tom tony tyler udi vaughn victor vlad vladik \
        vladimir walter ward werner will william yan zhamak
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
