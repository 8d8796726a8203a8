/// Finds the look of elements and relationships by their tags.
///
/// Styles count in the order of the file, whatever the order of an element's tags; those of themes count before. Of styles
/// for the dark scheme only the colours count, beside those of the light one.
struct StyleSheet: Sendable {
    private let elements: [C4ElementStyle]
    private let relationships: [C4RelationshipStyle]

    init(_ styles: C4Styles) {
        elements = styles.themeElements + styles.elements
        relationships = styles.themeRelationships + styles.relationships
    }

    /// The look of an element of a role.
    func style(of element: C4Element, original: C4Element?, isExternal: Bool) -> ElementStyle {
        let tags = Set(element.allTags + (original?.allTags ?? []))
        var style = ElementStyle(role: Self.role(of: element), isExternal: isExternal)
        if style.role == .person { style.shape = .person }
        apply(elements.filter { tags.contains($0.tag) }, to: &style)
        return style
    }

    private func apply(_ rules: [C4ElementStyle], to style: inout ElementStyle) {
        for rule in rules where rule.scheme != .dark { rule.apply(to: &style) }
        guard rules.contains(where: { $0.scheme == .dark }) else { return }
        var dark = ElementStyle.Colors()
        for rule in rules where rule.scheme != .light {
            dark.background = rule.background ?? dark.background
            dark.color = rule.color ?? dark.color
            dark.stroke = rule.stroke ?? dark.stroke
        }
        style.dark = dark
    }

    /// The look of a relationship.
    func style(of relationship: C4Relationship) -> RelationshipStyle {
        let tags = Set(relationship.allTags)
        var style = RelationshipStyle()
        let rules = relationships.filter { tags.contains($0.tag) }
        if rules.contains(where: { $0.scheme == .dark }) {
            style.darkColor = rules.last { $0.scheme != .light && $0.color != nil }?.color
        }
        for rule in rules where rule.scheme != .dark {
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
        apply(elements.filter { $0.tag == "Group" || $0.tag == "Group:\(name)" }, to: &style)
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
