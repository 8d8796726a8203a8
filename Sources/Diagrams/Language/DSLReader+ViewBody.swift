import Model

extension DSLReader {
    /// Reads the block of a view.
    mutating func readBody(_ index: Int, of view: inout C4View) {
        if view.kind == .dynamic { return readDynamicBody(index, of: &view) }
        for child in statements.children(of: index) {
            clock += 1
            if takeCommon(child, of: &view) { continue }
            switch statements.all[child].keyword {
            case "include" where view.kind != .filtered && view.kind != .image: readRule(child, true, of: &view)
            case "exclude" where view.kind != .filtered && view.kind != .image: readRule(child, false, of: &view)
            case "animation": readAnimation(child, of: &view)
            case "plantuml", "mermaid", "kroki", "image": readImage(child, of: &view)
            case "light" where view.kind == .image, "dark" where view.kind == .image:
                readImages(child, of: &view)
            default: unknown(child, "in a view", Self.viewBodyWords)
            }
        }
    }

    private static let viewBodyWords = [
        "include", "exclude", "autoLayout", "animation", "title", "description", "default", "properties",
    ]

    /// Takes what every view can have; false for everything else.
    private mutating func takeCommon(_ index: Int, of view: inout C4View) -> Bool {
        switch statements.all[index].keyword {
        case "title": view.title = oneText(index) ?? view.title
        case "description": view.description = oneText(index) ?? view.description
        case "default": view.isDefault = true
        case "properties": view.properties.merge(readPairs(index)) { _, new in new }
        case "autolayout": view.layout = readLayout(index)
        default: return false
        }
        return true
    }

    private mutating func readLayout(_ index: Int) -> C4Layout {
        let words = Array(statements.all[index].words)
        var layout = C4Layout()
        if words.count > 1 {
            let directions: [String: DiagramView.Direction] = [
                "tb": .topBottom, "bt": .bottomTop, "lr": .leftRight, "rl": .rightLeft,
            ]
            if let direction = directions[words[1].text.lowercased()] {
                layout.direction = direction
            } else {
                report(.badValue(words[1].text, of: "autoLayout", allowed: "`tb`, `bt`, `lr` or `rl`"), words[1], index)
            }
        }
        layout.rankSeparation = distance(words, 2, index) ?? layout.rankSeparation
        layout.nodeSeparation = distance(words, 3, index) ?? layout.nodeSeparation
        refuseMore(words, than: 4, "autoLayout [tb|bt|lr|rl] [rank separation] [node separation]", index)
        return layout
    }

    private mutating func distance(_ words: [DSLToken], _ position: Int, _ index: Int) -> Int? {
        guard words.indices.contains(position) else { return nil }
        if let value = Int(words[position].text), (0...100_000).contains(value) { return value }
        report(.badValue(words[position].text, of: "autoLayout", allowed: "a number of pixels"), words[position], index)
        return nil
    }

    private mutating func readRule(_ index: Int, _ isInclude: Bool, of view: inout C4View) {
        let scope = DraftScope()
        for expression in expressions(index, in: scope) {
            view.rules.append(C4ViewRule(isInclude: isInclude, expression))
            guard isInclude, case .element(let id) = expression else { continue }
            checkIncluded(id, index, in: view)
        }
    }

    /// Notes an element that cannot stand in a view although it is named.
    private mutating func checkIncluded(_ id: String, _ index: Int, in view: C4View) {
        guard let element = workspace.element(id) else { return }
        if id == view.scope, view.kind != .systemContext { return report(.scopeInView(id), index) }
        let isPermitted =
            switch view.kind {
            case .systemLandscape, .systemContext: [.person, .softwareSystem, .custom].contains(element.kind)
            case .container: [.person, .softwareSystem, .container, .custom].contains(element.kind)
            case .component: !element.kind.isDeployed
            case .deployment: element.environment == view.environment
            case .custom: element.kind == .custom
            case .dynamic, .filtered, .image: true
            }
        if !isPermitted {
            report(.notDSL("`\(id)` cannot stand in a view of this kind and was left out; remove it"), index)
            return
        }
        if view.kind == .deployment { return }
        let named = view.rules.compactMap { rule -> String? in
            if case .element(let other) = rule.expression, rule.isInclude { other } else { nil }
        }
        if named.contains(where: { $0.hasPrefix("\(id).") || id.hasPrefix("\($0).") }) {
            report(.parentInView(id), index)
        }
    }

    private mutating func readAnimation(_ index: Int, of view: inout C4View) {
        for child in statements.children(of: index) {
            let statement = statements.all[child]
            // A step is a line, or the lines of a block in older files.
            let lines = statement.hasBlock ? statements.children(of: child) : [child]
            let words = lines.flatMap { statements.all[$0].tokens }
            view.animation.append(words.compactMap { id(of: $0.text, $0, child, DraftScope()) })
        }
    }

