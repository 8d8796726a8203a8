import Diagrams
import Model

/// Where the elements of a view lead: to what they consist of, to the pages of what they name, or into the world.
struct ElementLinks {
    let plan: SitePlan
    /// The page that the view stands on.
    let page: String
    let drawn: DrawnViews.Drawn

    /// A page of the book that an element names by a property.
    struct Named {
        var label: String
        var page: String
    }

    /// The addresses of the boxes by their elements, for the drawing.
    var addresses: [String: String] {
        var addresses: [String: String] = [:]
        for element in drawn.view.elements { addresses[element.id] = address(of: element) }
        return addresses
    }

    private func address(of element: DiagramElement) -> String? {
        let (path, id) = (drawn.document.path, original(of: element.id))
        if let target = plan.drawings.zoom(into: id, of: path), target != page {
            return PageLink.address(of: target, from: page)
        }
        if let link = element.link, let address = self.address(ofLink: link) { return address }
        return names(of: element.id).first.map { PageLink.address(of: $0.page, from: page) }
    }

    /// What a link of the model leads to: an address, a file of the book, or an entry by its id.
    private func address(ofLink link: String) -> String? {
        if let page = plan.pageOfID[link.lowercased()] { return PageLink.address(of: page, from: self.page) }
        switch plan.resolver.target(of: link, on: page, in: drawn.document.path) {
        case .external(let address): return address
        case .page(let target, let fragment, _): return PageLink.address(of: target, fragment: fragment, from: page)
        case .missing, .unsafe, .file: return nil
        }
    }

    /// The patterns, decisions and proposals that an element names.
    func names(of id: String) -> [Named] {
        guard let element = drawn.document.workspace.element(original(of: id)) else { return [] }
        return ElementLinks.names(of: element, pageOfID: plan.pageOfID, plan.map)
    }

    static func names(of element: C4Element, pageOfID: [String: String], _ map: SiteMap) -> [Named] {
        ["adr", "rfc", "pattern"].flatMap { property in
            (element.properties[property] ?? "").split(separator: ",").map(\.trimmed).compactMap { name -> Named? in
                let number = Int(name)
                let page = pageOfID[number.map { "\(property)-\($0)" } ?? name] ?? map.recordPages[name]
                guard let page else { return nil }
                return Named(label: number == nil ? name : "\(property.uppercased()) \(name)", page: page)
            }
        }
    }

    /// The element that an instance is one of.
    private func original(of id: String) -> String { drawn.document.workspace.element(id)?.original ?? id }
}
