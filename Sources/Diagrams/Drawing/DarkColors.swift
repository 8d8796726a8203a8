/// The colours that a model gives for dark pages, as classes whose names tell the colour.
///
/// The same colour has the same class in every drawing, so that several stand in one page without disturbing each other.
struct DarkColors {
    private var fill: String?
    private var stroke: String?
    private var ink: String?

    private static let paper = DiagramTheme.dark.paper

    /// The colours of a box; none where the model gives none for dark pages.
    init(_ style: ElementStyle) {
        guard let dark = style.dark else { return }
        let pair = DiagramTheme.dark.pair(BoxKind(style))
        let background = ColorContrast.isColor(dark.background) ? dark.background : nil
        let fill = background ?? pair.fill
        let wanted = ColorContrast.isColor(dark.stroke) ? dark.stroke : background
        self.fill = fill
        stroke = ColorContrast.line(wanted: wanted ?? pair.stroke, on: [Self.paper])
        ink = ColorContrast.text(
            wanted: dark.color, on: [ColorContrast.blend(fill, over: Self.paper, percent: style.opacity)])
    }

    /// The colours of a line and its arrow.
    init(_ style: RelationshipStyle) {
        guard let color = style.darkColor, ColorContrast.isColor(color) else { return }
        stroke = ColorContrast.line(wanted: color, on: [Self.paper])
        fill = stroke
    }

    /// The classes of what is filled, stroked or written, each with a blank before it; empty where the model says nothing.
    var fillClass: String { fill.map { " dark-fill-\($0.dropFirst())" } ?? "" }
    var strokeClass: String { stroke.map { " dark-stroke-\($0.dropFirst())" } ?? "" }
    var inkClass: String { ink.map { " dark-fill-\($0.dropFirst())" } ?? "" }

    /// The classes of the swatch that stands for boxes of one kind: those that all of them have.
    ///
    /// Boxes that look alike on light pages and not on dark ones have no swatch there.
    static func swatchClass(of styles: [ElementStyle]) -> String {
        let classes = Set(styles.map { DarkColors($0) }.map { $0.fillClass + $0.strokeClass })
        guard classes.count > 1 else { return classes.first ?? "" }
        return classes.contains("") ? "" : " dark-none"
    }

    private var rules: [String] {
        [fill, ink].compactMap { $0 }.map { ".diagram .dark-fill-\($0.dropFirst()) { fill: \($0); }" }
            + [stroke].compactMap { $0 }.map { ".diagram .dark-stroke-\($0.dropFirst()) { stroke: \($0); }" }
    }

    /// The rules for all classes of a view, sorted; empty where its model says nothing of dark pages.
    static func rules(of view: DiagramView) -> String {
        let all =
            view.elements.map { DarkColors($0.style) } + view.boundaries.map { DarkColors($0.style) }
            + view.relationships.map { DarkColors($0.style) }
        let rules = Set(all.flatMap(\.rules)).sorted()
        guard !rules.isEmpty else { return "" }
        // Paper and forced colours keep theirs.
        return "@media screen and (prefers-color-scheme: dark) and (forced-colors: none) {\n"
            + rules.joined(separator: "\n") + "\n.diagram .dark-none { display: none; }\n}\n"
    }
}
