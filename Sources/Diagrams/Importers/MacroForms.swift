import Model

/// A macro that makes an element, such as `ContainerDb_Ext`.
struct MacroElement: Sendable {
    let kind: C4Element.Kind
    let tags: [String]

    var isNode: Bool { kind == .deploymentNode }

    /// The names that are known, as they are written.
    static let names = [
        "Person", "Person_Ext", "System", "System_Ext", "SystemDb", "SystemQueue", "Container", "Container_Ext",
        "ContainerDb", "ContainerQueue", "Component", "Component_Ext", "ComponentDb", "ComponentQueue",
        "Deployment_Node", "Node",
    ]

    /// The macro of a name in lower case; nil when it makes no element.
    init?(_ name: String) {
        var rest = name[...]
        var tags: [String] = []
        if rest.hasSuffix("_ext") {
            rest = rest.dropLast(4)
            tags.append("External")
        }
        if ["deployment_node", "deployment_node_l", "deployment_node_r", "node", "node_l", "node_r"].contains(rest) {
            self.init(kind: .deploymentNode, tags: [])
            return
        }
        for (suffix, tag) in [("db", "Database"), ("queue", "Queue")] where rest.hasSuffix(suffix) {
            rest = rest.dropLast(suffix.utf8.count)
            tags.append(tag)
        }
        switch rest {
        case "person": self.init(kind: .person, tags: tags)
        case "system": self.init(kind: .softwareSystem, tags: tags)
        case "container": self.init(kind: .container, tags: tags)
        case "component": self.init(kind: .component, tags: tags)
        default: return nil
        }
    }

    private init(kind: C4Element.Kind, tags: [String]) {
        self.kind = kind
        self.tags = tags
    }
}

/// A macro that makes a relationship, such as `Rel_Back` or `RelIndex_D`.
struct MacroRelationship: Sendable {
    let isBack: Bool
    let isBoth: Bool
    let hasIndex: Bool

    /// The macro of a name in lower case; nil when it makes no relationship.
    init?(_ name: String) {
        let parts = name.split(separator: "_")
        guard let first = parts.first, ["rel", "birel", "relindex"].contains(first) else { return nil }
        isBack = parts.dropFirst().first == "back"
        isBoth = first == "birel"
        hasIndex = first == "relindex"
    }
}

/// Makes styles of the macros that colour tags.
enum MacroStyles {
    /// The style of `AddElementTag`.
    static func element(_ call: MacroCall) -> C4ElementStyle {
        var style = C4ElementStyle(tag: call.argument(0, "tagstereo"))
        style.background = StyleColor.hex(call.argument(1, "bgcolor"))
        style.color = StyleColor.hex(call.argument(2, "fontcolor"))
        style.stroke = StyleColor.hex(call.argument(3, "bordercolor"))
        if call.argument(5, "shape").hasPrefix("RoundedBox") { style.shape = .roundedBox }
        if call.argument(5, "shape").hasPrefix("EightSided") { style.shape = .hexagon }
        return style
    }

    /// The style of `AddRelTag`.
    static func relationship(_ call: MacroCall) -> C4RelationshipStyle {
        var style = C4RelationshipStyle(tag: call.argument(0, "tagstereo"))
        style.color = StyleColor.hex(call.argument(2, "linecolor"))
        let line = call.argument(3, "linestyle")
        style.style = line.hasPrefix("Dashed") ? .dashed : line.hasPrefix("Dotted") ? .dotted : nil
        return style
    }

    /// The style of `UpdateElementStyle`, when it means all elements of a kind.
    static func updated(_ call: MacroCall) -> C4ElementStyle? {
        let names = [
            "person": "Person", "system": "Software System", "container": "Container", "component": "Component",
        ]
        guard let tag = names[call.argument(0, "elementname").lowercased()] else { return nil }
        var style = C4ElementStyle(tag: tag)
        style.background = StyleColor.hex(call.argument(1, "bgcolor"))
        style.color = StyleColor.hex(call.argument(2, "fontcolor"))
        style.stroke = StyleColor.hex(call.argument(3, "bordercolor"))
        return style
    }
}

extension C4Styles {
    /// Draws the elements with the tag of a macro in their shape.
    mutating func addShape(of tag: String) {
        guard !elements.contains(where: { $0.tag == tag }) else { return }
        var style = C4ElementStyle(tag: tag)
        switch tag {
        case "Database": style.shape = .cylinder
        case "Queue": style.shape = .pipe
        default: return
        }
        elements.append(style)
    }
}
