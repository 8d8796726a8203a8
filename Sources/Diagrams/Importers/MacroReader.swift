import Model

/// Reads C4-PlantUML (https://github.com/plantuml-stdlib/C4-PlantUML) and Mermaid's C4 diagrams, whose macros are the
/// same.
enum MacroReader {
    /// Reads one diagram, which becomes a model with one view.
    static func read(
        _ bytes: [UInt8], as language: DiagramLanguage, path: String, offset: SourcePosition, key: String
    ) -> DiagramDocument {
        var reading = MacroReading(path: path, key: key)
        var scanner = MacroScanner(bytes, offset: offset)
        while let call = scanner.next() { reading.take(call) }
        return reading.finish()
    }
}

/// The state of reading one diagram.
struct MacroReading {
    let path: String
    let key: String
    var document: DiagramDocument
    var steps: [C4Step] = []
    var title = ""
    /// The kind that the text names by its first line or by what it includes.
    private var stated: C4View.Kind?
    var direction: DiagramView.Direction?
    /// Our ids by the aliases of the text.
    private var aliases: [String: String] = [:]
    private var frames: [Frame] = []
    private var properties: [String: String] = [:]
    private var taken: Set<String> = []
    /// The relationships with the aliases of their ends, until all elements are known.
    private var pending: [(call: MacroCall, form: MacroRelationship)] = []
    var environment: C4Environment?

    /// A boundary that is open.
    private struct Frame {
        /// The element that the boundary is; nil for a mere group.
        var element: C4Element?
        var label: String
    }

    init(path: String, key: String) {
        self.path = path
        self.key = key
        document = DiagramDocument(path: path)
    }

    mutating func take(_ call: MacroCall) {
        let name = call.name.lowercased()
        if let form = MacroElement(name) { return add(form, call) }
        if let form = MacroRelationship(name) { return pending.append((call, form)) }
        if name == "title" { return title = call.rest }
        if call.opensBlock, takeFrame(name, call) { return }
        switch name {
        case "}": _ = frames.popLast()
        case "addproperty": properties[call.argument(0, "col1")] = call.argument(1, "col2")
        case "addelementtag", "addpersontag", "addsystemtag", "addcontainertag", "addcomponenttag", "addnodetag":
            document.workspace.styles.elements.append(MacroStyles.element(call))
        case "addreltag": document.workspace.styles.relationships.append(MacroStyles.relationship(call))
        case "updateelementstyle":
            if let style = MacroStyles.updated(call) { document.workspace.styles.elements.append(style) }
        case "layout_left_right", "layout_landscape": direction = .leftRight
        case "layout_top_down": direction = .topBottom
        case "!include", "!includeurl": stated = Self.kind(in: call.rest) ?? stated
        default: takeOther(name, call)
        }
    }

    private mutating func takeOther(_ name: String, _ call: MacroCall) {
        if name.hasPrefix("c4"), let kind = Self.kind(in: name) { return stated = kind }
        let isSilent = Self.silent.contains { name.hasPrefix($0) }
        if isSilent || name == "{" { return }
        let near = Spelling.nearest(call.name, among: MacroElement.names + ["Rel", "BiRel", "Boundary", "title"])
        document.findings.append(.dsl(.unknownWord(call.name, place: "in a C4 diagram", near: near), path, call.range))
    }

    /// What says how a diagram is drawn by its own tool, and nothing of the model.
    private static let silent = [
        "@", "!", "lay_", "layout_", "show_", "hide_", "update", "setpropertyheader", "withoutpropertyheader",
        "skinparam", "caption", "header", "footer", "legend", "increment", "setindex", "acctitle", "accdescr", "left",
        "top", "---", "config", "addboundarytag", "scale", "set_", "lineshape", "rel_", "sprite",
    ]

