/// A view with a place for everything in it; what the drawings draw and the check looks at.
///
/// Places are whole pixels, or whole character cells where the text drawing asked for them. The order of the parts is that of
/// the view.
package struct ArrangedDiagram: Sendable, Hashable {
    package var view: DiagramView
    /// The direction that was asked for, or chosen.
    package var direction: DiagramView.Direction
    package var size: Size
    package var boxes: [ArrangedBox]
    package var boundaries: [ArrangedBoundary]
    /// The lines that are drawn; those whose ends are not in the view have no pieces.
    package var routes: [ArrangedRoute]
    /// Whether the view was too large to lay out, so that its boxes stand in plain rows and its lines are left out.
    package var isPlainGrid: Bool
    package var ruler: TextRuler
    /// What changed, by the ids of elements, relationships and boundaries.
    package var marks: [String: DiagramMark]
}

/// An element with its place.
package struct ArrangedBox: Sendable, Hashable {
    /// The number of the element in the view.
    package var element: Int
    package var frame: Rect
    package var text: TextBlock
    /// The room that the shape leaves for text; every line is centred in it.
    package var textFrame: Rect
}

/// A boundary with its place.
package struct ArrangedBoundary: Sendable, Hashable {
    /// The number of the boundary in the view.
    package var boundary: Int
    package var frame: Rect
    package var title: TextBlock
    package var titleFrame: Rect
}

/// A relationship with its way.
package struct ArrangedRoute: Sendable, Hashable {
    /// The number of the relationship in the view.
    package var relationship: Int
    /// The corners of the line from source to target; a gap between two pieces is where the label stands.
    package var pieces: [[Point]]
    package var label: TextBlock
    /// The place of the label; nil where the line has none.
    package var labelFrame: Rect?
}

/// What happened to a part of a diagram between two versions.
package enum DiagramMark: String, Sendable, Hashable, CaseIterable {
    case added, removed, changed

    /// The words that stand on the part, so that nobody needs to tell colours apart.
    package var words: String {
        switch self {
        case .added: "+ added"
        case .removed: "− removed"
        case .changed: "~ changed"
        }
    }
}
