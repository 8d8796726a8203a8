import Model

/// Writes a view with the macros of C4-PlantUML, which Mermaid has taken over.
package struct C4MacroWriter {
    private let view: DiagramView
    private let names: ExportNames
    private let isMermaid: Bool
    private var text = IndentedText()

    private init(_ view: DiagramView, isMermaid: Bool) {
        self.view = view
        self.isMermaid = isMermaid
        names = ExportNames(view, reserved: isMermaid ? ["title"] : [])
    }

    /// The view for C4-PlantUML 2, as PlantUML 1.2023 and later bring it along.
    package static func plantUML(_ view: DiagramView) -> String {
        var writer = C4MacroWriter(view, isMermaid: false)
        writer.writePlantUML()
        return writer.text.text
    }

    /// The view for Mermaid's C4 diagrams, which know neither directions nor a legend.
    package static func mermaid(_ view: DiagramView) -> String {
        var writer = C4MacroWriter(view, isMermaid: true)
        writer.text.line("C4" + writer.kind)
        if !view.title.isEmpty { writer.text.line("title \(writer.titleText)") }
        writer.writeBody()
        return writer.text.text
    }

    private mutating func writePlantUML() {
        text.line("@startuml \(ModelIDs.made(of: view.key))")
        text.line("!include <C4/C4_\(library)>")
        text.line("")
        if !view.title.isEmpty { text.line("title \(titleText)") }
        switch view.direction {
        case .leftRight, .rightLeft: text.line("LAYOUT_LEFT_RIGHT()")
        case .topBottom, .bottomTop: text.line("LAYOUT_TOP_DOWN()")
        case nil: break
        }
        writeBody()
        text.line("")
        text.line("SHOW_LEGEND()")
        text.line("@enduml")
    }

    private var kind: String {
        switch view.kind {
        case .systemLandscape, .systemContext: "Context"
        case .container: "Container"
        case .component, .custom: "Component"
        case .dynamic: "Dynamic"
        case .deployment: "Deployment"
        }
    }

    /// The part of the library that knows every macro of the view.
    private var library: String {
        let roles = Set(view.elements.map(\.style.role) + view.boundaries.map(\.style.role))
        if view.kind == .dynamic || view.kind == .deployment { return kind }
        if !roles.isDisjoint(with: [.component, .custom, .infrastructure]) { return "Component" }
        return roles.contains(.container) ? "Container" : kind
    }

    private var titleText: String { isMermaid ? Self.mermaidPlain(view.title) : Self.plantUMLPlain(view.title) }

    private mutating func writeBody() {
        var body = text
        ViewTree(view).walk { step in
            switch step {
            case .enter(let frame): body.open(head(of: frame) + " {")
            case .box(let element): body.line(call(of: element))
            case .leave: body.close("}")
            }
        }
        body.line("")
        for line in view.relationships { body.line(call(of: line)) }
        text = body
    }

    // MARK: Calls

    private func call(_ macro: String, _ name: String, _ texts: [String]) -> String {
        var texts = texts[...]
        while texts.count > 1, texts.last?.isEmpty == true { texts.removeLast() }
        return "\(macro)(\(([name] + texts.map(quoted)).joined(separator: ", ")))"
    }

    private func head(of frame: DiagramBoundary) -> String {
        let name = names[frame.id]
        switch frame.style.role {
        case .softwareSystem: return call("System_Boundary", name, [frame.name])
        case .container: return call("Container_Boundary", name, [frame.name])
        case .deploymentNode, .infrastructure: return call("Deployment_Node", name, [frame.name, frame.technology])
        default: return call("Boundary", name, [frame.name])
        }
    }

    private func call(of element: DiagramElement) -> String {
        let name = names[element.id]
        let suffix = element.style.isExternal ? "_Ext" : ""
        let form =
            switch element.style.shape {
            case .cylinder, .bucket: "Db"
            case .pipe: "Queue"
            default: ""
            }
        let parts = [element.name, element.technology, element.description]
        switch element.style.role {
        case .person: return call("Person\(suffix)", name, [element.name, element.description])
        case .softwareSystem: return call("System\(form)\(suffix)", name, [element.name, element.description])
        case .container: return call("Container\(form)\(suffix)", name, parts)
        case .deploymentNode, .infrastructure:
            return isMermaid ? call("Node", name, parts) + " {\n  }" : call("Deployment_Node", name, parts)
        case .component, .custom, .group: return call("Component\(form)\(suffix)", name, parts)
        }
    }

    private func call(of line: DiagramRelationship) -> String {
        let ends = "\(names[line.source]), \(names[line.target])"
        let texts = [line.description.isEmpty && isMermaid ? " " : line.description, line.technology]
        guard let order = line.order, view.kind == .dynamic else { return call("Rel", ends, texts) }
        return call("RelIndex", "\(order), \(ends)", texts)
    }

    // MARK: Texts

    private func quoted(_ text: String) -> String {
        "\"" + (isMermaid ? Self.mermaidPlain(text) : Self.plantUMLPlain(text)) + "\""
    }

    /// A text for PlantUML, whose quotes and markup cannot be escaped but by their numbers.
    private static func plantUMLPlain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", "~", "%", "$", "{", "}", "'": result += "<U+\(hex(scalar))>"
            case "\n": result += "\\n"
            case _ where scalar.value < 32: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// A text for Mermaid, which knows entities by `#`.
    static func mermaidPlain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "#quot;"
            case "#": result += "#35;"
            case "<": result += "#lt;"
            case ">": result += "#gt;"
            case "&": result += "#amp;"
            case ";": result += "#59;"
            case "`": result += "#96;"
            case "\\": result += "#92;"
            case "%", "{", "}": result += "#\(scalar.value);"
            case "\n": result += "<br/>"
            case _ where scalar.value < 32: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
