/// A graph cut into ranks: every edge leads from one rank to the next, over bends and its label.
///
/// Labels are nodes of their own, so that they get room like boxes; every cluster has two borders in every rank that it spans.
struct LayeredGraph: Sendable {
    enum Kind: UInt8, Sendable {
        case box, label, bend, leftBorder, rightBorder

        var isBorder: Bool { self == .leftBorder || self == .rightBorder }
    }

    /// Makes crossings of drawn lines count for more than lines through frames.
    static let lineWeight = 6

    var kinds: [Kind] = []
    /// The node of the graph, the edge, or the cluster that stands behind each node.
    var items: [Int] = []
    var ranks: [Int] = []
    /// The innermost cluster around each node; a border is in its own cluster.
    var clusters: [Int] = []
    /// The room before and after the line through a node on the cross axis, and its room on the main axis.
    var before: [Int] = []
    var after: [Int] = []
    var heights: [Int] = []

    /// The ends of every segment; a segment of a border has no edge.
    var upper: [Int] = []
    var lower: [Int] = []
    var edges: [Int] = []
    /// The segments above and below each node.
    var above: [[Int]] = []
    var below: [[Int]] = []

    /// The nodes that each edge runs over, from the upper end to the lower one.
    var chains: [[Int]]
    /// The ranks that each cluster spans.
    var spans: [ClosedRange<Int>]
    var rankCount: Int
    var isReversed: [Bool]
    /// The borders of each cluster, one for each rank of its span.
    var leftBorders: [[Int]]
    var rightBorders: [[Int]]

    /// The ranks of this graph for each rank of boxes; all but the first are for labels.
    private let scale: Int

    /// Cuts a ranked graph.
    ///
    /// - Parameter labelRows: the ranks that the labels between two ranks of boxes are spread over.
    init(_ graph: LayoutGraph, ranking: Ranking, labelRows: Int = 1) {
        let scale = graph.edges.contains { $0.label != nil && !$0.isHidden } ? 1 + labelRows : 1
        self.scale = scale
        isReversed = ranking.isReversed
        rankCount = ((ranking.ranks.max() ?? 0) * scale) + 1
        chains = Array(repeating: [], count: graph.edges.count)
        spans = Self.spans(of: graph, ranks: ranking.ranks.map { $0 * scale }, rankCount: rankCount)
        leftBorders = Array(repeating: [], count: graph.clusters.count)
        rightBorders = leftBorders
        for (index, node) in graph.nodes.enumerated() {
            add(.box, item: index, rank: ranking.ranks[index] * scale, cluster: node.cluster)
        }
        addBorders(graph)
        var labelCounts = Array(repeating: 0, count: rankCount)
        for index in graph.edges.indices where !graph.edges[index].isHidden {
            addChain(index, graph, labelCounts: &labelCounts)
        }
        above = Array(repeating: [], count: kinds.count)
        below = above
        for segment in upper.indices {
            below[upper[segment]].append(segment)
            above[lower[segment]].append(segment)
        }
    }

    private static func spans(of graph: LayoutGraph, ranks: [Int], rankCount: Int) -> [ClosedRange<Int>] {
        var low = Array(repeating: Int.max, count: graph.clusters.count)
        var high = Array(repeating: 0, count: graph.clusters.count)
        for (index, node) in graph.nodes.enumerated() {
            low[node.cluster] = min(low[node.cluster], ranks[index])
            high[node.cluster] = max(high[node.cluster], ranks[index])
        }
        for cluster in graph.clusters.indices.dropFirst().reversed() {
            let parent = graph.clusters[cluster].parent
            low[parent] = min(low[parent], low[cluster])
            high[parent] = max(high[parent], high[cluster])
        }
        low[0] = 0
        high[0] = rankCount - 1
        return graph.clusters.indices.map { min(low[$0], high[$0])...high[$0] }
    }

    @discardableResult
    private mutating func add(_ kind: Kind, item: Int, rank: Int, cluster: Int) -> Int {
        kinds.append(kind)
        items.append(item)
        ranks.append(rank)
        clusters.append(cluster)
        return kinds.count - 1
    }

    private mutating func addSegment(_ from: Int, _ to: Int, edge: Int) {
        upper.append(from)
        lower.append(to)
        edges.append(edge)
    }