    /// Reads the image for one scheme of colours; the last that is for light pages stands for the view.
    private mutating func readImages(_ index: Int, of view: inout C4View) {
        for child in statements.children(of: index) {
            guard ["plantuml", "mermaid", "kroki", "image"].contains(statements.all[child].keyword) else {
                unknown(child, "in a view", ["plantuml", "mermaid", "kroki", "image"])
                continue
            }
            let before = view.image
            readImage(child, of: &view)
            if statements.all[index].keyword == "dark", before != nil { view.image = before }
        }
    }

    private mutating func readImage(_ index: Int, of view: inout C4View) {
        let words = Array(statements.all[index].words)
        guard words.count > 1 else { return report(.missing("a file", after: words[0].text), index) }
        let source = words[words.count - 1]
        if DiagramFiles.isAddress(source.text) {
            return report(.refused("\(words[0].text) \(source.text)", why: DSLFault.noNetwork), source, index)
        }
        view.image = C4Image(language: words[0].text.lowercased(), source: source.text)
    }

    // MARK: Dynamic views

    private mutating func readDynamicBody(_ index: Int, of view: inout C4View) {
        var order = StepOrder()
        // The steps of parallel blocks stand in a stack: what comes next, and how many blocks are open there.
        var pending: [(indices: ArraySlice<Int>, isBlock: Bool)] = [(statements.children(of: index)[...], false)]
        while let (indices, isBlock) = pending.popLast() {
            guard let next = indices.first else {
                if isBlock { order.endParallel() }
                continue
            }
            pending.append((indices.dropFirst(), isBlock))
            clock += 1
            let statement = statements.all[next]
            if statement.tokens.isEmpty {
                order.beginParallel()
                pending.append((statements.children(of: next)[...], true))
            } else if !takeCommon(next, of: &view) {
                readStep(next, &order, of: &view)
            }
        }
    }

    private mutating func readStep(_ index: Int, _ order: inout StepOrder, of view: inout C4View) {
        var words = Array(statements.all[index].tokens)
        var stated: String?
        if words.count > 1, words[0].text.hasSuffix(":"), words[0].text.utf8.first?.isDigit == true {
            stated = String(words.removeFirst().text.dropLast())
        }
        if words.count >= 3, words[1].text == "->" {
            guard let source = id(of: words[0].text, words[0], index, DraftScope()),
                let target = id(of: words[2].text, words[2], index, DraftScope())
            else { return }
            addStep(source, target, Array(words.dropFirst(3)), stated, index, &order, of: &view)
        } else if let first = words.first,
            case .relationship(let number) = draft.target(of: first.text, in: DraftScope()),
            let position = relationshipOrder.firstIndex(of: number)
        {
            let relationship = workspace.relationships[position]
            addStep(
                relationship.source, relationship.target, Array(words.dropFirst()), stated, index, &order, of: &view)
        } else {
            unknown(index, "in a dynamic view", Self.viewBodyWords + draft.names)
        }
    }

    private mutating func addStep(
        _ source: String, _ target: String, _ rest: [DSLToken], _ stated: String?, _ index: Int,
        _ order: inout StepOrder, of view: inout C4View
    ) {
        refuseMore(rest, than: 2, "[order:] a -> b [description] [technology]", index)
        if !isRelated(source, target) { report(.noRelationship(source, target), index) }
        view.steps.append(
            C4Step(
                order: stated ?? order.next(), source: source, target: target, description: text(rest, 0),
                technology: text(rest, 1)))
    }

    /// Whether two elements, or parts of them, are related in either direction.
    private func isRelated(_ source: String, _ target: String) -> Bool {
        workspace.relationships.contains { relationship in
            Self.covers(source, relationship.source) && Self.covers(target, relationship.target)
                || Self.covers(target, relationship.source) && Self.covers(source, relationship.target)
        }
    }

    private static func covers(_ whole: String, _ part: String) -> Bool { whole == part || part.hasPrefix("\(whole).") }
}

/// Numbers the steps of a dynamic view; those of parallel blocks begin with the same number.
struct StepOrder {
    private var last = 0
    /// For each open block the number before it, and the highest that was reached beside it.
    private var blocks: [(start: Int, highest: Int)] = []

    mutating func next() -> String {
        last += 1
        return String(last)
    }

    mutating func beginParallel() { blocks.append((last, last)) }

    mutating func endParallel() {
        guard let block = blocks.popLast() else { return }
        let highest = max(block.highest, last)
        if let outer = blocks.indices.last {
            blocks[outer].highest = max(blocks[outer].highest, highest)
            last = block.start
        } else {
            last = highest
        }
    }
}
