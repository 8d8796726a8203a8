/// What the colours of a drawing mean.
struct SVGLegend {
    private struct Item {
        var words: String
        var classes: String
        var x: Int
        var y: Int
    }

    private var items: [Item] = []
    private(set) var size: Size

    private static let font = TextFont(size: 12)
    private static let row = 24

    /// Collects the kinds of box and the changes that the drawing shows; colours that the model gives are not explained.
    ///
    /// - Parameter words: what kinds of box mean in this drawing, where that is not what they mean in C4.
    init(_ diagram: ArrangedDiagram, words: [BoxKind: String] = [:]) {
        let plain = Dictionary(
            grouping: diagram.view.elements.map(\.style).filter(\.hasColorsOfTheme), by: { BoxKind($0) })
        let marks = Set(diagram.marks.values)
        var entries = BoxKind.allCases.compactMap { kind in
            plain[kind].map { styles in
                (words: words[kind] ?? kind.words, classes: kind.classes + DarkColors.swatchClass(of: styles))
            }
        }
        entries += DiagramMark.allCases.filter { marks.contains($0) }.map {
            (words: $0.words, classes: "mark-\($0.rawValue)")
        }
        let room = max(diagram.size.width, 360)
        var x = 20
        var y = 12
        size = Size(width: 0, height: 0)
        for entry in entries {
            let width = 26 + TextRuler.pixels.width(of: entry.words, font: Self.font) + 22
            if x > 20 && x + width > room {
                x = 20
                y += Self.row
            }
            items.append(Item(words: entry.words, classes: entry.classes, x: x, y: y))
            x += width
            size.width = max(size.width, x)
        }
        size.height = items.isEmpty ? 0 : y + Self.row + 8
    }

    /// The lines of the legend, below the given height.
    func drawn(y top: Int) -> [String] {
        guard !items.isEmpty else { return [] }
        return [#"<g class="legend">"#]
            + items.flatMap { item in
                [
                    #"<rect class="\#(item.classes)" x="\#(item.x)" y="\#(top + item.y)" width="18" height="14" rx="3" stroke-width="2"/>"#,
                    SVGDrawing.text(
                        item.words, x: item.x + 26, y: top + item.y + 12, font: Self.font, look: #"class="quiet""#),
                ]
            } + ["</g>"]
    }
}

extension BoxKind {
    /// The classes of a swatch in the colours of the theme.
    fileprivate var classes: String { "fill-\(rawValue) stroke-\(rawValue)" }
}

extension ElementStyle {
    /// Whether the model leaves the colours of light pages to the theme.
    fileprivate var hasColorsOfTheme: Bool { background == nil && color == nil && stroke == nil }
}
