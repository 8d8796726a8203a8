/// Makes the frames around the boxes of a view: wholes of which parts are shown, deployment nodes, and groups.
struct ViewFrames {
    /// The frames, outer ones before the ones they hold.
    private(set) var boundaries: [DiagramBoundary] = []
    private var known: Set<String> = []
    private let graph: ModelGraph
    private let styles: StyleSheet
    private let view: C4View

    init(_ graph: ModelGraph, _ styles: StyleSheet, _ view: C4View) {
        self.graph = graph
        self.styles = styles
        self.view = view
    }

    /// Whether an element is drawn as a frame: a deployment node with something in it.
    func isFrame(_ element: C4Element, among shown: Set<String>) -> Bool {
        element.kind == .deploymentNode && graph.parts(of: element.id).contains { shown.contains($0.id) }
    }

    /// The innermost frame around an element; it and those around it are made as needed.
    mutating func place(_ element: C4Element) -> String? {
        var outer: String?
        for ancestor in graph.ancestors(of: element.id).reversed() {
            outer = place(groups: ancestor.group, in: outer)
            outer = frame(ancestor, in: outer)
        }
        return place(groups: element.group, in: outer)
    }

    private mutating func place(groups: [String], in outer: String?) -> String? {
        var outer = outer
        for name in groups {
            let id = "\(outer.map { "\($0)/" } ?? "")group:\(name)"
            if known.insert(id).inserted {
                boundaries.append(
                    DiagramBoundary(
                        id: id, name: name, typeLine: "Group", parent: outer, style: styles.style(ofGroup: name)))
            }
            outer = id
        }
        return outer
    }

    private mutating func frame(_ element: C4Element, in outer: String?) -> String {
        if known.insert(element.id).inserted {
            let technology = element.technology.isEmpty ? "" : ": \(element.technology)"
            let word = graph.workspace.terminology[element.kind.rawValue] ?? element.kind.title
            boundaries.append(
                DiagramBoundary(
                    id: element.id, name: element.shownName, typeLine: word + technology, parent: outer,
                    style: styles.style(of: element, original: nil, isExternal: false)))
        }
        return element.id
    }
}
