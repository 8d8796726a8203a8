/// Writes a view in the DOT language of Graphviz.
package enum DOTWriter {
    /// The view as text, with a final line feed.
    package static func text(of view: DiagramView) -> String {
        var text = IndentedText()
        text.open("digraph \(quoted(view.key)) {")
        // Without it Graphviz 2 fails on many graphs that have both clusters and labels.
        text.line("graph [newrank=true, rankdir=\(direction(view.direction)), label=\(quoted(view.title)), labelloc=t]")
        text.line("node [shape=box, style=\"rounded,filled\", fillcolor=white]")
        var frames = 0
        ViewTree(view).walk { step in
            switch step {
            case .enter(let frame):
                frames += 1
                text.open("subgraph cluster_\(frames) {")
                text.line("label=\(quoted(label(frame.name, frame.typeLine, "")))")
            case .box(let element):
                let label = label(element.name, element.typeLine, element.description)
                text.line("\(quoted(element.id)) [label=\(quoted(label)), shape=\(shape(element.style.shape))]")
            case .leave: text.close("}")
            }
        }
        for line in view.relationships {
            let order = line.order.map { "\($0). " } ?? ""
            let label = order + label(line.description, line.technology, "")
            let style = line.style.line.rawValue.lowercased()
            text.line("\(quoted(line.source)) -> \(quoted(line.target)) [label=\(quoted(label)), style=\(style)]")
        }
        text.close("}")
        return text.text
    }

    private static func direction(_ direction: DiagramView.Direction?) -> String {
        switch direction {
        case .leftRight: "LR"
        case .rightLeft: "RL"
        case .bottomTop: "BT"
        case .topBottom, nil: "TB"
        }
    }

    private static func shape(_ shape: ElementStyle.Shape) -> String {
        switch shape {
        case .cylinder, .bucket: "cylinder"
        case .hexagon: "hexagon"
        case .diamond: "diamond"
        case .circle, .ellipse: "ellipse"
        case .folder: "folder"
        case .component: "component"
        default: "box"
        }
    }

    private static func label(_ name: String, _ type: String, _ description: String) -> String {
        [name, type.isEmpty ? "" : "[\(type)]", description].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\u{0}", with: "")
        return "\"\(escaped)\""
    }
}
