import Diagrams
import Testing

@Suite struct `A layout` {
    /// The kinds of fault that no drawing may have; lines of a dense view have to cross somewhere.
    private func faults(_ diagram: ArrangedDiagram) -> [LayoutFault] { diagram.faults.filter { $0.kind != .crossing } }

    @Test(arguments: SampleViews.all) func `has no faults in views as architects draw them`(view: DiagramView) {
        let diagram = DiagramLayout.arrange(view)
        #expect(faults(diagram).isEmpty)
        #expect(!diagram.isPlainGrid)
    }

    @Test(arguments: SampleViews.all) func `has no faults in the cells of a terminal`(view: DiagramView) {
        #expect(faults(TextDrawing.arrange(view)).isEmpty)
    }

    @Test(arguments: DiagramView.Direction.allCases) func `has no faults in any direction`(
        direction: DiagramView.Direction
    ) {
        for view in [SampleViews.bankContainers, SampleViews.deployment, SampleViews.loops, SampleViews.boundaryEnds] {
            var view = view
            view.direction = direction
            let diagram = DiagramLayout.arrange(view)
            #expect(faults(diagram).isEmpty)
            #expect(diagram.direction == direction)
        }
    }

    /// All of the 200 generated views with up to 24 elements, and every twentieth of the larger ones.
    ///
    /// Without optimisation all of them would take two minutes, most of it for the largest; `Benchmarks/diagrams` looks at all
    /// 200 with it in three seconds.
    static let seeds = (0..<200).filter { $0 % 20 == 0 || GeneratedViews.size(seed: $0) <= 24 }

    @Test(arguments: seeds) func `has no faults in generated views`(seed: Int) {
        #expect(faults(DiagramLayout.arrange(GeneratedViews.view(seed: seed))).isEmpty)
    }

    @Test(arguments: [(14, 77), (46, 2)]) func `crosses lines no more often than dot`(seed: Int, most: Int) {
        let diagram = DiagramLayout.arrange(GeneratedViews.view(seed: seed))
        #expect(diagram.faults.count { $0.kind == .crossing } <= most)
    }

    @Test func `is the same in every run`() {
        for view in [SampleViews.shopServices, SampleViews.dense, GeneratedViews.view(seed: 5)] {
            #expect(DiagramLayout.arrange(view) == DiagramLayout.arrange(view))
        }
    }

    @Test func `leads lines in the direction that is asked for`() {
        var view = SampleViews.bankContext
        view.direction = .rightLeft
        let diagram = DiagramLayout.arrange(view)
        #expect(diagram.boxes[0].frame.x > diagram.boxes[1].frame.maxX)
        view.direction = .bottomTop
        let other = DiagramLayout.arrange(view)
        #expect(other.boxes[0].frame.y > other.boxes[1].frame.maxY)
    }

    @Test func `draws a line in pieces from its source to its target`() throws {
        let diagram = DiagramLayout.arrange(SampleViews.bankContext)
        let route = diagram.routes[0]
        let label = try #require(route.labelFrame)
        #expect(route.pieces.count == 2)
        #expect(diagram.boxes[0].frame.maxY == route.pieces.first?.first?.y)
        #expect(diagram.boxes[1].frame.y == route.pieces.last?.last?.y)
        #expect(route.pieces.first?.last?.y == label.y && route.pieces.last?.first?.y == label.maxY)
    }

    @Test func `ends a line at the frame of a boundary that it belongs to`() throws {
        let diagram = DiagramLayout.arrange(SampleViews.boundaryEnds)
        let route = diagram.routes[2]
        let start = try #require(route.pieces.first?.first)
        let end = try #require(route.pieces.last?.last)
        let east = diagram.boundaries[0].frame
        let west = diagram.boundaries[1].frame
        #expect([east.x, east.maxX].contains(start.x) || [east.y, east.maxY].contains(start.y))
        #expect([west.x, west.maxX].contains(end.x) || [west.y, west.maxY].contains(end.y))
        #expect(diagram.routes[5].pieces.isEmpty && diagram.routes[6].pieces.isEmpty)
    }

    @Test func `keeps most of its places when an element is added`() {
        var view = SampleViews.shopServices
        view.direction = .leftRight
        let before = DiagramLayout.arrange(view)
        view.elements.append(DiagramElement(id: "audit", name: "Audit", boundary: "core"))
        view.relationships.append(
            DiagramRelationship(
                id: "audited", source: "payments", target: "audit", description: "Reports to", technology: ""))
        let after = DiagramLayout.arrange(view)
        var moved = 0
        var pairs = 0
        for a in before.boxes.indices {
            for b in before.boxes.indices where a < b {
                pairs += 1
                let was = (before.boxes[b].frame.midX - before.boxes[a].frame.midX).signum()
                let isNow = (after.boxes[b].frame.midX - after.boxes[a].frame.midX).signum()
                let wasBelow = (before.boxes[b].frame.midY - before.boxes[a].frame.midY).signum()
                let isBelow = (after.boxes[b].frame.midY - after.boxes[a].frame.midY).signum()
                if was * isNow < 0 || wasBelow * isBelow < 0 { moved += 1 }
            }
        }
        #expect(moved * 4 < pairs, "\(moved) of \(pairs) pairs changed sides")
    }

    @Test(.timeLimit(.minutes(10))) func `lays out hundreds of elements and sets thousands in a plain grid`() {
        let large = DiagramLayout.arrange(GeneratedViews.view(elements: 300, seed: 5))
        #expect(!large.isPlainGrid)
        let huge = DiagramLayout.arrange(GeneratedViews.view(elements: 1_600, seed: 5))
        #expect(huge.isPlainGrid)
        #expect(faults(huge).isEmpty)
        #expect(huge.boxes.count == 1_600)
    }
}
