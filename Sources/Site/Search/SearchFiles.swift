import Markdown
import Model
import Search

/// The index of the book for search in the browser, as files of the site.
struct SearchFiles {
    private let site: SitePlan
    /// The pages of the texts that are no entries, by their sources.
    private let passagePages: [Source: String]

    init(_ site: SitePlan) {
        self.site = site
        var pages: [Source: String] = [:]
        for plan in site.documents {
            var section = ""
            for item in plan.items {
                switch item {
                case .heading(let heading): section = "#\(heading.id)"
                case .text(let text): pages[text.source] = plan.page + section
                case .entry: break
                }
            }
        }
        passagePages = pages
    }

    func files() -> [SiteFile] {
        let entries = site.book.entries
        let places = Dictionary(entries.indices.map { (Place(entries[$0]), $0) }) { first, _ in first }
        let index = try? WebIndex(units(), vocabulary: site.book.vocabulary, records: records()) { subject in
            switch subject {
            case .entry(let entry): result(places[Place(entry)] ?? 0)
            case .passage(let passage): result(passage)
            }
        }
        let shards = (try? index?.shards()) ?? []
        return shards.map { SiteFile(path: "search/\($0.name).js", bytes: $0.bytes) }
    }

    /// What tells an entry from others.
    private struct Place: Hashable {
        var id: EntryID
        var source: Source

        init(_ entry: Entry) {
            id = entry.id
            source = entry.source
        }
    }

    /// The book by the places that are read as a whole: sources, and folders of records.
    private func units() -> [SearchUnit] {
        var units: [String: SearchUnit] = [:]
        for entry in site.book.entries {
            let name = entry.record == nil ? entry.source.path : "\(PagePath.folder(of: entry.source.path))/"
            units[name, default: SearchUnit(name: name, files: [], entries: [])].entries.append(entry)
        }
        for passage in site.book.passages {
            let name = passage.source.path
            units[name, default: SearchUnit(name: name, files: [], entries: [])].passages.append(passage)
        }
        return Array(units.values)
    }

    private func records() -> [WebRecord] {
        zip(site.book.entries, site.map.entryPages).compactMap { entry, page in
            guard let record = entry.record, let number = record.number else { return nil }
            return WebRecord(
                number: number, name: RecordName.short(record, entry.kind), title: entry.title, page: page)
        }
    }

    private func result(_ index: Int) -> WebResult {
        let entry = site.book.entries[index]
        let page = site.map.entryPages[index]
        return WebResult(
            title: entry.title, page: page, kind: entry.kind.rawValue, place: place(of: entry, on: page),
            excerpt: SearchFiles.excerpt(of: entry, site.entries[index]),
            language: SearchFiles.code(of: entry.language))
    }

    private func result(_ passage: Passage) -> WebResult {
        let path = passage.source.path
        let page = passagePages[passage.source] ?? site.map.sourcePages[path] ?? SiteMap.home
        let title = site.map.sourcePages[path].flatMap { site.sourceTitles[$0] } ?? path
        let tree = MarkdownParser.parse(passage.text.utf8.map { $0 == 0 ? .space : $0 })
        return WebResult(
            title: passage.section.last ?? title, page: page, kind: SearchQuery.prose,
            place: passage.section.isEmpty ? "" : title, excerpt: SearchFiles.shortened(tree.plainText(of: 0)),
            language: SearchFiles.code(of: passage.language))
    }

    private func place(of entry: Entry, on page: String) -> String {
        if let record = entry.record { return RecordName.short(record, entry.kind) }
        let source = site.map.sourcePages[entry.source.path]
        return source == page ? "" : source.flatMap { site.sourceTitles[$0] } ?? ""
    }

    private static func code(of language: Language) -> String {
        Wording.attribute(of: language).isEmpty ? "" : language.rawValue
    }

    /// The note, or the beginning of the text; never what a page folds away, such as an answer.
    private static func excerpt(of entry: Entry, _ plan: EntryPlan) -> String {
        if let note = entry.note, !note.isEmpty, entry.question == nil { return shortened(note) }
        for section in plan.sections where !section.isFolded {
            guard case .text(let text) = section.content else { continue }
            let hidden = text.hiddenNodes
            for node in text.tree.children(of: 0) where !hidden.contains(where: { $0.contains(node) }) {
                if case .heading = text.tree[node].kind { continue }
                let words = shortened(text.tree.plainText(of: node))
                if !words.isEmpty { return words }
            }
        }
        return ""
    }

    /// The longest excerpt in characters.
    private static let longest = 140

    /// The beginning of a text on one line, cut between words.
    private static func shortened(_ text: String) -> String {
        let line = String(decoding: text.utf8.prefix(4 * longest), as: UTF8.self).oneLine
        guard line.utf8.count > longest, line.count > longest else { return line }
        let cut = line.prefix(longest)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
