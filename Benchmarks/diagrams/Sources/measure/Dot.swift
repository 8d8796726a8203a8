import Diagrams

/// The same view for dot: boxes of the same size, labels of the same words, boundaries as clusters.
enum Dot {
    static func text(of diagram: ArrangedDiagram) -> String {
        let view = diagram.view
        var text = "digraph { newrank=true; node [shape=box, fixedsize=true, label=\"\"]; edge [fontsize=12];\n"
        var open: [String] = []
        func members(_ boundary: String?) {
            for box in diagram.boxes where view.elements[box.element].boundary == boundary {
                let width = Double(box.frame.width) / 72
                let height = Double(box.frame.height) / 72
                text += "\"\(view.elements[box.element].id)\" [width=\(width), height=\(height)];\n"
            }
            for inner in view.boundaries where inner.parent == boundary {
                open.append(inner.id)
                text += "subgraph \"cluster_\(inner.id)\" { label=\"\(quoted(inner.name))\";\n"
                members(inner.id)
                text += "}\n"
            }
        }
        members(nil)
        let ids = Set(view.elements.map(\.id))
        for route in diagram.routes {
            let line = view.relationships[route.relationship]
            guard ids.contains(line.source), ids.contains(line.target) else { continue }
            let label = route.label.lines.map { quoted($0.text) }.joined(separator: "\\n")
            text += "\"\(line.source)\" -> \"\(line.target)\" [label=\"\(label)\"];\n"
        }
        return text + "}\n"
    }

    private static func quoted(_ text: String) -> String { text.filter { $0 != "\"" && $0 != "\\" } }
}