    private mutating func addBorders(_ graph: LayoutGraph) {
        for cluster in graph.clusters.indices.dropFirst() {
            for rank in spans[cluster] {
                let left = add(.leftBorder, item: cluster, rank: rank, cluster: cluster)
                let right = add(.rightBorder, item: cluster, rank: rank, cluster: cluster)
                if let last = leftBorders[cluster].last { addSegment(last, left, edge: -1) }
                if let last = rightBorders[cluster].last { addSegment(last, right, edge: -1) }
                leftBorders[cluster].append(left)
                rightBorders[cluster].append(right)
            }
        }
    }

    /// Adds the bends and the label of one edge.
    private mutating func addChain(_ index: Int, _ graph: LayoutGraph, labelCounts: inout [Int]) {
        let edge = graph.edges[index]
        let from = isReversed[index] ? edge.target : edge.source
        let to = isReversed[index] ? edge.source : edge.target
        let path = ChainPath(graph, from: from, to: to, spans: spans, ranks: ranks, scale: scale)
        var labelRank = -1
        if edge.label != nil {
            labelRank = path.labelRank(counts: labelCounts)
            labelCounts[labelRank] += 1
        }
        chains[index] = [from]
        for rank in (ranks[from] + 1)..<max(ranks[to], ranks[from] + 1) {
            let node = add(
                rank == labelRank ? .label : .bend, item: index, rank: rank,
                cluster: rank == labelRank ? path.common : path.cluster(at: rank))
            addSegment(chains[index].last ?? from, node, edge: index)
            chains[index].append(node)
        }
        addSegment(chains[index].last ?? from, to, edge: index)
        chains[index].append(to)
    }

    /// Sets the room of every node.
    mutating func measure(_ graph: LayoutGraph, spacing: Spacing) {
        before = Array(repeating: 0, count: kinds.count)
        after = Array(repeating: spacing.lineWidth, count: kinds.count)
        heights = Array(repeating: 0, count: kinds.count)
        for node in kinds.indices {
            switch kinds[node] {
            case .box:
                let box = graph.nodes[items[node]]
                before[node] = box.width / 2
                after[node] = box.width - box.width / 2 + box.loopRoom
                heights[node] = box.height
            case .label:
                let label = graph.edges[items[node]].label ?? .zero
                before[node] = label.width / 2
                after[node] = label.width - label.width / 2
                heights[node] = label.height
            case .bend, .leftBorder, .rightBorder: break
            }
        }
    }
}

/// The way of one edge through the clusters.
private struct ChainPath {
    let common: Int
    private let graph: LayoutGraph
    private let spans: [ClosedRange<Int>]
    private let inner: Range<Int>
    private let scale: Int
    private let upperClusters: [Int]
    private let lowerClusters: [Int]
    /// The last rank of the upper end's outermost cluster, and the first rank of the lower end's.
    private let upperEnd: Int
    private let lowerStart: Int

    init(_ graph: LayoutGraph, from: Int, to: Int, spans: [ClosedRange<Int>], ranks: [Int], scale: Int) {
        self.graph = graph
        self.scale = scale
        self.spans = spans
        let common = graph.commonCluster(graph.nodes[from].cluster, graph.nodes[to].cluster)
        self.common = common
        upperClusters = Array(graph.ancestors(of: graph.nodes[from].cluster).prefix { $0 != common })
        lowerClusters = Array(graph.ancestors(of: graph.nodes[to].cluster).prefix { $0 != common })
        upperEnd = upperClusters.last.map { spans[$0].upperBound } ?? ranks[from]
        lowerStart = lowerClusters.last.map { spans[$0].lowerBound } ?? ranks[to]
        inner = (ranks[from] + 1)..<max(ranks[to], ranks[from] + 1)
    }

    /// The cluster that a bend stands in: a line stays in the clusters of its ends while they last, unless those overlap.
    func cluster(at rank: Int) -> Int {
        if let cluster = upperClusters.first(where: { spans[$0].contains(rank) }),
            spans[cluster].upperBound < lowerStart
        {
            return cluster
        }
        if let cluster = lowerClusters.first(where: { spans[$0].contains(rank) }), spans[cluster].lowerBound > upperEnd
        {
            return cluster
        }
        return common
    }

    /// The rank of the label: between the clusters of both ends where it can be, where few others are, near the middle.
    func labelRank(counts: [Int]) -> Int {
        let free = inner.filter { $0 % scale != 0 }
        let outside = free.filter { $0 > upperEnd && $0 < lowerStart }
        let middle = inner.lowerBound + inner.upperBound - 1
        let choice = (outside.isEmpty ? free : outside).min {
            (counts[$0], abs(2 * $0 - middle), $0) < (counts[$1], abs(2 * $1 - middle), $1)
        }
        return choice ?? inner.lowerBound
    }
}
