import Model

/// Where everything of a book stands on the site.
struct SiteMap: Sendable {
    /// The page of each entry, in the order of `Book.entries`.
    let entryPages: [String]
    /// The page of each document, in the order of `Book.documents`; nil where an entry is the whole document.
    let documentPages: [String?]
    /// The page that shows a source, by the path of the source.
    let sourcePages: [String: String]
    /// The page of a record by its stem.
    let recordPages: [String: String]
    /// The page of a tag by its name.
    let tagPages: [String: String]

    static let home = "index.html"
    static let alphabet = "a-z.html"
    static let timeline = "timeline.html"
    static let board = "board.html"
    static let review = "practise.html"
    static let health = "health.html"
    static let missing = "404.html"
    static let tags = "tags/index.html"
    static let collections = "collections/index.html"
    static let weeks = "weeks/index.html"
    static let style = "style.css"
    static let diagramStyle = "drawing.css"
    static let script = "page.js"
    static let search = "search.js"
    static let searchStyle = "search.css"
    static let searchNear = "search/near.js"

    /// The index of the entries of one kind.
    static func index(of kind: EntryKind) -> String { "\(kind.plural)/index.html" }

    init(_ book: Book) {
        let entryPages = SiteMap.pages(of: book.entries.map { ($0.kind.plural, SiteMap.nameSource(of: $0)) })
        let wholes = SiteMap.entriesThatAreDocuments(in: book)
        let documentPages = zip(SiteMap.pages(of: book.documents.map(SiteMap.place)), book.documents)
            .map { wholes[$1.path] == nil ? $0 : nil }
        var sources = wholes.mapValues { entryPages[$0] }
        for (document, page) in zip(book.documents, documentPages) where page != nil { sources[document.path] = page }
        var records: [String: String] = [:]
        for (entry, page) in zip(book.entries, entryPages) {
            if let record = entry.record { records[record.stem] = records[record.stem] ?? page }
        }
        let names = Set(book.entries.flatMap { $0.tags.map(\.name) }).sorted()
        self.entryPages = entryPages
        self.documentPages = documentPages
        sourcePages = sources
        recordPages = records
        tagPages = Dictionary(zip(names, SiteMap.pages(of: names.map { ("tags", $0) }))) { first, _ in first }
    }

    /// The entries whose page shows all of their source: records, and the one pattern of a note without other prose.
    private static func entriesThatAreDocuments(in book: Book) -> [String: Int] {
        let withProse = Set(book.passages.map(\.source.path))
        let notes = Set(book.documents.filter { $0.shape == .patternNotes }.map(\.path)).subtracting(withProse)
        var wholes: [String: Int] = [:]
        let patterns = book.entries.indices.filter { index in
            book.entries[index].kind == .pattern && notes.contains(book.entries[index].source.path)
        }
        for (path, indices) in Dictionary(grouping: patterns, by: { book.entries[$0].source.path }) {
            if let only = indices.first, indices.count == 1 { wholes[path] = only }
        }
        for (index, entry) in book.entries.enumerated() where entry.record != nil {
            wholes[entry.source.path] = wholes[entry.source.path] ?? index
        }
        return wholes
    }

    private static func nameSource(of entry: Entry) -> String { entry.record?.stem ?? entry.id.rawValue }

    /// The folder of a document's page, and what its name is made from: its path without the outermost folder.
    private static func place(of document: Document) -> (folder: String, name: String) {
        let folder = document.shape == .reviewWeek ? "weeks" : "collections"
        let parts = document.path.split(separator: "/")
        let inner = (parts.count > 1 ? parts.dropFirst() : parts[...]).joined(separator: "/")
        let dot = inner.utf8.lastIndex(of: UInt8(ascii: "."))
        return (folder, dot.map { String(inner[..<$0]) } ?? inner)
    }

    /// The pages of some things, each a folder and a name; names are given in the order of the texts, so that the
    /// order in which things were read does not matter.
    private static func pages(of things: [(folder: String, name: String)]) -> [String] {
        var names: [String: FileNames] = [:]
        var pages = Array(repeating: "", count: things.count)
        let order = things.indices.sorted { (things[$0].name, $0) < (things[$1].name, $1) }
        for index in order {
            let (folder, text) = things[index]
            pages[index] = "\(folder)/\(names[folder, default: FileNames()].name(for: text)).html"
        }
        return pages
    }
}
