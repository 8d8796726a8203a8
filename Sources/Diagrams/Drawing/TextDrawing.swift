/// Draws a view with the characters of a terminal.
///
/// The drawing has a layout of its own in character cells, so that every label is whole and no line runs through a box; the
/// ranks and the order are those of the other drawings. Boxes are as wide as the page lets them be.
package enum TextDrawing {
    /// The drawing as lines, each with a line end.
    ///
    /// - Parameters:
    ///   - width: the columns of the page, which are kept to where the view allows it.
    ///   - isASCII: whether only characters of ASCII draw lines and boxes; texts stay as they are.
    ///   - marks: what changed, by the ids of elements, relationships and boundaries.
    package static func text(
        of view: DiagramView, width: Int = 80, isASCII: Bool = false, marks: [String: DiagramMark] = [:]
    ) -> String {
        let diagram = arrange(view, width: width, marks: marks)
        let body = draw(diagram, isASCII: isASCII)
        let head = TextWrapping.lines(of: view.title, width: max(width, 20), ruler: .cells, font: TextFont(size: 1))
        let parts = [head.joined(separator: "\n"), body, isASCII ? "" : ""].filter { !$0.isEmpty }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Arranges a view in cells: the widest boxes that the page has room for.
    package static func arrange(
        _ view: DiagramView, width: Int = 80, marks: [String: DiagramMark] = [:]
    ) -> ArrangedDiagram {
        var best: (cost: Int, diagram: ArrangedDiagram)?
        // Down the page goes more than across it, so a direction that was asked for gives way where it does not fit.
        let asked = view.direction.map { [$0] } ?? (view.elements.count < 6 ? [.topBottom, .leftRight] : [.topBottom])
        for directions in [asked, [.topBottom]] {
            for (box, label, high) in Self.widths {
                if let best, best.diagram.size.width <= width, box < 13 { break }
                let diagram = DiagramLayout.arrange(
                    view, ruler: .cells, widths: .cells(box: box, label: label, high: high, page: width), marks: marks,
                    page: width,
                    directions: directions)
                let cost = LayoutCost.cost(of: diagram, page: width)
                if let best, best.cost <= cost { continue }
                best = (cost, diagram)
            }
            if let best, best.diagram.size.width <= width || asked.contains(.topBottom) { break }
        }
        return best?.diagram ?? DiagramLayout.arrange(view)
    }

    /// The columns that boxes and labels aim at, and the lines that they may have before they are set wider; the last are only
    /// for views that do not fit otherwise.
    private static let widths = [(28, 22, 7), (22, 16, 7), (17, 13, 7), (13, 11, 7), (11, 9, 10), (9, 8, 16)]

    /// Draws an arranged view; its places are cells.
    static func draw(_ diagram: ArrangedDiagram, isASCII: Bool) -> String {
        var canvas = TextCanvas(size: diagram.size, isASCII: isASCII)
        for boundary in diagram.boundaries {
            canvas.draw(boundary.frame, pen: isASCII ? .asciiFrame : .frame)
        }
        for box in diagram.boxes {
            canvas.draw(box.frame, pen: pen(diagram.view.elements[box.element].style.shape, isASCII: isASCII))
            write(box.text, in: box.textFrame, on: &canvas)
        }
        for route in diagram.routes { for piece in route.pieces { canvas.draw(piece) } }
        for route in diagram.routes { drawEnds(route, on: &canvas) }
        for route in diagram.routes {
            if let frame = route.labelFrame { write(route.label, in: frame, on: &canvas) }
        }
        for boundary in diagram.boundaries {
            var y = boundary.titleFrame.y
            for line in boundary.title.lines {
                canvas.write(line.text, x: boundary.titleFrame.x, y: y)
                y += 1
            }
        }
        return canvas.text
    }

    private static func drawEnds(_ route: ArrangedRoute, on canvas: inout TextCanvas) {
        if let piece = route.pieces.last, piece.count > 1 {
            let end = piece[piece.count - 1]
            let step = direction(from: piece[piece.count - 2], to: end)
            canvas.arrow(at: Point(x: end.x - step.x, y: end.y - step.y), x: step.x, y: step.y)
        }
        if let piece = route.pieces.first, piece.count > 1 {
            let step = direction(from: piece[0], to: piece[1])
            canvas.branch(at: piece[0], x: step.x, y: step.y)
        }
    }

    private static func direction(from: Point, to: Point) -> Point {
        Point(x: (to.x - from.x).signum(), y: (to.y - from.y).signum())
    }

    private static func pen(_ shape: ElementStyle.Shape, isASCII: Bool) -> TextCanvas.Pen {
        switch shape {
        case .cylinder, .bucket, .pipe: isASCII ? .asciiStore : .store
        case .person, .robot, .circle, .ellipse: isASCII ? .asciiBox : .round
        default: isASCII ? .asciiBox : .box
        }
    }

    private static func write(_ block: TextBlock, in frame: Rect, on canvas: inout TextCanvas) {
        var y = frame.y + (frame.height - block.height) / 2
        for line in block.lines {
            canvas.write(line.text, x: frame.x + (frame.width - line.width) / 2, y: y)
            y += 1
        }
    }
}
