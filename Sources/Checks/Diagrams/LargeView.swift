import Model

/// A view with too many boxes is looked at and not read.
struct LargeView: DiagramRule {
    /// The number of boxes beyond which a view is too large.
    static let most = 25

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.book.models.flatMap(\.views).filter { $0.elements.count > Self.most }.map { view in
            Finding(
                rule: "diagram.large-view", severity: .note, path: view.source.path, range: view.source.range,
                message:
                    "`\(view.key)` shows \(view.elements.count) elements, more than the \(Self.most) that a reader "
                    + "takes in; split it, or leave some out")
        }
    }
}
