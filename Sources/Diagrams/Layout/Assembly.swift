/// Puts the parts of a view beside each other, in the direction asked for, with the texts in them.
struct Assembly {
    let view: DiagramView
    let measures: ViewMeasures
    let parts: ViewGraph
    let frame: LayoutFrame
    let marks: [String: DiagramMark]

    /// The whole diagram.
    func diagram(_ placed: [LaidOut]) -> ArrangedDiagram {
        let none = Rect(x: 0, y: 0, width: 0, height: 0)
        var diagram = ArrangedDiagram(
            view: view, direction: frame.direction, size: .zero,
            boxes: view.elements.indices.map {
                ArrangedBox(element: $0, frame: none, text: measures.boxes[$0].text, textFrame: none)
            },
            boundaries: view.boundaries.indices.map {
                ArrangedBoundary(boundary: $0, frame: none, title: measures.titles[$0], titleFrame: none)
            },
            routes: view.relationships.indices.map {
                ArrangedRoute(relationship: $0, pieces: [], label: measures.labels[$0], labelFrame: nil)
            },
            isPlainGrid: false, ruler: frame.ruler, marks: marks)
        let margin = frame.ruler == .pixels ? 20 : 0
        let sizes = placed.map { frame.isTransposed ? $0.size.transposed : $0.size }
        let shelves = Shelves(sizes, gap: frame.ruler == .pixels ? 50 : 3, page: frame.ruler == .pixels ? 1_400 : 80)
        for (index, part) in parts.parts.enumerated() {
            let origin = Point(x: shelves.origins[index].x + margin, y: shelves.origins[index].y + margin)
            fill(&diagram, part, placed[index], origin: origin)
        }
        diagram.size = Size(width: shelves.size.width + 2 * margin, height: shelves.size.height + 2 * margin)
        for index in diagram.routes.indices { clip(&diagram, index) }
        return diagram
    }

    private func fill(_ diagram: inout ArrangedDiagram, _ part: ViewGraph.Part, _ laidOut: LaidOut, origin: Point) {
        let turn = Turn(frame: frame, length: laidOut.size.height, origin: origin)
        for (node, element) in part.elements.enumerated() where element >= 0 {
            let box = turn.rect(laidOut.boxes[node])
            diagram.boxes[element].frame = box
            diagram.boxes[element].textFrame =
                frame.ruler == .pixels
                ? ShapeOutline.textFrame(
                    of: view.elements[element].style.shape, in: box, text: measures.boxes[element].text.size)
                : box.inset(by: 1)
        }
        for (cluster, boundary) in part.boundaries.enumerated() where boundary >= 0 {
            diagram.boundaries[boundary].frame = turn.rect(laidOut.frames[cluster])
            diagram.boundaries[boundary].titleFrame = turn.rect(laidOut.titles[cluster])
        }
        var routes = laidOut.routes
        for loop in laidOut.loops { routes[loop.edge] = loop.route }
        for (edge, relationship) in part.relationships.enumerated() where relationship >= 0 {
            diagram.routes[relationship].pieces = routes[edge].pieces.map { turn.path($0) }
            diagram.routes[relationship].labelFrame = routes[edge].label.map { turn.rect($0) }
        }
    }

    // MARK: - Ends of lines

    /// Lets a line begin and end at the outline of its shapes, or at the frame of the boundary that it belongs to.
    private func clip(_ diagram: inout ArrangedDiagram, _ index: Int) {
        guard !diagram.routes[index].pieces.isEmpty else { return }
        let clips = parts.clips[index]
        if clips.source >= 0 {
            diagram.routes[index].leave(diagram.boundaries[clips.source].frame, lineWidth: frame.spacing.lineWidth)
        }
        if clips.target >= 0 {
            diagram.routes[index].enter(diagram.boundaries[clips.target].frame, lineWidth: frame.spacing.lineWidth)
        }
        guard frame.ruler == .pixels else { return }
        let relationship = view.relationships[index]
        if clips.source < 0,
            let box = diagram.boxes.first(where: { view.elements[$0.element].id == relationship.source })
        {
            let path = diagram.routes[index].pieces[0]
            diagram.routes[index].pieces[0][0] = reach(box, from: path[1], to: path[0])
        }
        if clips.target < 0,
            let box = diagram.boxes.first(where: { view.elements[$0.element].id == relationship.target })
        {
            let last = diagram.routes[index].pieces.count - 1
            let path = diagram.routes[index].pieces[last]
            diagram.routes[index].pieces[last][path.count - 1] = reach(
                box, from: path[path.count - 2], to: path[path.count - 1])
        }
    }

