/// A view by numbers: who stands in what, and which lines can be drawn.
struct ViewGraph: Sendable {
    /// One part of the view that hangs together by lines or by an outermost boundary.
    struct Part: Sendable {
        var graph: LayoutGraph
        /// The element of each node; -1 for the inside of an empty boundary.
        var elements: [Int]
        /// The boundary of each cluster; -1 for the page.
        var boundaries: [Int]
        /// The relationship of each edge; -1 for hidden ones.
        var relationships: [Int]
    }

    private(set) var parts: [Part] = []
    /// For each relationship the boundaries that it begins or ends at, -1 where that is an element.
    private(set) var clips: [(source: Int, target: Int)]
    /// Whether a relationship is drawn.
    private(set) var isDrawn: [Bool]

    private let view: DiagramView
    private var boundaryParents: [Int] = []
    private var elementBoundaries: [Int] = []
    private var ends: [(source: Int, target: Int)] = []

    /// Numbers a view and cuts it into parts.
    init(_ view: DiagramView, measures: ViewMeasures, spacing: Spacing) {
        self.view = view
        clips = []
        isDrawn = []
        let boundaryIndex = Dictionary(
            view.boundaries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        let elementIndex = Dictionary(view.elements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        boundaryParents = view.boundaries.enumerated().map { index, boundary in
            // A boundary stands in one before it; anything else would be a circle.
            let parent = boundary.parent.flatMap { boundaryIndex[$0] } ?? -1
            return parent < index ? parent : -1
        }
        elementBoundaries = view.elements.map { $0.boundary.flatMap { boundaryIndex[$0] } ?? -1 }
        for relationship in view.relationships {
            let source = end(relationship.source, elementIndex, boundaryIndex)
            let target = end(relationship.target, elementIndex, boundaryIndex)
            let isWithin = (source.clip >= 0 || target.clip >= 0) && isInside(source, target)
            isDrawn.append(source.element >= 0 && target.element >= 0 && !isWithin)
            ends.append((source.element, target.element))
            clips.append((source.clip, target.clip))
        }
        cut(measures, spacing)
    }

    /// The element that stands for an end of a line; a boundary is stood for by the first element in it.
    private func end(_ id: String, _ elements: [String: Int], _ boundaries: [String: Int]) -> (element: Int, clip: Int)
    {
        if let element = elements[id] { return (element, -1) }
        guard let boundary = boundaries[id] else { return (-1, -1) }
        let first = elementBoundaries.indices.first { contains(boundary, elementBoundaries[$0]) }
        return (first ?? -1, boundary)
    }

    /// Whether one end of a line is a boundary around the other.
    private func isInside(_ a: (element: Int, clip: Int), _ b: (element: Int, clip: Int)) -> Bool {
        func reaches(_ boundary: Int, _ other: (element: Int, clip: Int)) -> Bool {
            guard boundary >= 0, other.element >= 0 else { return false }
            return contains(boundary, other.clip >= 0 ? other.clip : elementBoundaries[other.element])
        }
        return reaches(a.clip, b) || reaches(b.clip, a)
    }

    private func contains(_ outer: Int, _ inner: Int) -> Bool {
        var inner = inner
        while inner >= 0 && inner != outer { inner = boundaryParents[inner] }
        return inner == outer
    }

    private func outermost(_ boundary: Int) -> Int {
        var boundary = boundary
        while boundary >= 0 && boundaryParents[boundary] >= 0 { boundary = boundaryParents[boundary] }
        return boundary
    }

    // MARK: - Parts

    /// Cuts the view where nothing leads from one part to the other.
    private mutating func cut(_ measures: ViewMeasures, _ spacing: Spacing) {
        let elements = view.elements.count
        var sets = DisjointSets(count: elements + view.boundaries.count)
        for (element, boundary) in elementBoundaries.enumerated() where boundary >= 0 {
            sets.join(element, elements + outermost(boundary))
        }
        for boundary in view.boundaries.indices { sets.join(elements + boundary, elements + outermost(boundary)) }
        for index in ends.indices where isDrawn[index] { sets.join(ends[index].source, ends[index].target) }
        var partOf = Array(repeating: -1, count: elements + view.boundaries.count)
        for item in partOf.indices {
            let root = sets.root(of: item)
            if partOf[root] < 0 {
                partOf[root] = parts.count
                parts.append(Part(graph: LayoutGraph(), elements: [], boundaries: [-1], relationships: []))
            }
            partOf[item] = partOf[root]
        }
        let clusterOf = addClusters(measures, partOf)
        let nodeOf = addNodes(measures, partOf, clusterOf)
        addEdges(measures, partOf, nodeOf, spacing)
        for part in parts.indices { parts[part].finish(spacing) }
    }

    private mutating func addClusters(_ measures: ViewMeasures, _ partOf: [Int]) -> [Int] {
        var clusterOf: [Int] = []
        for boundary in view.boundaries.indices {
            let part = partOf[view.elements.count + boundary]
            let parent = boundaryParents[boundary] >= 0 ? clusterOf[boundaryParents[boundary]] : 0
            clusterOf.append(parts[part].graph.clusters.count)
            let depth = parts[part].graph.clusters[parent].depth + 1
            parts[part].graph.clusters.append(
                LayoutGraph.Cluster(parent: parent, title: measures.titles[boundary].size, depth: depth))
            parts[part].boundaries.append(boundary)
        }
        return clusterOf
    }

    private mutating func addNodes(_ measures: ViewMeasures, _ partOf: [Int], _ clusterOf: [Int]) -> [Int] {
        var nodeOf: [Int] = []
        for (element, boundary) in elementBoundaries.enumerated() {
            let part = partOf[element]
            let size = measures.boxes[element].size
            nodeOf.append(parts[part].graph.nodes.count)
            parts[part].graph.nodes.append(
                LayoutGraph.Node(
                    width: size.width, height: size.height, cluster: boundary < 0 ? 0 : clusterOf[boundary]))
            parts[part].elements.append(element)
        }
        // A boundary without elements gets an invisible one, so that it has a place.
        var isFilled = Array(repeating: false, count: view.boundaries.count)
        for boundary in elementBoundaries where boundary >= 0 { isFilled[boundary] = true }
        for boundary in view.boundaries.indices.reversed() {
            if !isFilled[boundary] {
                let part = partOf[view.elements.count + boundary]
                parts[part].graph.nodes.append(LayoutGraph.Node(width: 2, height: 2, cluster: clusterOf[boundary]))
                parts[part].elements.append(-1)
            }
            if boundaryParents[boundary] >= 0 { isFilled[boundaryParents[boundary]] = true }
        }
        return nodeOf
    }

    private mutating func addEdges(_ measures: ViewMeasures, _ partOf: [Int], _ nodeOf: [Int], _ spacing: Spacing) {
        for (index, relationship) in view.relationships.enumerated() where isDrawn[index] {
            let part = partOf[ends[index].source]
            let label = measures.labelSize(index)
            let source = nodeOf[ends[index].source]
            if ends[index].source == ends[index].target {
                let loop = LayoutGraph.Loop(edge: parts[part].graph.edges.count, label: label)
                parts[part].graph.nodes[source].loops.append(loop)
            }
            parts[part].graph.edges.append(
                LayoutGraph.Edge(
                    source: source, target: nodeOf[ends[index].target], label: label == .zero ? nil : label,
                    prefersBackward: relationship.isResponse, isHidden: ends[index].source == ends[index].target))
            parts[part].relationships.append(index)
        }
    }
}

extension ViewGraph.Part {
    /// Puts boxes without lines that share a cluster into rows of a square.
    fileprivate mutating func finish(_ spacing: Spacing) {
        var isAlone = Array(repeating: true, count: graph.nodes.count)
        for edge in graph.edges where edge.source != edge.target {
            isAlone[edge.source] = false
            isAlone[edge.target] = false
        }
        for cluster in graph.clusters.indices {
            let alone = graph.nodes.indices.filter { isAlone[$0] && graph.nodes[$0].cluster == cluster }
            guard alone.count > 3 else { continue }
            let columns = ShapeOutline.squareRoot(alone.count - 1) + 1
            for place in columns..<max(alone.count, columns) {
                graph.edges.append(
                    LayoutGraph.Edge(source: alone[place - columns], target: alone[place], label: nil, isHidden: true))
                relationships.append(-1)
            }
        }
    }
}

/// Sets that are joined one by one, after Tarjan.
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of item: Int) -> Int {
        var item = item
        while parents[item] != item {
            parents[item] = parents[parents[item]]
            item = parents[item]
        }
        return item
    }

    mutating func join(_ a: Int, _ b: Int) {
        let first = root(of: a)
        let second = root(of: b)
        parents[max(first, second)] = min(first, second)
    }
}
