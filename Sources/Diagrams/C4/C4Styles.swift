/// How elements and relationships look, by their tags; later styles count more than earlier ones.
package struct C4Styles: Sendable, Hashable {
    package var elements: [C4ElementStyle] = []
    package var relationships: [C4RelationshipStyle] = []
    /// The theme files as they are written.
    package var themes: [String] = []
    /// What the theme files say; the styles above count more.
    package var themeElements: [C4ElementStyle] = []
    package var themeRelationships: [C4RelationshipStyle] = []

    package init() {}
}

/// The scheme of colours that a style is for.
package enum C4Scheme: String, Sendable, Hashable {
    case any, light, dark
}

/// The look of the elements with a tag; what is absent is left to the style before.
package struct C4ElementStyle: Sendable, Hashable {
    package var tag: String
    package var scheme: C4Scheme
    package var shape: ElementStyle.Shape?
    package var icon: String?
    package var width: Int?
    package var height: Int?
    package var background: String?
    package var color: String?
    package var stroke: String?
    package var strokeWidth: Int?
    package var fontSize: Int?
    package var border: LineStyle?
    package var opacity: Int?
    package var metadata: Bool?
    package var description: Bool?
    package var properties: [String: String] = [:]

    package init(tag: String, scheme: C4Scheme = .any) {
        self.tag = tag
        self.scheme = scheme
    }
}

/// The look of the relationships with a tag.
package struct C4RelationshipStyle: Sendable, Hashable {
    package var tag: String
    package var scheme: C4Scheme
    package var thickness: Int?
    package var color: String?
    package var style: LineStyle?
    /// `Direct`, `Orthogonal` or `Curved`; the layout has a way of its own and keeps the word for exports.
    package var routing: String?
    package var jump: Bool?
    package var fontSize: Int?
    package var width: Int?
    package var position: Int?
    package var opacity: Int?
    package var properties: [String: String] = [:]

    package init(tag: String, scheme: C4Scheme = .any) {
        self.tag = tag
        self.scheme = scheme
    }
}