    private static func kind(in text: String) -> C4View.Kind? {
        let text = text.lowercased()
        let kinds: [(String, C4View.Kind)] = [
            ("context", .systemLandscape), ("container", .container), ("component", .component), ("dynamic", .dynamic),
            ("deployment", .deployment),
        ]
        return kinds.first { text.contains("c4_\($0.0)") || text.contains("c4\($0.0)") }?.1
    }

    // MARK: Elements

    private mutating func add(_ form: MacroElement, _ call: MacroCall) {
        let alias = call.argument(0, "alias")
        guard !alias.isEmpty, aliases[alias] == nil else {
            let fault = alias.isEmpty ? DSLFault.missing("a name", after: call.name) : .duplicateIdentifier(alias)
            return document.findings.append(.dsl(fault, path, call.range))
        }
        var element = C4Element(id: "", kind: form.kind, name: call.argument(1, "label"))
        if element.name.isEmpty { element.name = alias }
        let hasTechnology = form.kind != .person && form.kind != .softwareSystem
        element.technology = hasTechnology ? call.argument(2, form.isNode ? "type" : "techn") : ""
        element.description = call.argument(hasTechnology ? 3 : 2, "descr")
        element.addTags(form.tags + call.argument(hasTechnology ? 5 : 4, "tags").split(separator: "+").map(\.trimmed))
        let link = call.argument(hasTechnology ? 6 : 5, "link")
        element.url = link.isEmpty ? nil : link
        element.properties = properties
        properties = [:]
        for tag in form.tags { document.workspace.styles.addShape(of: tag) }
        place(element, alias, form, call)
    }

    /// Puts an element where the open boundaries say.
    private mutating func place(_ element: C4Element, _ alias: String, _ form: MacroElement, _ call: MacroCall) {
        if form.isNode {
            var node = element
            let parent = frames.last(where: { $0.element?.kind == .deploymentNode })?.element
            node.environment = standardEnvironment()
            let added = insert(node, alias, parent: parent, call)
            if call.opensBlock { frames.append(Frame(element: added, label: added.name)) }
            return
        }
        let node = frames.last?.element.flatMap { $0.kind == .deploymentNode ? $0 : nil }
        var original = element
        let parent = parent(of: element.kind)
        original.group = frames.reversed().prefix { $0.element == nil || $0.element?.id != parent?.id }
            .filter { $0.element?.kind != .deploymentNode }.map(\.label).reversed()
        let added = insert(original, alias, parent: parent, call)
        guard let node, [.container, .softwareSystem].contains(element.kind) else { return }
        var instance = C4Element(
            id: "", kind: element.kind == .container ? .containerInstance : .softwareSystemInstance, name: element.name)
        instance.original = added.id
        instance.environment = node.environment
        _ = insert(instance, nil, parent: node, call, local: alias)
    }

    /// The element that one of a kind is a part of: the boundary around it, or one that is made for it.
    private mutating func parent(of kind: C4Element.Kind) -> C4Element? {
        switch kind {
        case .container:
            if let system = frames.last(where: { $0.element?.kind == .softwareSystem })?.element { return system }
            return standIn(.softwareSystem, "System", nil)
        case .component:
            if let container = frames.last(where: { $0.element?.kind == .container })?.element { return container }
            let system = parent(of: .container)
            return standIn(.container, "Container", system)
        default: return nil
        }
    }

    private mutating func standIn(_ kind: C4Element.Kind, _ name: String, _ parent: C4Element?) -> C4Element {
        if let known = document.workspace.elements.first(where: { $0.name == name && $0.kind == kind }) { return known }
        let element = C4Element(id: "", kind: kind, name: name)
        let call = MacroCall(name: "", arguments: [], named: [:], rest: "", opensBlock: false, range: .top)
        return insert(element, nil, parent: parent, call)
    }

