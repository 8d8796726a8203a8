import Diagrams
import TestSupport

/// Makes models by chance from a seed, with texts that are hard to write.
struct RandomWorkspace {
    private var chance: SeededRandom
    private var workspace = C4Workspace()
    private var number = 0

    init(seed: UInt64) { chance = SeededRandom(seed: seed) }

    mutating func make() -> C4Workspace {
        workspace.name = text()
        workspace.description = text()
        workspace.modelProperties = ["structurizr.groupSeparator": "/"]
        for _ in 0..<Int.random(in: 1...3, using: &chance) { add(.person, nil) }
        for _ in 0..<Int.random(in: 1...4, using: &chance) { addSystem() }
        for _ in 0..<Int.random(in: 0...2, using: &chance) { add(.custom, nil) }
        relate(workspace.elements.map(\.id))
        if Bool.random(using: &chance) { addEnvironment() }
        addViews()
        for tag in ["Person", "Hot", "odd tag"] where Bool.random(using: &chance) {
            var style = C4ElementStyle(tag: tag, scheme: [.any, .light, .dark].randomElement(using: &chance) ?? .any)
            style.shape = ElementStyle.Shape.allCases.randomElement(using: &chance)
            style.background = "#a0b1c2"
            style.opacity = Int.random(in: 0...100, using: &chance)
            workspace.styles.elements.append(style)
        }
        return workspace
    }

    private mutating func addSystem() {
        let system = add(.softwareSystem, nil)
        for _ in 0..<Int.random(in: 0...4, using: &chance) {
            let container = add(.container, system)
            for _ in 0..<Int.random(in: 0...2, using: &chance) { add(.component, container) }
        }
    }

    @discardableResult
    private mutating func add(_ kind: C4Element.Kind, _ parent: String?, environment: String? = nil) -> String {
        number += 1
        let local = "e\(number)"
        let id = (parent ?? environment).map { "\($0).\(local)" } ?? local
        var element = C4Element(id: id, kind: kind, name: "\(text()) \(number)", parent: parent)
        element.environment = environment
        element.description = text()
        if ![.person, .softwareSystem].contains(kind) { element.technology = text() }
        element.tags = ["Hot", "odd tag", "ü"].filter { _ in Bool.random(using: &chance) }
        if Int.random(in: 0...4, using: &chance) == 0 { element.properties = ["key \(text())": text()] }
        if Int.random(in: 0...4, using: &chance) == 0 {
            element.perspectives = [C4Perspective(name: "P", description: text() + ".", value: "v")]
        }
        let groups = [[], [], ["A"], ["A", "B"], ["odd \"group\""]]
        element.group = groups.randomElement(using: &chance) ?? []
        if kind == .deploymentNode { element.instances = ["1", "4", "1..N"].randomElement(using: &chance) ?? "1" }
        workspace.elements.append(element)
        return id
    }

    private mutating func relate(_ ids: [String]) {
        var seen: Set<C4Pair> = []
        for _ in 0..<ids.count * 2 {
            guard let source = ids.randomElement(using: &chance), let target = ids.randomElement(using: &chance),
                !"\(source).".hasPrefix("\(target)."), !"\(target).".hasPrefix("\(source)."),
                seen.insert(C4Pair(source, target)).inserted
            else { continue }
            var relationship = C4Relationship(source: source, target: target, description: text(), technology: text())
            relationship.impliesOthers = Int.random(in: 0...3, using: &chance) > 0
            if Bool.random(using: &chance) { relationship.tags = ["Data"] }
            workspace.relationships.append(relationship)
        }
    }

    private mutating func addEnvironment() {
        workspace.environments = [C4Environment(id: "env", name: "Live \(text())")]
        let originals = workspace.elements.filter { [.softwareSystem, .container].contains($0.kind) }
        var parent: String?
        for depth in 0..<Int.random(in: 1...5, using: &chance) {
            let node = add(.deploymentNode, parent, environment: "env")
            for original in originals.shuffled(using: &chance).prefix(depth) {
                number += 1
                let kind: C4Element.Kind = original.kind == .container ? .containerInstance : .softwareSystemInstance
                var instance = C4Element(id: "\(node).i\(number)", kind: kind, name: original.name, parent: node)
                instance.environment = "env"
                instance.original = original.id
                workspace.elements.append(instance)
            }
            parent = node
        }
    }

    private mutating func addViews() {
        for (index, system) in workspace.elements.filter({ $0.kind == .softwareSystem }).enumerated() {
            var view = C4View(key: "view \(index)", kind: .systemContext, scope: system.id)
            view.title = text()
            view.description = text()
            view.rules = [C4ViewRule(isInclude: true, .all)]
            if Bool.random(using: &chance) {
                let comparison = C4Comparison(isEqual: false, values: ["odd tag", "Hot"])
                view.rules.append(C4ViewRule(isInclude: false, .matching([[.element(.tag, comparison)]])))
            }
            if Bool.random(using: &chance) {
                let direction = DiagramView.Direction.allCases.randomElement(using: &chance) ?? .topBottom
                view.layout = C4Layout(direction: direction)
            }
            workspace.views.append(view)
        }
    }

    /// A text of a few words, some of which are awkward; never blank at its ends.
    private mutating func text() -> String {
        let words = [
            "plain", "two words", "\"quoted\"", "back\\slash", "\\n", "line\nbreak", "{", "}", "->", "// no", "#1", "=",
            "ünïcödé", "日本", "العربية", "end\\", "a,b", "${X}", "'", "<b>", "\\\\\"", "this",
        ]
        let count = Int.random(in: 0...3, using: &chance)
        return (0..<count).compactMap { _ in words.randomElement(using: &chance) }.joined(separator: " ")
    }
}
