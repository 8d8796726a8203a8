import Model

/// How titles are ordered: without regard to case, and with ё beside е.
struct SortKey: Comparable {
    private let text: String

    init(_ title: String) {
        let words = title.unicodeScalars.drop { !SortKey.isLetterOrDigit($0) }
        let folded = String(words).lowercased()
        text = String(String.UnicodeScalarView(folded.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
    }

    /// The letter under which the title stands: a capital letter, `0–9`, or `#` for titles without letters.
    var letter: String {
        guard let first = text.unicodeScalars.first else { return "#" }
        return first.properties.isAlphabetic ? String(first).uppercased() : "0–9"
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
    }
}

/// Everything in the book from A to Z; it serves where search cannot run.
struct AlphabetPage {
    let site: SitePlan

    private struct Item {
        var key: SortKey
        var title: String
        var language: Language
        var page: String
        var kind: String
    }

    func content() -> Frame.Content {
        let items = items()
        var letters: [String] = []
        var groups: [String: [Item]] = [:]
        for item in items {
            if groups[item.key.letter] == nil { letters.append(item.key.letter) }
            groups[item.key.letter, default: []].append(item)
        }
        var names = HeadingNames()
        let ids = letters.map { names.name(for: "letter \($0)") }
        let ways = zip(letters, ids).map { letter, id -> HTML in "<li><a href=\"#\(id)\">\(letter)</a></li>" }
        let sections = zip(letters, ids).map { letter, id -> HTML in
            "<h2 id=\"\(id)\">\(letter)</h2>\n<ul class=\"rows plain\">\n\(rows(groups[letter] ?? []))</ul>\n"
        }
        let main: HTML = """
            <h1>A to Z</h1>
            <p class="lead">\(Wording.count(items.count, "title")). The browser's own search finds words on this page.</p>
            <nav aria-label="Letters"><ul class="letters">\(ways.joined())</ul></nav>
            \(sections.joined())
            """
        return Frame.Content(
            page: SiteMap.alphabet, title: "A to Z", path: [(site.book.title, SiteMap.home)], main: main)
    }

    private func rows(_ items: [Item]) -> HTML {
        items.map { item -> HTML in
            let label: HTML = "<span\(Wording.attribute(of: item.language))>\(item.title)</span>"
            let link = PageLink.html(label, to: item.page, from: SiteMap.alphabet)
            return "<li><div>\(link)</div> <span class=\"aside\">\(item.kind)</span></li>\n"
        }.joined()
    }

    private func items() -> [Item] {
        let entries = zip(site.book.entries, site.map.entryPages).map { entry, page in
            Item(
                key: SortKey(entry.title), title: entry.title, language: entry.language, page: page,
                kind: entry.kind.rawValue)
        }
        let documents = site.documents.map { plan in
            Item(
                key: SortKey(plan.document.title), title: plan.document.title, language: plan.document.language,
                page: plan.page, kind: DocumentPage.kind(of: plan.document.shape).lowercased())
        }
        return (entries + documents).sorted { ($0.key, $0.page) < ($1.key, $1.page) }
    }
}
