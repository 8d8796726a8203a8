import Model

/// What a document says of one link: title, author and note.
struct LinkDescription {
    var title: String
    var titleIsDerived: Bool
    var author: String?
    private(set) var note: String?

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
        guard isPoint else {
            add(note: carrier.text)
            return
        }
        if number == 0 { readLead(carrier.lead, isGeneric: LinkDescription.isGeneric(mention.label)) }
        readAfter(carrier.textAfter(link: number))
    }

    /// Adds a text to the note.
    mutating func add(note text: String) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        note = note.map { "\($0) \(text)" } ?? text
    }

    /// The text before the first link names the author, or the work when the link itself does not.
    private mutating func readLead(_ lead: String, isGeneric: Bool) {
        let lead = Separators.droppingTrailing(lead)
        guard !lead.isEmpty else { return }
        if titleIsDerived || isGeneric {
            let authorship = Authorship(lead)
            title = authorship.title
            titleIsDerived = false
            author = authorship.author
        } else if PersonName.isPossible(lead), author == nil {
            author = lead
        } else {
            add(note: lead)
        }
    }

    private mutating func readAfter(_ text: String) {
        var rest = Separators.droppingLeading(text)
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

    /// Whether a link's text says nothing of what it leads to.
    private static func isGeneric(_ label: String?) -> Bool {
        guard let label else { return false }
        return [
            "link", "here", "this", "read", "more", "read more", "video", "article", "source", "url", "ссылка", "тут",
            "здесь", "статья", "видео", "подробнее", "читать",
        ].contains(label.lowercased())
    }
}

/// Tells links that a paragraph is about from links inside its sentences.
enum LinkSentence {
    /// Whether the links are the point of a block: little stands before the first and a break follows each.
    static func isPoint(of carrier: LinkCarrier) -> Bool {
        let lead = carrier.lead
        if !lead.isEmpty {
            let words = lead.split(whereSeparator: \.isWhitespace).count
            let isLabel = Separators.droppingTrailing(lead) != lead
            guard isLabel ? words <= 16 : words <= 8 && carrier.links.count == 1 && endsBlock(carrier) else {
                return false
            }
        }
        for number in carrier.links.indices {
            let text = carrier.textAfter(link: number)
            if !text.isBlank, !Separators.begins(text), number == 0 || lead.isEmpty { return false }
        }
        return true
    }

    /// Whether nothing follows the last link.
    private static func endsBlock(_ carrier: LinkCarrier) -> Bool {
        carrier.textAfter(link: carrier.links.count - 1).isBlank
    }
}