    private mutating func insert(
        _ element: C4Element, _ alias: String?, parent: C4Element?, _ call: MacroCall, local: String? = nil
    ) -> C4Element {
        var element = element
        element.parent = parent?.id
        let stem = (alias ?? local).map(Self.identifier) ?? ModelIDs.made(of: element.name)
        let base = (parent?.id ?? element.environment).map { "\($0).\(stem)" } ?? stem
        element.id = base
        var number = 2
        while !taken.insert(element.id.lowercased()).inserted {
            element.id = "\(base)_\(number)"
            number += 1
        }
        if let alias { aliases[alias] = element.id }
        document.elementPlaces[element.id] = Source(path: path, range: call.range)
        document.workspace.elements.append(element)
        return element
    }

    /// An alias as an identifier of ours.
    private static func identifier(_ alias: String) -> String {
        let isPlain = alias.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        return isPlain && alias.lowercased() != "this" ? alias : ModelIDs.made(of: alias)
    }

    private mutating func standardEnvironment() -> String {
        if environment == nil {
            environment = C4Environment(id: "environment", name: "Default")
            taken.insert("environment")
        }
        return environment?.id ?? ""
    }

    // MARK: Boundaries

    /// Opens a boundary; false when the statement is none.
    private mutating func takeFrame(_ name: String, _ call: MacroCall) -> Bool {
        guard name.hasSuffix("boundary") else {
            frames.append(Frame(element: nil, label: ""))
            return false
        }
        let alias = call.argument(0, "alias")
        let label = call.argument(1, "label").isEmpty ? alias : call.argument(1, "label")
        let type = name == "boundary" ? call.argument(2, "type").lowercased() : name
        var frame = Frame(element: nil, label: label)
        let isInSystem = frames.contains { $0.element?.kind == .softwareSystem }
        if type.hasPrefix("system"), !isInSystem {
            frame.element = insert(C4Element(id: "", kind: .softwareSystem, name: label), alias, parent: nil, call)
        } else if type.hasPrefix("container"), !frames.contains(where: { $0.element?.kind == .container }) {
            let element = C4Element(id: "", kind: .container, name: label)
            frame.element = insert(element, alias, parent: parent(of: .container), call)
        }
        frames.append(frame)
        return true
    }

    // MARK: The end

    mutating func finish() -> DiagramDocument {
        if !frames.isEmpty {
            document.findings.append(.dsl(.unclosedBlock(frames.last?.label ?? ""), path, .top))
        }
        if let environment { document.workspace.environments = [environment] }
        for (call, form) in pending { add(form, call) }
        document.workspace.name = title
        normalize()
        addView()
        return document
    }

    private mutating func add(_ form: MacroRelationship, _ call: MacroCall) {
        let first = form.hasIndex ? 1 : 0
        guard let from = end(call.argument(first, "from"), call), let to = end(call.argument(first + 1, "to"), call)
        else {
            return
        }
        let (source, target) = form.isBack ? (to, from) : (from, to)
        for (source, target) in [(source, target)] + (form.isBoth ? [(target, source)] : []) {
            var relationship = C4Relationship(
                source: source, target: target, description: call.argument(first + 2, "label"),
                technology: call.argument(first + 3, "techn"))
            relationship.addTags(call.argument(first + 6, "tags").split(separator: "+").map(\.trimmed))
            if form.hasIndex || stated == .dynamic {
                let index = form.hasIndex ? call.argument(0, "e_index") : ""
                let order = index.utf8.first?.isDigit == true ? index : String(steps.count + 1)
                steps.append(
                    C4Step(order: order, source: source, target: target, description: relationship.description))
            }
            let isKnown = document.workspace.relationships.contains {
                $0.pair == relationship.pair && $0.description == relationship.description
            }
            if isKnown { continue }
            document.workspace.relationships.append(relationship)
            document.relationshipPlaces.append(Source(path: path, range: call.range))
        }
    }

    private mutating func end(_ alias: String, _ call: MacroCall) -> String? {
        if let id = aliases[alias] { return id }
        let near = Spelling.nearest(alias, among: aliases.keys.sorted())
        document.findings.append(.dsl(.unknownReference(alias, near: near), path, call.range))
        return nil
    }
}
