/// One view of a model, resolved: exactly what is drawn, in the order of the declarations.
///
/// The languages produce it, the layout arranges it, and every drawing and other tool's format is made from it.
package struct DiagramView: Sendable, Hashable {
    /// What a view shows, after the C4 model and the kinds of view of the Structurizr DSL.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case systemLandscape, systemContext, container, component, dynamic, deployment, custom
    }

    /// Which way the relationships run on the page.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case topBottom, bottomTop, leftRight, rightLeft
    }

    /// The key of the view, unique in its model.
    package var key: String
    package var kind: Kind
    package var title: String
    package var description: String
    /// The direction that the author asked for; nil lets the layout choose.
    package var direction: Direction?
    /// The boxes, in the order of their declaration.
    package var elements: [DiagramElement]
    /// The lines, in the order of their declaration.
    package var relationships: [DiagramRelationship]
    /// The frames around boxes, outer ones before the ones they hold.
    package var boundaries: [DiagramBoundary]

    /// Makes a view of its parts.
    package init(
        key: String, kind: Kind, title: String, description: String = "", direction: Direction? = nil,
        elements: [DiagramElement], relationships: [DiagramRelationship], boundaries: [DiagramBoundary] = []
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.description = description
        self.direction = direction
        self.elements = elements
        self.relationships = relationships
        self.boundaries = boundaries
    }
}

/// A box of a view.
package struct DiagramElement: Sendable, Hashable, Identifiable {
    /// The identifier, stable between versions of the model, such as `shop.web`.
    package var id: String
    package var name: String
    /// What stands in brackets under the name, such as `Container: Swift` or `Person`.
    package var typeLine: String
    package var description: String
    /// The innermost boundary that the box stands in.
    package var boundary: String?
    package var style: ElementStyle
    /// Where the box leads: an address, or the id of an entry of the book.
    package var link: String?

    /// Makes a box.
    package init(
        id: String, name: String, typeLine: String = "", description: String = "", boundary: String? = nil,
        style: ElementStyle = ElementStyle(), link: String? = nil
    ) {
        self.id = id
        self.name = name
        self.typeLine = typeLine
        self.description = description
        self.boundary = boundary
        self.style = style
        self.link = link
    }
}

/// A frame around boxes: a system, a container, a group or a deployment node.
package struct DiagramBoundary: Sendable, Hashable, Identifiable {
    package var id: String
    package var name: String
    /// What stands in brackets beside the name, such as `Software System`.
    package var typeLine: String
    /// The boundary around this one.
    package var parent: String?
    package var style: ElementStyle

    /// Makes a frame.
    package init(
        id: String, name: String, typeLine: String = "", parent: String? = nil, style: ElementStyle = ElementStyle()
    ) {
        self.id = id
        self.name = name
        self.typeLine = typeLine
        self.parent = parent
        self.style = style
    }
}

/// A line of a view, from one box to another or to itself.
package struct DiagramRelationship: Sendable, Hashable, Identifiable {
    package var id: String
    /// The id of the element that the line begins at.
    package var source: String
    /// The id of the element that the line ends at.
    package var target: String
    package var description: String
    package var technology: String
    /// The number of the step in a dynamic view, such as `1` or `2.1`.
    package var order: String?
    /// Whether a step of a dynamic view answers the one before, so that it runs against the relationship.
    package var isResponse: Bool
    package var style: RelationshipStyle

    /// Makes a line.
    package init(
        id: String, source: String, target: String, description: String = "", technology: String = "",
        order: String? = nil, isResponse: Bool = false, style: RelationshipStyle = RelationshipStyle()
    ) {
        self.id = id
        self.source = source
        self.target = target
        self.description = description
        self.technology = technology
        self.order = order
        self.isResponse = isResponse
        self.style = style
    }
}
