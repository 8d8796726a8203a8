import Diagrams
import Foundation

/// Usage: measure faults | time | draw FOLDER | json
///
/// `json` prints what `compare.py` compares with dot.
let command = CommandLine.arguments.dropFirst().first ?? "faults"

func views() -> [DiagramView] { SampleViews.all + (0..<200).map { GeneratedViews.view(seed: $0) } }

func kinds(_ faults: [LayoutFault]) -> [String: Int] {
    faults.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
}

switch command {
case "faults":
    var total: [String: Int] = [:]
    for view in views() {
        let diagram = DiagramLayout.arrange(view)
        let found = kinds(diagram.faults)
        total.merge(found) { $0 + $1 }
        if found.keys.contains(where: { $0 != "crossing" }) || diagram.isPlainGrid {
            print(view.title, view.elements.count, diagram.direction, diagram.isPlainGrid ? "GRID" : "", found)
        }
    }
    print(total)
case "time":
    for count in [10, 25, 60, 100, 200, 400, 1_000] {
        let view = GeneratedViews.view(elements: count, seed: 3)
        var best = Double.infinity
        for _ in 0..<(count > 200 ? 1 : 5) {
            let start = clock()
            _ = DiagramLayout.arrange(view)
            best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        print(count, "elements:", (best * 1_000).rounded(), "ms")
    }
case "one":
    let view = views().first { $0.title == CommandLine.arguments[2] }!
    for direction in [nil, DiagramView.Direction.topBottom, .leftRight] {
        var turned = view
        turned.direction = direction
        let diagram = DiagramLayout.arrange(turned)
        print(diagram.direction, diagram.size, kinds(diagram.faults), LayoutCost.cost(of: diagram, page: 1600))
    }
case "stable":
    for direction in [DiagramView.Direction.topBottom, .leftRight] {
        var view = SampleViews.shopServices
        view.direction = direction
        let before = DiagramLayout.arrange(view)
        view.elements.append(DiagramElement(id: "audit", name: "Audit", boundary: "core"))
        view.relationships.append(
            DiagramRelationship(
                id: "audited", source: "payments", target: "audit", description: "Reports to", technology: ""))
        let after = DiagramLayout.arrange(view)
        for (a, b) in zip(before.boxes, after.boxes) {
            print(view.elements[a.element].name, a.frame.x, a.frame.y, b.frame.x, b.frame.y)
        }
    }
case "json":
    for view in views() {
        let diagram = DiagramLayout.arrange(view)
        let line: [String: Any] = [
            "title": view.title, "elements": view.elements.count, "crossings": kinds(diagram.faults)["crossing"] ?? 0,
            "dot": Dot.text(of: diagram),
        ]
        print(String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
    }
case "text":
    let chosen = CommandLine.arguments.dropFirst(2)
    for view in SampleViews.all where chosen.isEmpty || chosen.contains(view.key) {
        print(TextDrawing.text(of: view))
        let diagram = TextDrawing.arrange(view)
        print("=====", view.key, diagram.size.width, "x", diagram.size.height, diagram.direction, kinds(diagram.faults))
    }
case "draw":
    let folder = CommandLine.arguments[2]
    let chosen = CommandLine.arguments.dropFirst(3)
    for view in views().prefix(40) where chosen.isEmpty || chosen.contains(view.key) {
        let diagram = DiagramLayout.arrange(view)
        try SVGDrawing.svg(of: diagram).write(toFile: "\(folder)/\(view.key).svg", atomically: true, encoding: .utf8)
        print(view.key, diagram.size.width, diagram.size.height, diagram.direction, kinds(diagram.faults))
    }
default: print("measure faults | time | draw FOLDER | json")
}
