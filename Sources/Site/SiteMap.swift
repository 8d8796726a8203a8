import Model

/// Where everything of a book stands on the site.
struct SiteMap: Sendable {
    /// The page of each entry, in the order of `Book.entries`.
    let entryPages: [String]
    /// The page of each document, in the order of `Book.documents`; nil for a record, whose entry is its page.
    let documentPages: [String?]
    /// The page that shows a source, by the path of the source.
    let sourcePages: [String: String]
    /// The page of a record by its stem.
    let recordPages: [String: String]
    /// The page of a tag by its name.
    let tagPages: [String: String]

    static let home = "index.html"
    static let alphabet = "a-z.html"
    static let tags = "tags/index.html"
    static let collections = "collections/index.html"
    static let weeks = "weeks/index.html"
    static let style = "style.css"

    /// The index of the entries of one kind.
    static func index(of kind: EntryKind) -> String { "\(kind.plural)/index.html" }

    init(_ book: Book) {
        let entryPages = SiteMap.pages(of: book.entries.map { ($0.kind.plural, SiteMap.nameSource(of: $0)) })
        let shown = book.documents.map { $0.shape != .record }
        let documentPages = zip(SiteMap.pages(of: book.documents.map(SiteMap.place)), shown).map { $1 ? $0 : nil }
        var sources: [String: String] = [:]
        for (document, page) in zip(book.documents, documentPages) { sources[document.path] = page }
        var records: [String: String] = [:]
        for (entry, page) in zip(book.entries, entryPages) {
            guard let record = entry.record else { continue }
            sources[entry.source.path] = sources[entry.source.path] ?? page
            records[record.stem] = records[record.stem] ?? page
        }
        let names = Set(book.entries.flatMap { $0.tags.map(\.name) }).sorted()
        self.entryPages = entryPages
        self.documentPages = documentPages
        sourcePages = sources
        recordPages = records
        tagPages = Dictionary(zip(names, SiteMap.pages(of: names.map { ("tags", $0) }))) { first, _ in first }
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
