import Model

/// Writes a view as a flowchart of Mermaid, which every Markdown viewer with Mermaid draws.
package enum FlowchartWriter {
    /// The view as text, with a final line feed.
    package static func text(of view: DiagramView) -> String {
        let names = ExportNames(view, reserved: reserved)
        var text = IndentedText()
        text.open("flowchart \(direction(view.direction))")
        ViewTree(view).walk { step in
            switch step {
            case .enter(let frame):
                text.open("subgraph \(names[frame.id]) [\"\(plain(frame.name))\(brackets(frame.typeLine))\"]")
            case .box(let element): text.line(node(element, names[element.id]))
            case .leave: text.close("end")
            }
        }
        for line in view.relationships {
            let arrow = line.isResponse ? "-.->" : "-->"
            let label = label(of: line)
            text.line(
                "\(names[line.source]) \(arrow)\(label.isEmpty ? "" : "|\"\(label)\"|") \(names[line.target])")
        }
        return text.text
    }

    private static let reserved: Set<String> = [
        "end", "graph", "flowchart", "subgraph", "style", "class", "classdef", "click", "default", "linkstyle",
        "direction", "href", "call",
    ]

    private static func direction(_ direction: DiagramView.Direction?) -> String {
        switch direction {
        case .leftRight: "LR"
        case .rightLeft: "RL"
        case .bottomTop: "BT"
        case .topBottom, nil: "TB"
        }
    }

    private static func node(_ element: DiagramElement, _ name: String) -> String {
        var label = "<b>\(plain(element.name))</b>\(brackets(element.typeLine))"
        if !element.description.isEmpty { label += "<br/>\(plain(element.description))" }
        let (open, close) =
            switch element.style.shape {
            case .cylinder, .bucket: ("[(", ")]")
            case .person, .robot, .pipe: ("([", "])")
            case .circle, .ellipse: ("((", "))")
            case .hexagon: ("{{", "}}")
            case .diamond: ("{", "}")
            case .roundedBox: ("(", ")")
            default: ("[", "]")
            }
        return "\(name)\(open)\"\(label)\"\(close)"
    }

    private static func label(of line: DiagramRelationship) -> String {
        let order = line.order.map { "\($0). " } ?? ""
        return order + plain(line.description) + brackets(line.technology)
    }

    private static func brackets(_ text: String) -> String { text.isEmpty ? "" : "<br/>[\(plain(text))]" }

    private static func plain(_ text: String) -> String { C4MacroWriter.mermaidPlain(text) }
}
