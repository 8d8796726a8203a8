import Model

/// Draws an arranged view as SVG.
///
/// One file serves light and dark screens, print and forced colours, since all colours but those of the model's styles are CSS
/// variables. There is no script, no foreign object and no `style` attribute in it; all coordinates are whole numbers.
package struct SVGDrawing {
    /// What a drawing holds beside the diagram.
    package struct Options: Sendable {
        /// Whether ``SVGDrawing/stylesheet`` stands in the drawing; a page with the rules of its own leaves it out.
        package var includesStylesheet: Bool
        /// Whether the title of the view is written above it.
        package var showsTitle: Bool
        package var showsLegend: Bool
        /// The addresses of elements by their ids, where they differ from ``DiagramElement/link``.
        package var links: [String: String]
        /// What the colours of boxes mean, where the drawing is not of a C4 model.
        package var legend: [BoxKind: String]

        /// Makes options.
        package init(
            includesStylesheet: Bool = true, showsTitle: Bool = true, showsLegend: Bool = true,
            links: [String: String] = [:], legend: [BoxKind: String] = [:]
        ) {
            self.includesStylesheet = includesStylesheet
            self.showsTitle = showsTitle
            self.showsLegend = showsLegend
            self.links = links
            self.legend = legend
        }
    }

    /// The drawing as text, with a line end at the end.
    package static func svg(of diagram: ArrangedDiagram, options: Options = Options()) -> String {
        var drawing = SVGDrawing(diagram: diagram, options: options)
        drawing.write()
        return drawing.output.joined(separator: "\n") + "\n"
    }

    let diagram: ArrangedDiagram
    let options: Options
    var output: [String] = []

    private static let titleFont = TextFont(size: 18, isBold: true)
    private static let descriptionFont = TextFont(size: 13)

    private init(diagram: ArrangedDiagram, options: Options) {
        self.diagram = diagram
        self.options = options
    }

    // MARK: - The whole

    private mutating func write() {
        let head = options.showsTitle ? headLines() : []
        let headHeight = head.isEmpty ? 0 : head.reduce(16) { $0 + $1.height }
        let legend = options.showsLegend ? SVGLegend(diagram, words: options.legend) : nil
        let width = max(diagram.size.width, head.reduce(0) { max($0, $1.width + 40) }, legend?.size.width ?? 0)
        let height = headHeight + diagram.size.height + (legend?.size.height ?? 0)
        open(width: width, height: height)
        var y = 16
        for line in head {
            y += line.height
            let font = line.role == .title ? Self.titleFont : Self.descriptionFont
            output.append(
                Self.text(
                    line.text, x: 20, y: y - line.height / 4, font: font,
                    look: line.role == .title ? #"class="ink""# : #"class="quiet""#))
        }
        output.append(
            #"<g transform="translate(\#((width - diagram.size.width) / 2) \#(headHeight))" text-anchor="middle">"#)
        for index in diagram.boundaries.indices { draw(boundary: index) }
        for index in diagram.routes.indices { draw(route: index) }
        for index in diagram.boxes.indices { draw(box: index) }
        output.append("</g>")
        if let legend { output += legend.drawn(y: headHeight + diagram.size.height) }
        output.append("</svg>")
    }

    private func headLines() -> [TextLine] {
        var lines: [TextLine] = []
        let room = max(diagram.size.width - 40, 360)
        for (text, role, font) in [
            (diagram.view.title, TextLine.Role.title, Self.titleFont),
            (diagram.view.description, .description, Self.descriptionFont),
        ] {
            for line in TextWrapping.lines(of: text, width: room, ruler: .pixels, font: font) {
                let width = TextRuler.pixels.width(of: line, font: font)
                lines.append(TextLine(text: line, role: role, width: width, height: TextRuler.pixels.lineHeight(font)))
            }
        }
        return lines
    }

    /// Where a box leads.
    func address(of element: DiagramElement) -> String? {
        (options.links[element.id] ?? element.link).flatMap(SVGText.safeAddress)
    }

    private mutating func open(width: Int, height: Int) {
        let name = "d" + StableHash(diagram.view.key).name()
        // An image is one thing to a screen reader, which would hide the links in it.
        let role = diagram.view.elements.contains { address(of: $0) != nil } ? "document" : "img"
        output.append(
            #"<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="\#(role)" aria-labelledby="\#(name)-title \#(name)-desc" "#
                + #"viewBox="0 0 \#(width) \#(height)" width="\#(width)" height="\#(height)" "#
                + #"font-family="\#(SVGText.escaped(TextRuler.fontStack))">"#)
        output.append(#"<title id="\#(name)-title">\#(SVGText.escaped(diagram.view.title))</title>"#)
        output.append(#"<desc id="\#(name)-desc">\#(SVGText.escaped(summary))</desc>"#)
        if options.includesStylesheet {
            output.append(
                "<style>\n\(Self.stylesheet)\(Self.darkRules(of: diagram.view))"
                    + "\(Self.printRules(width: width, height: height))</style>")
        }
        output.append(#"<rect class="paper" width="\#(width)" height="\#(height)"/>"#)
    }

    /// What the drawing shows, in a sentence.
    private var summary: String {
        func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
        let parts = [
            count(diagram.view.elements.count, "element"), count(diagram.view.relationships.count, "relationship"),
        ]
        let text = parts.joined(separator: " and ") + "."
        return diagram.view.description.isEmpty ? text : "\(diagram.view.description) \(text)"
    }

    // MARK: - Parts

    private mutating func draw(boundary index: Int) {
        let arranged = diagram.boundaries[index]
        let boundary = diagram.view.boundaries[arranged.boundary]
        let frame = arranged.frame
        output.append(#"<g class="boundary\#(markClass(boundary.id))" data-id="\#(SVGText.escaped(boundary.id))">"#)
        let grounds = [DiagramTheme.light.paper, DiagramTheme.dark.paper]
        let own = ColorContrast.isColor(boundary.style.stroke) ? boundary.style.stroke : nil
        let dark = DarkColors(boundary.style).strokeClass
        let stroke =
            own.map { #"class="own-stroke\#(dark)" stroke="\#(ColorContrast.line(wanted: $0, on: grounds))""# }
            ?? #"class="frame\#(dark)""#
        let dashes = Self.dashes(boundary.style.border == .solid ? .dashed : boundary.style.border) ?? ""
        output.append(
            #"<rect \#(stroke) x="\#(frame.x)" y="\#(frame.y)" width="\#(frame.width)" "#
                + #"height="\#(frame.height)" rx="6" fill="none" stroke-width="1"\#(dashes)/>"#)
        var y = arranged.titleFrame.y
        for line in arranged.title.lines {
            let look =
                line.role == .mark
                ? #"class="mark-\#(mark(boundary.id))""#
                : line.role == .title ? #"class="title ink""# : #"class="quiet""#
            output.append(
                Self.text(
                    line.text, x: arranged.titleFrame.x, y: y + line.role.font.size, font: line.role.font,
                    look: #"text-anchor="start" "# + look))
            y += line.height
        }
        output.append("</g>")
    }

    private mutating func draw(route index: Int) {
        let route = diagram.routes[index]
        guard !route.pieces.isEmpty else { return }
        let relationship = diagram.view.relationships[route.relationship]
        let style = relationship.style
        output.append(
            #"<g class="relationship\#(markClass(relationship.id))" data-source="\#(SVGText.escaped(relationship.source))" "#
                + #"data-target="\#(SVGText.escaped(relationship.target))">"#)
        let grounds = [DiagramTheme.light.paper, DiagramTheme.dark.paper]
        let color =
            ColorContrast.isColor(style.color) ? style.color.map { ColorContrast.line(wanted: $0, on: grounds) } : nil
        let thickness = min(max(style.thickness, 1), 12)
        let opacity = style.opacity < 100 ? #" opacity="\#(Self.fraction(max(style.opacity, 30)))""# : ""
        let dark = DarkColors(style)
        let line =
            color.map { #"class="own-stroke\#(dark.strokeClass)" stroke="\#($0)""# }
            ?? #"class="line\#(dark.strokeClass)""#
        output.append(
            #"<path \#(line) d="\#(SVGPath.data(route.pieces))" fill="none" stroke-width="\#(thickness)""#
                + (Self.dashes(style.line) ?? "") + opacity + "/>")
        if let last = route.pieces.last {
            let fill =
                color.map { #"class="own-arrow\#(dark.fillClass)" fill="\#($0)""# }
                ?? #"class="arrow\#(dark.fillClass)""#
            output.append(#"<path \#(fill) d="\#(SVGPath.arrow(last, thickness: thickness))"\#(opacity)/>"#)
        }
        if let frame = route.labelFrame {
            output.append(#"<g class="label">"#)
            write(route.label, in: frame, id: relationship.id, ink: nil)
            output.append("</g>")
        }
        output.append("</g>")
    }

    /// Writes lines of text under each other, each in the middle of its room.
    ///
    /// - Parameters:
    ///   - ink: the colour that the model wants; nil leaves it to the theme.
    ///   - dark: the class of the colour on dark pages, with a blank before it.
    mutating func write(_ block: TextBlock, in frame: Rect, id: String, ink: String?, dark: String = "") {
        var y = frame.y + (frame.height - block.height) / 2
        for line in block.lines {
            let isQuiet = line.role == .type || line.role == .technology
            let look =
                if line.role == .mark {
                    #"class="mark-\#(mark(id))""#
                } else if let ink {
                    #"class="own-text\#(dark)" fill="\#(ink)""#
                } else {
                    isQuiet ? #"class="quiet\#(dark)""# : #"class="ink\#(dark)""#
                }
            y += line.height
            let below = TextRuler.pixels.lineHeight(line.role.font) - line.role.font.size
            output.append(Self.text(line.text, x: frame.midX, y: y - below, font: line.role.font, look: look))
        }
    }

    // MARK: - Attributes

    func markClass(_ id: String) -> String { diagram.marks[id].map { " \($0.rawValue)" } ?? "" }
    private func mark(_ id: String) -> String { diagram.marks[id]?.rawValue ?? "" }

    static func text(_ text: String, x: Int, y: Int, font: TextFont, look: String) -> String {
        let weight = font.isBold ? #" font-weight="700""# : ""
        return
            #"<text x="\#(x)" y="\#(y)" font-size="\#(font.size)"\#(weight) \#(look)>\#(SVGText.escaped(text))</text>"#
    }

    /// The attribute for a style of line; nil for a solid one.
    static func dashes(_ style: LineStyle) -> String? {
        switch style {
        case .solid: nil
        case .dashed: #" stroke-dasharray="7 5""#
        case .dotted: #" stroke-dasharray="2 4""#
        }
    }

    /// A percentage as the number that SVG wants.
    static func fraction(_ percent: Int) -> String {
        percent >= 100 ? "1" : percent < 10 ? "0.0\(percent)" : "0.\(percent)"
    }
}
