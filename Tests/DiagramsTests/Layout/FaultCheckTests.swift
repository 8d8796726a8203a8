import Diagrams
import Testing

/// Every fault is made by hand in a drawing that has none.
@Suite struct `The check for faults` {
    private func kinds(_ change: (inout ArrangedDiagram) -> Void) -> Set<LayoutFault.Kind> {
        var diagram = DiagramLayout.arrange(SampleViews.bankContainers)
        change(&diagram)
        return Set(diagram.faults.map(\.kind))
    }

    @Test func `finds nothing in a good drawing`() {
        #expect(kinds { _ in }.isEmpty)
    }

    @Test func `sees a label on a label`() {
        #expect(kinds { $0.routes[0].labelFrame = $0.routes[1].labelFrame }.contains(.labelOnLabel))
    }

    @Test func `sees a label on an element`() {
        let found = kinds { diagram in
            diagram.routes[0].labelFrame?.x = diagram.boxes[3].frame.x
            diagram.routes[0].labelFrame?.y = diagram.boxes[3].frame.y
        }
        #expect(found.contains(.labelOnElement))
    }

    @Test func `sees a line through a label, a title and an element`() {
        let found = kinds { diagram in
            let label = diagram.routes[1].labelFrame ?? diagram.boxes[0].frame
            let title = diagram.boundaries[0].titleFrame
            let box = diagram.boxes[4].frame
            diagram.routes[0].pieces = [label, title, box].map {
                [Point(x: 0, y: $0.midY), Point(x: diagram.size.width, y: $0.midY)]
            }
        }
        #expect(found.isSuperset(of: [.labelCutByLine, .titleCut, .lineThroughElement, .crossing]))
    }

    @Test func `sees text that is larger than its place`() {
        #expect(kinds { $0.boxes[2].textFrame.width = 20 }.contains(.textOutsideBox))
        let label = kinds { diagram in diagram.routes[2].labelFrame?.height = 3 }
        #expect(label.contains(.textOutsideBox))
        #expect(kinds { $0.boundaries[0].titleFrame.width = 9 }.contains(.textOutsideBox))
    }

    @Test func `sees elements on each other and out of their boundary`() {
        #expect(kinds { $0.boxes[1].frame = $0.boxes[2].frame }.contains(.elementOnElement))
        #expect(kinds { $0.boxes[1].frame.x = -400 }.contains(.elementOutsideBoundary))
        #expect(kinds { $0.boxes[0].frame = $0.boxes[1].frame }.contains(.elementOutsideBoundary))
    }

    @Test func `sees lines on each other`() {
        #expect(kinds { $0.routes[0].pieces = $0.routes[1].pieces }.contains(.lineOnLine))
    }
}
