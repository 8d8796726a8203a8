/// Finds the look of elements and relationships by their tags.
///
/// Styles count in the order of the file, whatever the order of an element's tags; those of themes count before. Styles
/// for the dark scheme are left to the drawing's own colours.
struct StyleSheet: Sendable {
    private let elements: [C4ElementStyle]
    private let relationships: [C4RelationshipStyle]

    init(_ styles: C4Styles) {
        elements = (styles.themeElements + styles.elements).filter { $0.scheme != .dark }
        relationships = (styles.themeRelationships + styles.relationships).filter { $0.scheme != .dark }
    }

    /// The look of an element of a role.
    func style(of element: C4Element, original: C4Element?, isExternal: Bool) -> ElementStyle {
        let tags = Set(element.allTags + (original?.allTags ?? []))
        var style = ElementStyle(role: Self.role(of: element), isExternal: isExternal)
        if style.role == .person { style.shape = .person }
        for rule in elements where tags.contains(rule.tag) { rule.apply(to: &style) }
        return style
    }

    /// The look of a relationship.
    func style(of relationship: C4Relationship) -> RelationshipStyle {
        let tags = Set(relationship.allTags)
        var style = RelationshipStyle()
        for rule in relationships where tags.contains(rule.tag) {
            style.thickness = rule.thickness ?? style.thickness
            style.color = rule.color ?? style.color
            style.line = rule.style ?? style.line
            style.opacity = rule.opacity ?? style.opacity
        }
        return style
    }

    /// The look of the frame of a group, which has the tags `Group` and `Group:NAME`.
    func style(ofGroup name: String) -> ElementStyle {
        var style = ElementStyle(role: .group, border: .dashed)
        for rule in elements where rule.tag == "Group" || rule.tag == "Group:\(name)" { rule.apply(to: &style) }
        return style
    }

    private static func role(of element: C4Element) -> ElementStyle.Role {
        switch element.kind {
        case .person: .person
        case .softwareSystem, .softwareSystemInstance: .softwareSystem
        case .container, .containerInstance: .container
        case .component: .component
        case .custom: .custom
        case .deploymentNode: .deploymentNode
        case .infrastructureNode: .infrastructure
        }
    }
}

extension C4ElementStyle {
    fileprivate func apply(to style: inout ElementStyle) {
        style.shape = shape ?? style.shape
        style.background = background ?? style.background
        style.color = color ?? style.color
        style.stroke = stroke ?? style.stroke
        style.border = border ?? style.border
        style.opacity = opacity ?? style.opacity
        style.showsTypeLine = metadata ?? style.showsTypeLine
        style.showsDescription = description ?? style.showsDescription
    }
}
