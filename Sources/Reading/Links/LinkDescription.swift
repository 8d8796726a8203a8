import Model

/// What a document says of one link: title, author and note.
struct LinkDescription {
    var title: String
    var titleIsDerived: Bool
    var author: String?
    private(set) var note: String?
    /// The text beside the link with its hashtags, which the note leaves out.
    private(set) var surroundings = ""

    /// A link that stands alone.
    init(_ mention: LinkMention) {
        let authorship = Authorship(mention.label ?? "")
        title = mention.label == nil ? DerivedTitle.make(of: mention.url) : authorship.title
        titleIsDerived = mention.label == nil
        author = authorship.author
    }

    /// A link in a carrier.
    ///
    /// - Parameters:
    ///   - number: Which link of the carrier it is, counted from 0.
    ///   - isPoint: Whether the carrier is there for its links; if not, the link stands in a sentence, its note.
    init(_ mention: LinkMention, number: Int, in carrier: LinkCarrier, isPoint: Bool) {
        self.init(mention)
        let isGeneric = LinkWords.isGeneric(mention.label)
        if isGeneric, number > 0, let first = carrier.links[0].label, !LinkWords.isGeneric(first), isPoint {
            title = "\(first) (\(title))"
        } else if isGeneric, !isPoint || !carrier.lead.hasWord {
            title = DerivedTitle.make(of: mention.url)
            titleIsDerived = true
        }
        guard isPoint else {
            add(note: carrier.sentence(around: number))
            return
        }
        if number == 0 { readLead(carrier.lead, isGeneric: isGeneric) }
        readAfter(carrier.textAfter(link: number))
        // "[Title](…) ([source](…)) - note": the note is of the whole item.
        if number == 0, carrier.links.count > 1, note == nil, !carrier.hasWordsBetweenLinks {
            readAfter(carrier.textAfter(link: carrier.links.count - 1))
        }
    }

    /// Adds a text to the note.
    mutating func add(note text: String) {
        let text = text.oneLine
        surroundings += " " + text
        guard !text.isEmpty, !text.everyWordBegins(withOneOf: "#^") else { return }
        note = note.map { "\($0) \(text)" } ?? text
    }

    /// The text before the first link names the author, or the work when the link itself does not.
    private mutating func readLead(_ text: String, isGeneric: Bool) {
        let lines = text.split(separator: "\n").map { Separators.droppingTrailing(String($0).oneLine) }
        guard let lead = lines.first(where: \.hasWord) else { return }
        if titleIsDerived, PersonName.isCertain(lead) {
            author = lead
        } else if titleIsDerived, LinkWords.endsInCall(lead) {
            add(note: lines.joined(separator: " "))
        } else if titleIsDerived || isGeneric {
            let authorship = Authorship(lead)
            title = authorship.title
            titleIsDerived = false
            author = authorship.author
            add(note: lines.drop { $0 != lead }.dropFirst().joined(separator: " "))
        } else if PersonName.isPossible(lead), author == nil {
            author = lead
        } else {
            add(note: lines.joined(separator: " "))
        }
    }

    private mutating func readAfter(_ text: String) {
        var rest = Separators.droppingLeading(text)
        if rest.hasPrefix(")") || rest.hasPrefix("]") { rest = Separators.droppingLeading(String(rest.dropFirst())) }
        if Separators.joins(rest) { return }
        if rest.hasPrefix("by ") {
            let name = rest.dropFirst(3).prefix { !"-–—:,;.(".contains($0) }.trimmed
            if PersonName.isPossible(name), author == nil {
                author = name
                rest = Separators.droppingLeading(String(rest.dropFirst(3 + name.count)))
            }
        }
        rest = Separators.droppingTrailing(rest)
        if rest.hasPrefix("("), rest.hasSuffix(")"), rest.count(where: { $0 == "(" }) == 1 {
            rest = String(rest.dropFirst().dropLast())
        }
        if !rest.utf8.allSatisfy({ !$0.isAlphanumeric && $0 < 0x80 }) { add(note: rest) }
    }
}

/// Words around links that say nothing of what they lead to.
enum LinkWords {
    private static let generic: Set<String> = [
        "link", "here", "this", "read", "more", "read more", "video", "article", "source", "url", "code", "repo",
        "ссылка", "тут", "здесь", "статья", "видео", "подробнее", "читать", "код", "исходники",
    ]

    private static let calls: Set<String> = [
        "read", "see", "watch", "check", "try", "study", "via", "at", "прочитать", "читать", "почитать", "см",
        "посмотреть", "смотреть", "изучить", "читаем", "смотрим",
    ]

    /// Whether a link's text says nothing of what it leads to.
    static func isGeneric(_ label: String?) -> Bool { label.map { generic.contains($0.lowercased()) } ?? false }

    /// Whether a text ends in a call to read or to watch what follows.
    static func endsInCall(_ text: String) -> Bool {
        let word = text.split { !$0.isLetter }.last?.lowercased()
        return word.map(calls.contains) ?? false
    }
}

/// Tells links that a paragraph is about from links inside its sentences.
enum LinkSentence {
    /// Whether the links are the point of a block: little stands before the first and a break follows each.
    static func isPoint(of carrier: LinkCarrier) -> Bool {
        guard isLabel(carrier.lead, of: carrier) else { return false }
        return carrier.links.indices.allSatisfy { number in
            let text = carrier.textAfter(link: number)
            let isLast = number == carrier.links.count - 1
            return !text.hasWord || Separators.begins(text) || (!isLast && Separators.joins(text))
        }
    }

    /// Whether the text before the first link is a mark, a label, a line of its own, or a short title.
    private static func isLabel(_ lead: String, of carrier: LinkCarrier) -> Bool {
        guard lead.hasWord else { return true }
        guard SentenceEnd.tail(of: lead).utf8.count == lead.utf8.count else { return false }
        let words = lead.split(whereSeparator: \.isWhitespace).count
        if Separators.droppingTrailing(lead) != lead.trimmed || lead.last == "\n" { return words <= 16 }
        return words <= 8 && carrier.links.count == 1 && carrier.textAfter(link: 0).isBlank
    }
}
