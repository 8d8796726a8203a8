extension SVGDrawing {
    /// The colours of one box: those of the theme, or those of the model's styles made readable.
    private struct BoxColors {
        /// Attributes of the outline.
        var shape: String
        /// Attributes of details drawn on the shape, such as the bar of a window.
        var detail: String
        /// The colour of the text; nil leaves it to the theme.
        var ink: String?
        var dark: DarkColors

        init(_ style: ElementStyle) {
            let kind = BoxKind(style)
            dark = DarkColors(style)
            let background = ColorContrast.isColor(style.background) ? style.background : nil
            let isOwn = background != nil || ColorContrast.isColor(style.color)
            let papers = [DiagramTheme.light.paper, DiagramTheme.dark.paper]
            let opacity = style.opacity < 100 ? #" fill-opacity="\#(SVGDrawing.fraction(style.opacity))""# : ""
            var classes: [String] = []
            var attributes = ""
            if isOwn {
                // A colour of the model stays the same in all surroundings, so the fill under its text has to, too.
                let fill = background ?? DiagramTheme.light.pair(kind).fill
                classes.append("own-fill")
                attributes += #" fill="\#(fill)""#
                ink = ColorContrast.text(
                    wanted: style.color, on: papers.map { ColorContrast.blend(fill, over: $0, percent: style.opacity) })
            } else {
                classes.append("fill-\(kind.rawValue)")
            }
            var stroke = #"stroke-\#(kind.rawValue)"#
            var strokeColor = ""
            if ColorContrast.isColor(style.stroke) || isOwn {
                let wanted = style.stroke ?? background ?? DiagramTheme.light.pair(kind).stroke
                stroke = "own-stroke"
                strokeColor = #" stroke="\#(ColorContrast.line(wanted: wanted, on: papers))""#
            }
            classes.append(stroke + dark.fillClass + dark.strokeClass)
            let dashes = SVGDrawing.dashes(style.border) ?? ""
            shape =
                #"class="shape \#(classes.joined(separator: " "))"\#(attributes)\#(strokeColor)\#(opacity) stroke-width="2"\#(dashes)"#
            detail = #"class="\#(stroke)\#(dark.strokeClass)"\#(strokeColor) fill="none" stroke-width="2""#
        }
    }

    /// Draws one element: its shape, its text, and the link around both.
    mutating func draw(box index: Int) {
        let box = diagram.boxes[index]
        let element = diagram.view.elements[box.element]
        let colors = BoxColors(element.style)
        output.append(#"<g class="element\#(markClass(element.id))" data-id="\#(SVGText.escaped(element.id))">"#)
        let link = address(of: element)
        if let link { output.append(#"<a href="\#(SVGText.escaped(link))">"#) }
        let name = element.typeLine.isEmpty ? element.name : "\(element.name) [\(element.typeLine)]"
        output.append("<title>\(SVGText.escaped(name))</title>")
        let parts = SVGShapes.parts(of: element.style.shape, in: box.frame)
        output.append(#"<path \#(colors.shape) d="\#(parts.outline)"/>"#)
        if !parts.details.isEmpty { output.append(#"<path \#(colors.detail) d="\#(parts.details)"/>"#) }
        write(box.text, in: box.textFrame, id: element.id, ink: colors.ink, dark: colors.dark.inkClass)
        if link != nil { output.append("</a>") }
        output.append("</g>")
    }
}
