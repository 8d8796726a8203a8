import Diagrams

/// Writes a view down in few words.
struct ViewBuilder {
    private(set) var view: DiagramView

    init(_ title: String, kind: DiagramView.Kind = .container, direction: DiagramView.Direction? = nil) {
        view = DiagramView(
            key: title.lowercased().split(separator: " ").joined(separator: "-"), kind: kind, title: title,
            direction: direction,
            elements: [], relationships: [])
    }

    mutating func boundary(_ id: String, _ name: String, _ type: String = "Software System", in parent: String? = nil) {
        view.boundaries.append(
            DiagramBoundary(
                id: id, name: name, typeLine: type, parent: parent, style: ElementStyle(role: .softwareSystem)))
    }

    mutating func person(_ id: String, _ name: String, _ description: String = "", external: Bool = false) {
        add(id, name, "Person", description, nil, ElementStyle(role: .person, isExternal: external, shape: .person))
    }

    mutating func system(
        _ id: String, _ name: String, _ description: String = "", in parent: String? = nil, external: Bool = false
    ) {
        add(
            id, name, "Software System", description, parent,
            ElementStyle(role: .softwareSystem, isExternal: external, shape: .roundedBox))
    }

    mutating func container(
        _ id: String, _ name: String, _ technology: String = "", _ description: String = "", in parent: String? = nil,
        shape: ElementStyle.Shape = .roundedBox
    ) {
        let type = technology.isEmpty ? "Container" : "Container: \(technology)"
        add(id, name, type, description, parent, ElementStyle(role: .container, shape: shape))
    }

    mutating func component(
        _ id: String, _ name: String, _ technology: String = "", _ description: String = "", in parent: String? = nil
    ) {
        let type = technology.isEmpty ? "Component" : "Component: \(technology)"
        add(id, name, type, description, parent, ElementStyle(role: .component, shape: .component))
    }

    mutating func node(_ id: String, _ name: String, _ technology: String = "", in parent: String? = nil) {
        add(
            id, name, technology.isEmpty ? "Infrastructure Node" : "Infrastructure Node: \(technology)", "", parent,
            ElementStyle(role: .infrastructure))
    }

    private mutating func add(
        _ id: String, _ name: String, _ type: String, _ description: String, _ parent: String?, _ style: ElementStyle
    ) {
        view.elements.append(
            DiagramElement(id: id, name: name, typeLine: type, description: description, boundary: parent, style: style)
        )
    }

    mutating func line(
        _ source: String, _ target: String, _ description: String = "", _ technology: String = "", order: String? = nil,
        isResponse: Bool = false
    ) {
        view.relationships.append(
            DiagramRelationship(
                id: "r\(view.relationships.count)", source: source, target: target, description: description,
                technology: technology, order: order, isResponse: isResponse))
    }
}
