import Model

/// Reads styles as Structurizr's workspaces and theme files hold them.
enum ThemeReader {
    /// The styles in an object with `elements` and `relationships`.
    static func styles(_ value: JSONValue) -> C4Styles {
        var styles = C4Styles()
        styles.elements = (value.object ?? [:]).objects("elements").map(elementStyle)
        styles.relationships = (value.object ?? [:]).objects("relationships").map(relationshipStyle)
        return styles
    }

    private static func elementStyle(_ value: [String: JSONValue]) -> C4ElementStyle {
        var style = C4ElementStyle(tag: value.text("tag"), scheme: scheme(value))
        style.shape = value["shape"]?.string.flatMap { ElementStyle.Shape(rawValue: $0) }
        style.width = value["width"]?.int
        style.height = value["height"]?.int
        style.background = value["background"]?.string.flatMap(StyleColor.hex)
        style.color = value["color"]?.string.flatMap(StyleColor.hex)
        style.stroke = value["stroke"]?.string.flatMap(StyleColor.hex)
        style.strokeWidth = value["strokeWidth"]?.int
        style.fontSize = value["fontSize"]?.int
        style.border = value["border"]?.string.flatMap { LineStyle(rawValue: $0) }
        style.opacity = value["opacity"]?.int
        style.metadata = value["metadata"]?.bool
        style.description = value["description"]?.bool
        style.properties = value.pairs("properties")
        return style
    }

    private static func relationshipStyle(_ value: [String: JSONValue]) -> C4RelationshipStyle {
        var style = C4RelationshipStyle(tag: value.text("tag"), scheme: scheme(value))
        style.thickness = value["thickness"]?.int
        style.color = value["color"]?.string.flatMap(StyleColor.hex)
        style.style = value["style"]?.string.flatMap { LineStyle(rawValue: $0) }
        if style.style == nil, let dashed = value["dashed"]?.bool { style.style = dashed ? .dashed : .solid }
        style.routing = value["routing"]?.string
        style.jump = value["jump"]?.bool
        style.fontSize = value["fontSize"]?.int
        style.width = value["width"]?.int
        style.position = value["position"]?.int
        style.opacity = value["opacity"]?.int
        style.properties = value.pairs("properties")
        return style
    }

    private static func scheme(_ value: [String: JSONValue]) -> C4Scheme {
        C4Scheme(rawValue: value.text("colorScheme").lowercased()) ?? .any
    }
}
