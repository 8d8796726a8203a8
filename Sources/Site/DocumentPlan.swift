import Model

/// The page of a source before it is written: what stands in it, in the order of the file.
struct DocumentPlan: Sendable {
    let document: Document
    let page: String
    let items: [Item]
    /// The review weeks that the source holds.
    let weeks: [ReviewWeek]
    /// The ids of the page.
    let anchors: Set<String>

    /// One thing on the page.
    enum Item: Sendable {
        case heading(PageHeading)
        /// An entry, as an index into the book.
        case entry(Int)
        case text(PageText)
    }

    /// The Markdown texts of the page.
    var texts: [PageText] {
        items.compactMap { item in
            if case .text(let text) = item { text } else { nil }
        }
    }

    /// What "On this page" lists.
    var contents: [PageHeading] {
        items.compactMap { item in
            if case .heading(let heading) = item, heading.level <= 3 { heading } else { nil }
        }
    }

    /// - Parameters:
    ///   - entries: The indices of the entries of the document.
    ///   - passages: The passages of the document.
    init(_ document: Document, page: String, book: Book, entries: [Int], passages: [Passage], weeks: [ReviewWeek]) {
        self.document = document
        self.page = page
        self.weeks = weeks
        var builder = DocumentPlanBuilder(document)
        let parts = entries.map { DocumentPlanBuilder.Part.entry($0, book.entries[$0]) } + passages.map { .passage($0) }
        for part in parts.sorted(by: { $0.order < $1.order }) { builder.add(part) }
        items = builder.items
        anchors = builder.reader.names.all
    }
}

/// Puts the parts of a document's page together and adds the headings that changed from one part to the next.
private struct DocumentPlanBuilder {
    private let document: Document
    private(set) var reader = PageTextReader()
    private(set) var items: [DocumentPlan.Item] = []
    private var section: [String] = []

    init(_ document: Document) { self.document = document }

    /// An entry or a passage.
    enum Part {
        case entry(Int, Entry)
        case passage(Passage)

        /// A passage stands before the entries that its lines hold.
        var order: (SourcePosition, Int) {
            switch self {
            case .passage(let passage): (passage.source.range.start, -1)
            case .entry(let index, let entry): (entry.source.range.start, index)
            }
        }
    }

    mutating func add(_ part: Part) {
        switch part {
        case .entry(let index, let entry):
            enter(entry.section)
            items.append(.entry(index))
        case .passage(let passage):
            enter(passage.section)
            let level = min(section.count + 2, 6)
            let text = reader.read(passage.text, source: passage.source, language: passage.language, level: level)
            items.append(.text(text))
        }
    }

    /// Writes the headings of a section that the part before did not stand under.
    private mutating func enter(_ full: [String]) {
        let next = full.first == document.title ? Array(full.dropFirst()) : full
        var common = 0
        while common < min(section.count, next.count), section[common] == next[common] { common += 1 }
        for (depth, title) in next.enumerated().dropFirst(common) {
            items.append(.heading(reader.heading(title, level: depth + 2)))
        }
        section = next
    }
}
