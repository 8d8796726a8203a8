/// Rows of boxes without lines or boundaries, for views that are too large to lay out.
enum PlainGrid {
    /// Sets the elements in rows, in the order of their declaration.
    static func arrange(
        _ view: DiagramView, measures: ViewMeasures, ruler: TextRuler, marks: [String: DiagramMark], page: Int
    ) -> ArrangedDiagram {
        let gap = ruler == .pixels ? 40 : 2
        let margin = ruler == .pixels ? 20 : 0
        let shelves = Shelves(measures.boxes.map(\.size), gap: gap, page: page)
        var bare = view
        bare.boundaries = []
        bare.elements = view.elements.map { element in
            var element = element
            element.boundary = nil
            return element
        }
        let boxes = view.elements.indices.map { index in
            let size = measures.boxes[index].size
            let frame = Rect(
                x: shelves.origins[index].x + margin, y: shelves.origins[index].y + margin, width: size.width,
                height: size.height)
            let textFrame =
                ruler == .pixels
                ? ShapeOutline.textFrame(
                    of: view.elements[index].style.shape, in: frame, text: measures.boxes[index].text.size)
                : frame.inset(by: 1)
            return ArrangedBox(element: index, frame: frame, text: measures.boxes[index].text, textFrame: textFrame)
        }
        return ArrangedDiagram(
            view: bare, direction: view.direction ?? .topBottom,
            size: Size(width: shelves.size.width + 2 * margin, height: shelves.size.height + 2 * margin), boxes: boxes,
            boundaries: [],
            routes: view.relationships.indices.map {
                ArrangedRoute(relationship: $0, pieces: [], label: measures.labels[$0], labelFrame: nil)
            },
            isPlainGrid: true, ruler: ruler, marks: marks)
    }
}
