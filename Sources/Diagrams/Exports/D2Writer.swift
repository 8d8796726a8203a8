/// Writes a view in D2 (https://d2lang.com).
package enum D2Writer {
    /// The view as text, with a final line feed.
    package static func text(of view: DiagramView) -> String {
        let names = ExportNames(view, reserved: reserved)
        var text = IndentedText()
        text.line("direction: \(direction(view.direction))")
        if !view.title.isEmpty {
            text.line("title: \(quoted(view.title)) {shape: text; near: top-center; style.font-size: 24}")
        }
        ViewTree(view).walk { step in
            switch step {
            case .enter(let frame): text.open("\(names[frame.id]): \(quoted(label(frame.name, frame.typeLine, ""))) {")
            case .box(let element):
                let label = label(element.name, element.typeLine, element.description)
                text.line("\(names[element.id]): \(quoted(label)) {shape: \(shape(element.style.shape))}")
            case .leave: text.close("}")
            }
        }
        let paths = Self.paths(of: view, names)
        for line in view.relationships {
            let order = line.order.map { "\($0). " } ?? ""
            let label = order + label(line.description, line.technology, "")
            let ends = "\(paths[line.source] ?? "") -> \(paths[line.target] ?? "")"
            text.line(label.isEmpty ? ends : "\(ends): \(quoted(label))")
        }
        return text.text
    }

    /// The names that D2 keeps for itself, and that of the title.
    private static let reserved: Set<String> = [
        "label", "shape", "style", "near", "icon", "width", "height", "direction", "tooltip", "link", "class",
        "classes", "constraint", "top", "left", "vars", "layers", "scenarios", "steps", "title", "desc", "language",
        "source", "target", "null", "true", "false", "suspend", "unsuspend",
        "grid_rows", "grid_columns", "grid_gap", "vertical_gap", "horizontal_gap",
    ]

    /// The name of each box with those of the frames around it.
    private static func paths(of view: DiagramView, _ names: ExportNames) -> [String: String] {
        var open: [String] = []
        var paths: [String: String] = [:]
        ViewTree(view).walk { step in
            switch step {
            case .enter(let frame): open.append(names[frame.id])
            case .box(let element): paths[element.id] = (open + [names[element.id]]).joined(separator: ".")
            case .leave: open.removeLast()
            }
        }
        return paths
    }

    private static func direction(_ direction: DiagramView.Direction?) -> String {
        switch direction {
        case .leftRight: "right"
        case .rightLeft: "left"
        case .bottomTop: "up"
        case .topBottom, nil: "down"
        }
    }

    private static func shape(_ shape: ElementStyle.Shape) -> String {
        switch shape {
        case .person, .robot: "c4-person"
        case .cylinder, .bucket: "cylinder"
        case .pipe: "queue"
        case .hexagon: "hexagon"
        case .diamond: "diamond"
        case .circle: "circle"
        case .ellipse: "oval"
        case .folder: "package"
        default: "rectangle"
        }
    }

    private static func label(_ name: String, _ type: String, _ description: String) -> String {
        [name, type.isEmpty ? "" : "[\(type)]", description].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$")
            .replacing("\n", with: "\\n").replacing("\r", with: "").replacing("\t", with: " ")
        return "\"\(escaped)\""
    }
}