    /// The end of a line, led on into the box as far as the outline of its shape.
    private func reach(_ box: ArrangedBox, from: Point, to: Point) -> Point {
        let shape = view.elements[box.element].style.shape
        let side: ShapeOutline.Side =
            from.x == to.x ? (from.y < to.y ? .top : .bottom) : (from.x < to.x ? .left : .right)
        let depth = ShapeOutline.depth(of: shape, in: box.frame, side: side, at: to)
        return switch side {
        case .top: Point(x: to.x, y: to.y + depth)
        case .bottom: Point(x: to.x, y: to.y - depth)
        case .left: Point(x: to.x + depth, y: to.y)
        case .right: Point(x: to.x - depth, y: to.y)
        }
    }
}

/// Turns places from "down the page" to the direction asked for.
private struct Turn {
    let frame: LayoutFrame
    let length: Int
    let origin: Point

    func rect(_ rect: Rect) -> Rect {
        var rect = rect
        if frame.isMirrored { rect.y = length - rect.maxY }
        if frame.isTransposed { rect = rect.transposed }
        return rect.moved(x: origin.x, y: origin.y)
    }

    func path(_ points: [Point]) -> [Point] {
        // Where lines fill cells, the place before an edge and the place after it change roles in the mirror.
        let shift = frame.ruler == .cells ? 1 : 0
        return points.map { point in
            var point = point
            if frame.isMirrored { point.y = length - point.y - shift }
            if frame.isTransposed { point = point.transposed }
            return Point(x: point.x + origin.x, y: point.y + origin.y)
        }
    }
}

extension ArrangedRoute {
    /// Cuts off the beginning of the line that lies in a frame.
    fileprivate mutating func leave(_ frame: Rect, lineWidth: Int) {
        pieces = pieces.reversed().map { $0.reversed() }
        enter(frame, lineWidth: lineWidth)
        pieces = pieces.reversed().map { $0.reversed() }
    }

    /// Cuts off the end of the line that lies in a frame.
    fileprivate mutating func enter(_ frame: Rect, lineWidth: Int) {
        for (number, piece) in pieces.enumerated() {
            for index in piece.indices.dropLast() {
                let a = piece[index]
                let b = piece[index + 1]
                guard frame.holds(b, lineWidth), !frame.holds(a, lineWidth) else { continue }
                let x = a.x == b.x ? a.x : a.x < b.x ? frame.x : frame.maxX - lineWidth
                let y = a.y == b.y ? a.y : a.y < b.y ? frame.y : frame.maxY - lineWidth
                pieces[number] = Array(piece[...index]) + [Point(x: x, y: y)]
                pieces.removeSubrange((number + 1)...)
                return
            }
        }
    }
}

extension Rect {
    fileprivate func holds(_ point: Point, _ lineWidth: Int) -> Bool {
        point.x > x - lineWidth && point.x < maxX && point.y > y - lineWidth && point.y < maxY
    }
}

/// Sets rectangles in rows from left to right.
struct Shelves {
    private(set) var origins: [Point] = []
    private(set) var size = Size.zero

    /// Sets the rectangles in their order; rows are about as long as makes a page, and never shorter than the widest part.
    init(_ sizes: [Size], gap: Int, page: Int) {
        let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
        let widest = sizes.reduce(0) { max($0, $1.width) }
        let row = max(widest, min(page, ShapeOutline.squareRoot(area * 2)))
        var x = 0
        var y = 0
        var height = 0
        for item in sizes {
            if x > 0 && x + item.width > row {
                x = 0
                y += height + gap
                height = 0
            }
            origins.append(Point(x: x, y: y))
            x += item.width + gap
            height = max(height, item.height)
            size.width = max(size.width, x - gap)
            size.height = max(size.height, y + height)
        }
    }
}
