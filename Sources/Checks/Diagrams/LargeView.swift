import Model

/// A view with too many boxes is looked at and not read.
struct LargeView: DiagramRule {
    static let about = RuleDescription(
        "diagram.large-view", .note,
        means: "a view shows more than 25 elements",
        remedy: "split it")

    /// The number of boxes beyond which a view is too large.
    static let most = 25

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.book.models.flatMap(\.views).filter { $0.elements.count > Self.most }.map { view in
            Finding(
                Self.about, at: view.source,
                "`\(view.key)` shows \(view.elements.count) elements, more than the \(Self.most) that a reader "
                    + "takes in; split it, or leave some out")
        }
    }
}
