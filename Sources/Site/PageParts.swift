import Model

/// Parts that stand on several sorts of page: rows of entries, tags, ways to other pages.
struct PageParts {
    let plan: SitePlan
    /// The page that the parts stand on.
    let page: String

    /// A link to another page.
    func link(_ label: HTML, to target: String) -> HTML { PageLink.html(label, to: target, from: page) }

    /// A link to the page of an entry, with its title.
    func link(toEntry index: Int) -> HTML {
        let entry = plan.book.entries[index]
        let target = PageLink.address(of: plan.map.entryPages[index], from: page)
        return "<a href=\"\(target)\"\(Wording.attribute(of: entry.language))>\(entry.title)</a>"
    }

    /// The tags of an entry as links, each once.
    func tags(of entry: Entry) -> HTML {
        let names = Set(entry.tags.map(\.name)).sorted()
        let links = names.map { name -> HTML in
            guard let target = plan.map.tagPages[name] else { return "<li>\(Wording.passage(name))</li>" }
            return "<li>\(link(Wording.passage(name), to: target))</li>"
        }
        return links.isEmpty ? "" : "<ul class=\"tags\">\(links.joined())</ul>"
    }

    /// The address of an entry on the web, for people and for browsers; nil when it has none that is safe to follow.
    func webAddress(of entry: Entry) -> (address: String, host: String)? {
        guard let url = entry.link?.url else { return nil }
        guard case .external(let address) = WebAddress(url) else { return nil }
        let name = WebAddress.host(of: address)
        return (address, name.hasPrefix("www.") ? String(name.dropFirst(4)) : name)
    }

    /// Entries as ruled rows.
    func rows(_ indices: [Int], reason: (Entry) -> HTML = PageParts.note) -> HTML {
        guard !indices.isEmpty else { return "" }
        let rows = indices.map { index -> HTML in
            let entry = plan.book.entries[index]
            let note = reason(entry)
            let beneath: HTML = note.isEmpty ? "" : "<p>\(note)</p>"
            return """
                <li><span class="mark">\(Wording.passage(mark(of: entry)))</span>
                <div>\(link(toEntry: index))\(beneath)</div>
                <span class="aside">\(aside(of: entry))</span></li>

                """
        }
        return "<ul class=\"rows\">\n\(rows.joined())</ul>\n"
    }

    /// What a row says beneath the title unless its page has a better reason: the entry's note.
    static func note(of entry: Entry) -> HTML {
        guard let note = entry.note, !note.isEmpty, hasOwnNote(entry) else { return "" }
        return Wording.passage(note)
    }

    /// Whether the note may be told anywhere; that of a short question is the beginning of its answer.
    static func hasOwnNote(_ entry: Entry) -> Bool { entry.question?.form != .short }

    /// The number, the medium or the id that a row begins with.
    private func mark(of entry: Entry) -> String {
        switch entry.content {
        case .decision(let record), .proposal(let record): return RecordName.short(record, entry.kind)
        case .question(let question): return PageParts.name(of: question) ?? question.form.rawValue
        case .link(let link): return link.medium.rawValue
        default: return entry.id.rawValue
        }
    }

    /// The week and the number of a question: `W7 Q3`.
    static func name(of question: Question) -> String? {
        guard let number = question.number else { return nil }
        return question.week.map { "W\($0.number) Q\(number)" } ?? "Q\(number)"
    }

    /// The state, the worth or the place that a row ends with.
    private func aside(of entry: Entry) -> HTML {
        switch entry.content {
        case .decision(let record), .proposal(let record): return Wording.state(record)
        case .question(let question) where question.points != nil:
            return "\(Wording.count(question.points ?? 0, "point"))"
        case .topic: return "<span class=\"state open\">To be written</span>"
        case .pattern(let pattern) where pattern.isCategory: return "category"
        case .link:
            return webAddress(of: entry).map { "<a href=\"\($0.address)\">\($0.host)</a>" } ?? ""
        default:
            return entry.language == .english ? "" : "\(Wording.language(entry.language))"
        }
    }
}
