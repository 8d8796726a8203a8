import Model

/// All that the pages of a site need to know of each other: addresses, ids, and who cites whom.
struct SitePlan: Sendable {
    let book: Book
    let map: SiteMap
    let entries: [EntryPlan]
    let documents: [DocumentPlan]
    /// The titles of the pages that show a whole source, by their paths.
    let sourceTitles: [String: String]
    let resolver: LinkResolver
    /// The pages that lead to a page, by its path, in the order of the book.
    let citations: [String: [Citation]]
    /// The records that replaced a record, by the stem of the latter, as indices into the book.
    let successors: [String: [Int]]
    /// The records by their stems, as indices into the book.
    let records: [String: Int]

    /// A page that leads to another.
    struct Citation: Sendable, Equatable {
        var page: String
        var title: String
        var language: Language
    }

    init(_ book: Book) {
        self.book = book
        map = SiteMap(book)
        entries = zip(book.entries, map.entryPages).map { EntryPlan($0, page: $1) }
        documents = SitePlan.documents(of: book, map)
        let titles = documents.map { ($0.page, $0.document.title) } + entries.map { ($0.page, $0.entry.title) }
        sourceTitles = Dictionary(titles) { first, _ in first }
        var anchors: [String: Set<String>] = [:]
        for plan in entries { anchors[plan.page] = plan.anchors }
        for plan in documents { anchors[plan.page] = plan.anchors }
        resolver = LinkResolver(map: map, anchors: anchors, book: book)
        citations = SitePlan.citations(entries: entries, documents: documents, resolver: resolver)
        records = Dictionary(
            book.entries.indices.compactMap { index in book.entries[index].record.map { ($0.stem, index) } }
        ) { first, _ in first }
        successors = SitePlan.successors(in: book, records)
    }

    private static func documents(of book: Book, _ map: SiteMap) -> [DocumentPlan] {
        let entries = Dictionary(grouping: book.entries.indices) { book.entries[$0].source.path }
        let passages = Dictionary(grouping: book.passages) { $0.source.path }
        let weeks = Dictionary(grouping: book.weeks) { $0.source.path }
        return zip(book.documents, map.documentPages).compactMap { document, page in
            guard let page else { return nil }
            let path = document.path
            return DocumentPlan(
                document, page: page, book: book, entries: entries[path] ?? [], passages: passages[path] ?? [],
                weeks: weeks[path] ?? [])
        }
    }

    private static func citations(
        entries: [EntryPlan],
        documents: [DocumentPlan],
        resolver: LinkResolver
    ) -> [String: [Citation]] {
        var citations: [String: [Citation]] = [:]
        func cite(_ citing: Citation, _ texts: [PageText]) {
            var seen: Set<String> = [citing.page]
            for text in texts {
                for destination in text.destinations {
                    let target = resolver.target(of: destination, on: citing.page, in: text.source.path)
                    guard case .page(let page, _, _) = target, seen.insert(page).inserted else { continue }
                    citations[page, default: []].append(citing)
                }
            }
        }
        for plan in entries {
            let label = plan.entry.record.map { RecordName.short($0, plan.entry.kind) + " " } ?? ""
            let title = label + plan.entry.title
            cite(Citation(page: plan.page, title: title, language: plan.entry.language), plan.texts)
        }
        for plan in documents {
            cite(Citation(page: plan.page, title: plan.document.title, language: plan.document.language), plan.texts)
        }
        return citations
    }

    /// Who replaced whom, whichever of the two records says so.
    private static func successors(in book: Book, _ records: [String: Int]) -> [String: [Int]] {
        var successors: [String: Set<Int>] = [:]
        for (index, entry) in book.entries.enumerated() {
            guard let record = entry.record else { continue }
            for relation in record.relations {
                guard let target = relation.target else { continue }
                if relation.kind == .supersedes { successors[target, default: []].insert(index) }
                if relation.kind == .supersededBy, let other = records[target] {
                    successors[record.stem, default: []].insert(other)
                }
            }
        }
        return successors.mapValues { $0.sorted() }
    }
}
