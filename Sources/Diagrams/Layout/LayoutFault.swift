/// Something in a drawing that makes it hard to read.
package struct LayoutFault: Sendable, Hashable {
    /// What is wrong.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case labelOnLabel, labelOnElement, labelCutByLine, lineThroughElement, titleCut, textOutsideBox, crossing
        case elementOnElement, elementOutsideBoundary, lineOnLine

        /// The fault in words, as part of a sentence.
        package var words: String {
            switch self {
            case .labelOnLabel: "a label lies on another label"
            case .labelOnElement: "a label lies on an element"
            case .labelCutByLine: "a label is cut by a line that is not its own"
            case .lineThroughElement: "a line runs through an element that it does not belong to"
            case .titleCut: "the title of a boundary is covered or cut"
            case .textOutsideBox: "a text does not fit in its place"
            case .crossing: "two lines cross"
            case .elementOnElement: "an element lies on another element"
            case .elementOutsideBoundary: "an element or boundary is not where its boundary is"
            case .lineOnLine: "two lines run on each other"
            }
        }
    }

    package var kind: Kind
    /// The ids of the parts of the view that are concerned.
    package var subjects: [String]
}

extension ArrangedDiagram {
    /// The faults of the drawing, found by looking at its geometry alone.
    ///
    /// Nothing that the layout knew is used, so that a mistake of the layout shows here.
    package var faults: [LayoutFault] {
        var check = FaultCheck(self)
        check.lookAtTexts()
        check.lookAtBoxes()
        check.lookAtLabels()
        check.lookAtTitles()
        check.lookAtLines()
        return check.faults
    }
}
