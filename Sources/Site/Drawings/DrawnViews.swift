import Diagrams
import Model

/// The views of the book's diagrams as the pages show them.
struct DrawnViews: Sendable {
    /// A view with what its page needs to know of its model.
    struct Drawn: Sendable {
        var view: DiagramView
        var document: DiagramDocument
        /// The id of the element that the view is about.
        var scope: String?
    }

    private let views: [String: [Drawn]]
    private let entries: [Int: Drawn]
    /// The page of the first view about an element, by the path of the model and the element.
    private let zooms: [Place: String]
    private let files: DiagramFiles

    private struct Place: Hashable {
        var path: String
        var element: String
    }

    init(_ documents: [DiagramDocument], files: DiagramFiles, of book: Book, _ map: SiteMap) {
        self.files = files
        var views: [String: [Drawn]] = [:]
        for document in documents {
            let resolver = ViewResolver(document.workspace)
            for view in resolver.views {
                guard let resolved = resolver.resolve(view) else { continue }
                views[document.path, default: []].append(
                    Drawn(view: resolved, document: document, scope: view.scope))
            }
        }
        var entries: [Int: Drawn] = [:]
        var zooms: [Place: String] = [:]
        for (index, entry) in book.entries.enumerated() where entry.kind == .diagram {
            let key = entry.aliases.first ?? entry.title
            guard let drawn = views[entry.source.path]?.first(where: { $0.view.key == key }) else { continue }
            entries[index] = drawn
            guard let scope = drawn.scope, drawn.view.kind == .container || drawn.view.kind == .component else {
                continue
            }
            let place = Place(path: entry.source.path, element: scope)
            if zooms[place] == nil { zooms[place] = map.entryPages[index] }
        }
        (self.views, self.entries, self.zooms) = (views, entries, zooms)
    }

    /// An element of a view that names an entry.
    struct Touch: Sendable, Equatable {
        var name: String
        /// The page of the view, and the id of the element on it; a frame has none.
        var page: String
        var fragment: String?
    }

    /// The elements that name each page, each element once, by the first view that shows it.
    func touches(pageOfID: [String: String], _ map: SiteMap) -> [String: [Touch]] {
        var touches: [String: [Touch]] = [:]
        var seen: Set<Place> = []
        for (index, drawn) in entries.sorted(by: { $0.key < $1.key }) {
            let boxes = Set(drawn.view.elements.map(\.id))
            for id in drawn.view.elements.map(\.id) + drawn.view.boundaries.map(\.id) {
                guard let element = drawn.document.workspace.element(id), element.original == nil,
                    seen.insert(Place(path: drawn.document.path, element: id)).inserted
                else { continue }
                for named in ElementLinks.names(of: element, pageOfID: pageOfID, map) {
                    let fragment = boxes.contains(id) ? DiagramSections.anchor(of: id) : nil
                    touches[named.page, default: []].append(
                        Touch(name: element.name, page: map.entryPages[index], fragment: fragment))
                }
            }
        }
        return touches
    }

    /// The view that an entry of the book is.
    func drawn(ofEntry index: Int) -> Drawn? { entries[index] }

    /// The view whose page it is.
    func drawn(onPage page: String, of map: SiteMap) -> Drawn? {
        map.entryPages.firstIndex(of: page).flatMap { entries[$0] }
    }

    /// The views of a block of code in a text; none when it is no diagram.
    func drawn(inBlock literal: String, language: String, of path: String) -> [Drawn] {
        guard let language = DiagramLanguage(block: language) else { return [] }
        let document = DiagramReader.read(
            Array(literal.utf8), as: language, path: path, offset: SourcePosition(line: 1, column: 0), key: "view",
            files: files)
        let resolver = ViewResolver(document.workspace)
        let views = document.workspace.views.isEmpty ? Self.telling(resolver.views) : resolver.views
        return views.compactMap { view in
            guard let resolved = resolver.resolve(view), !resolved.elements.isEmpty else { return nil }
            // The book has read the block too, and knows its title and its key.
            let known = self.views[path]?.first { known in
                known.view.elements == resolved.elements && known.view.relationships == resolved.relationships
            }
            return known ?? Drawn(view: resolved, document: document, scope: view.scope)
        }
    }

    /// Of the views of a model that states none, those that show what the others leave out: where there are containers, the
    /// systems stand around them; where there are none, the landscape shows all systems.
    private static func telling(_ views: [C4View]) -> [C4View] {
        let hasContainers = views.contains { $0.kind == .container }
        let hasLandscape = views.contains { $0.kind == .systemLandscape }
        return views.filter { view in
            switch view.kind {
            case .systemLandscape: !hasContainers
            case .systemContext: !hasContainers && !hasLandscape
            default: true
            }
        }
    }

    /// The page of an entry that is this view.
    func page(of drawn: Drawn, in map: SiteMap) -> String? {
        entries.filter { $0.value.document.path == drawn.document.path && $0.value.view.key == drawn.view.key }
            .keys.min().map { map.entryPages[$0] }
    }

    /// The page that shows what an element of a model consists of.
    func zoom(into element: String, of path: String) -> String? { zooms[Place(path: path, element: element)] }
}
