/// The texts of a view, broken into lines, and the sizes of everything that holds them.
struct ViewMeasures: Sendable {
    struct Box: Sendable {
        var text: TextBlock
        var size: Size
    }

    var boxes: [Box]
    var titles: [TextBlock]
    var labels: [TextBlock]
    /// The room around the text of a label, so that lines do not touch it.
    let labelPadding: Size

    /// The lengths that lines of text aim at.
    struct Widths: Sendable {
        var box: Int
        var boxMinimum: Int
        var label: Int
        var title: Int
        /// The longest line that a long text may have.
        var most: Int
        /// The least height from which on a block is set wider instead of higher.
        var high: Int

        static let pixels = Widths(box: 190, boxMinimum: 150, label: 150, title: 190, most: 760, high: 120)

        /// Widths for a terminal.
        ///
        /// - Parameter high: the lines from which on a block is set wider instead of higher.
        static func cells(box: Int, label: Int, high: Int, page: Int) -> Widths {
            Widths(box: box, boxMinimum: 8, label: label, title: max(box + 6, 18), most: max(page / 2, box), high: high)
        }
    }

    /// Measures the texts of a view.
    init(_ view: DiagramView, ruler: TextRuler, widths: Widths, marks: [String: DiagramMark]) {
        labelPadding = ruler == .pixels ? Size(width: 6, height: 6) : .zero
        boxes = view.elements.map { Self.box($0, ruler: ruler, widths: widths, mark: marks[$0.id]) }
        titles = view.boundaries.map { boundary in
            Self.fitted(widths.title, widths: widths, ruler: ruler) { width in
                var block = TextBlock()
                if let mark = marks[boundary.id] { block.append(mark.words, role: .mark, ruler: ruler, width: width) }
                block.append(boundary.name, role: .title, ruler: ruler, width: width)
                if boundary.style.showsTypeLine, !boundary.typeLine.isEmpty {
                    block.append("[\(boundary.typeLine)]", role: .titleType, ruler: ruler, width: width)
                }
                return block
            }
        }
        labels = view.relationships.map { relationship in
            Self.fitted(widths.label, widths: widths, ruler: ruler) { width in
                var block = TextBlock()
                if let mark = marks[relationship.id] {
                    block.append(mark.words, role: .mark, ruler: ruler, width: width)
                }
                block.append(relationship.labelText, role: .label, ruler: ruler, width: width)
                if !relationship.technology.isEmpty {
                    block.append("[\(relationship.technology)]", role: .technology, ruler: ruler, width: width)
                }
                return block
            }
        }
    }

    /// The room of a label; zero for an empty one.
    func labelSize(_ relationship: Int) -> Size {
        let size = labels[relationship].size
        return size == .zero
            ? size : Size(width: size.width + labelPadding.width, height: size.height + labelPadding.height)
    }

    private static func box(_ element: DiagramElement, ruler: TextRuler, widths: Widths, mark: DiagramMark?) -> Box {
        let text = fitted(widths.box, widths: widths, ruler: ruler) { width in
            var block = TextBlock()
            if let mark { block.append(mark.words, role: .mark, ruler: ruler, width: width) }
            block.append(element.name, role: .name, ruler: ruler, width: width)
            if element.style.showsTypeLine, !element.typeLine.isEmpty {
                block.append("[\(element.typeLine)]", role: .type, ruler: ruler, width: width)
            }
            if element.style.showsDescription {
                block.append(
                    element.description, role: .description, ruler: ruler, width: width, lead: ruler == .pixels ? 5 : 0)
            }
            return block
        }
        var inner = text.size
        inner.width = max(inner.width, widths.boxMinimum)
        guard ruler == .pixels else {
            return Box(text: text, size: Size(width: inner.width + 4, height: inner.height + 2))
        }
        inner.height = max(inner.height, 40)
        var size = ShapeOutline.size(of: element.style.shape, around: inner)
        // Even numbers, so that the middle is a whole pixel.
        size.width += size.width % 2
        size.height += size.height % 2
        return Box(text: text, size: size)
    }

    /// A block that is set as narrow as asked, or wider where it would be a column of text.
    private static func fitted(
        _ width: Int, widths: Widths, ruler: TextRuler, make: (Int) -> TextBlock
    ) -> TextBlock {
        var width = width
        while true {
            let block = make(width)
            let isLow = block.height <= max(ruler == .pixels ? width * 3 / 4 : width / 2, widths.high)
            if isLow || width >= widths.most { return block }
            width = min(width * 4 / 3, widths.most)
        }
    }
}

extension DiagramRelationship {
    /// What the label says: the number of the step, then the description.
    var labelText: String {
        guard let order, !order.isEmpty else { return description }
        return description.isEmpty ? "\(order)." : "\(order). \(description)"
    }
}
