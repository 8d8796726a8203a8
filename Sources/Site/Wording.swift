import Model

/// How records are named in few words.
enum RecordName {
    /// `ADR 12`, `RFC 3`, or the stem of a record without a number.
    static func short(_ record: Record, _ kind: EntryKind) -> String {
        guard let number = record.number else { return record.stem }
        return kind == .proposal ? "RFC \(number)" : "ADR \(number)"
    }
}

/// How days, amounts, languages and states are told on a page.
enum Wording {
    /// The day as people write it: `12 Jan 2026`.
    static func day(_ day: Day) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day.day) \(months[day.month - 1]) \(day.year)"
    }

    /// A number and its noun: `1 pattern`, `3 patterns`.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
    }

    /// The name of a language in English; its code where the name is not known here.
    static func language(_ language: Language) -> String {
        let names = [
            "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ru": "Russian",
            "uk": "Ukrainian", "und": "not determined",
        ]
        return names[language.rawValue] ?? language.rawValue
    }

    /// The word for a record's state.
    static func status(_ status: RecordStatus) -> String {
        switch status {
        case .discussion: "In discussion"
        case .unknown: "State unknown"
        default: capitalised(status.rawValue)
        }
    }

    /// The word for a kind as a heading.
    static func title(of kind: EntryKind) -> String {
        kind == .question ? "Review questions" : capitalised(kind.plural)
    }

    static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// The attribute that tells a passage's language where it is not the page's, which is English.
    static func attribute(of language: Language) -> HTML {
        guard language != .english, language != .undetermined, isCode(language.rawValue) else { return "" }
        return " lang=\"\(language.rawValue)\""
    }

    /// A text whose language nobody has told, such as a tag or the name of a section, with the language that its letters tell.
    static func passage(_ text: String) -> HTML {
        let language = attribute(of: Language(of: text))
        return language.isEmpty ? "\(text)" : "<span\(language)>\(text)</span>"
    }

    /// Whether a text has the form of a language code: a word of two or three letters, then others of up to eight.
    static func isCode(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter) else { return false }
        return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) }
    }

    /// A state: always a word with a mark, never colour alone.
    static func state(_ record: Record) -> HTML {
        let word = record.status == .unknown ? record.statusText ?? status(.unknown) : status(record.status)
        return "<span class=\"state \(stateClass(record.status))\">\(word)</span>"
    }

    private static func stateClass(_ status: RecordStatus) -> String {
        switch status {
        case .accepted, .active: "live"
        case .draft, .proposed, .discussion: "open"
        case .superseded, .deprecated, .deferred: "past"
        case .rejected, .dropped, .withdrawn: "dead"
        case .unknown: "open"
        }
    }
}
