import Markdown
import Model

/// All that the pages of a site need to know of each other: addresses, ids, and who cites whom.
///
/// Every part of every page holds on to it, which costs less for one object than for all that it is made of.
final class SitePlan: Sendable {
    let book: Book
    let map: SiteMap
    let entries: [EntryPlan]
    let documents: [DocumentPlan]
    /// The titles of the pages that show a whole source, by their paths.
    let sourceTitles: [String: String]
    let resolver: LinkResolver
    /// The pages that lead to a page, by its path, in the order of the book.
    let citations: [String: [Citation]]
    /// The pages that a page leads to, in the order of its text.
    let citing: [String: [Citation]]
    /// The records that replaced a record, by the stem of the latter, as indices into the book.
    let successors: [String: [Int]]
    /// The records by their stems, as indices into the book.
    let records: [String: Int]
    let related: RelatedEntries
    let order: EntryOrder
    /// The pages before and after each page of an entry, in the order of the index of its kind.
    let neighbours: [String: Neighbours]
    /// Where the repository shows a file for editing; nil when it is not known.
    let repository: String?
    /// When each source was changed last, and what it was called before.
    let history: FileHistory
    let drawings: DrawnViews
    /// The page of each entry by its id.
    let pageOfID: [String: String]
    /// The elements of diagrams that name each page.
    let touches: [String: [DrawnViews.Touch]]

    /// The entries on both sides of one.
    struct Neighbours: Sendable {
        var previous: Int?
        var next: Int?
    }

    /// A page that leads to another.
    struct Citation: Sendable, Equatable {
        var page: String
        var title: String
        var language: Language
    }

    convenience init(_ book: Book, options: SiteOptions = SiteOptions()) {
        let map = SiteMap(book)
        let entries = SitePlan.entryJobs(of: book, map, options.bodies).map { $0() }
        self.init(book, options, map, entries, SitePlan.documentJobs(of: book, map).map { $0() })
    }

    /// Plans the same on all processors.
    static func inParallel(_ book: Book, options: SiteOptions) async -> SitePlan {
        let map = SiteMap(book)
        let entries = await Parallel.results(of: entryJobs(of: book, map, options.bodies))
        return SitePlan(book, options, map, entries, await Parallel.results(of: documentJobs(of: book, map)))
    }

    private init(
        _ book: Book, _ options: SiteOptions, _ map: SiteMap, _ entries: [EntryPlan], _ documents: [DocumentPlan]
    ) {
        self.book = book
        self.map = map
        self.entries = entries
        self.documents = documents
        repository = options.repository
        history = options.history
        let pages = map.entryPages
        drawings = DrawnViews(options.diagrams, files: options.diagramFiles, of: book, map)
        let titles = documents.map { ($0.page, $0.document.title) } + entries.map { ($0.page, $0.entry.title) }
        sourceTitles = Dictionary(titles) { first, _ in first }
        var anchors: [String: Set<String>] = [:]
        for plan in entries { anchors[plan.page] = plan.anchors }
        for plan in documents { anchors[plan.page] = plan.anchors }
        let texts = entries.flatMap(\.texts) + documents.flatMap(\.texts)
        resolver = LinkResolver(
            map: map, anchors: anchors, book: book, attached: AttachedFiles(of: texts, map, from: options.files))
        pageOfID = Dictionary(zip(book.entries.map(\.id.rawValue), pages)) { first, _ in first }
        touches = drawings.touches(pageOfID: pageOfID, map)
        (citations, citing) = SitePlan.citations(entries: entries, documents: documents, resolver: resolver)
        records = Dictionary(
            book.entries.indices.compactMap { index in book.entries[index].record.map { ($0.stem, index) } }
        ) { first, _ in first }
        successors = SitePlan.successors(in: book, records)
        related = RelatedEntries(book)
        order = EntryOrder(book)
        neighbours = SitePlan.neighbours(order, map)
    }

    private static func neighbours(_ orders: EntryOrder, _ map: SiteMap) -> [String: Neighbours] {
        var neighbours: [String: Neighbours] = [:]
        for kind in EntryKind.allCases {
            let order = orders[kind]
            for (place, index) in order.enumerated() {
                neighbours[map.entryPages[index]] = Neighbours(
                    previous: place > 0 ? order[place - 1] : nil,
                    next: place + 1 < order.count ? order[place + 1] : nil)
            }
        }
        return neighbours
    }

    private static func entryJobs(
        of book: Book, _ map: SiteMap, _ bodies: [Source: MarkdownTree]
    ) -> [@Sendable () -> EntryPlan] {
        zip(book.entries.indices, map.entryPages).map { index, page in
            {
                let entry = book.entries[index]
                return EntryPlan(entry, index: index, page: page, body: bodies[entry.source])
            }
        }
    }

    private static func documentJobs(of book: Book, _ map: SiteMap) -> [@Sendable () -> DocumentPlan] {
        let entries = Dictionary(grouping: book.entries.indices) { book.entries[$0].source.path }
        let passages = Dictionary(grouping: book.passages) { $0.source.path }
        let weeks = Dictionary(grouping: book.weeks) { $0.source.path }
        return zip(book.documents, map.documentPages).compactMap { document, page in
            guard let page else { return nil }
            let path = document.path
            return {
                DocumentPlan(
                    document, page: page, book: book, entries: entries[path] ?? [], passages: passages[path] ?? [],
                    weeks: weeks[path] ?? [])
            }
        }
    }

    /// Who cites whom, and the other way round.
    private static func citations(
        entries: [EntryPlan],
        documents: [DocumentPlan],
        resolver: LinkResolver
    ) -> (citations: [String: [Citation]], citing: [String: [Citation]]) {
        let pages = entries.map { (Citation($0), $0.texts) } + documents.map { (Citation($0), $0.texts) }
        let byPage = Dictionary(pages.map { ($0.0.page, $0.0) }) { first, _ in first }
        var (citations, citing): ([String: [Citation]], [String: [Citation]]) = ([:], [:])
        for (page, texts) in pages {
            var seen: Set<String> = [page.page]
            for text in texts {
                for destination in text.destinations {
                    let target = resolver.target(of: destination, on: page.page, in: text.source.path)
                    guard case .page(let other, _, _) = target, seen.insert(other).inserted else { continue }
                    citations[other, default: []].append(page)
                    if let cited = byPage[other] { citing[page.page, default: []].append(cited) }
                }
            }
        }
        return (citations, citing)
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

extension SitePlan.Citation {
    fileprivate init(_ plan: EntryPlan) {
        let label = plan.entry.record.map { RecordName.short($0, plan.entry.kind) + " " } ?? ""
        self.init(page: plan.page, title: label + plan.entry.title, language: plan.entry.language)
    }

    fileprivate init(_ plan: DocumentPlan) {
        self.init(page: plan.page, title: plan.document.title, language: plan.document.language)
    }
}
