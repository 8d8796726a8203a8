/// The order of the nodes in every rank, with the members of every cluster together.
///
/// In each rank of its span a cluster holds a list of items: nodes, and the clusters inside it. Two clusters stand in the same
/// order in all ranks that they share. That is enough for rectangles: where clusters are intervals of ranks and agree pair by
/// pair, "left of" has no cycles.
struct LayerOrder: Sendable {
    private(set) var graph: LayeredGraph
    let parents: [Int]
    /// For each cluster and each rank of its span the items from left to right; a cluster `c` is written `-1 - c`.
    var rows: [[Int]]
    /// The row of each cluster in the first rank of its span.
    private let firstRows: [Int]
    /// The clusters that span each rank.
    let clustersAt: [[Int]]
    /// For each rank its nodes from left to right, borders included.
    var flat: [[Int]]
    /// The place of every node in its rank.
    var places: [Int]
    /// The crossings between each rank and the next; -1 where they are to be counted again.
    private var counts: [Int]
    /// Whether no exchange in a rank would help, as far as is known.
    var isSettled: [Bool]
    /// Whether no item of a rank could be sifted to a better place, as far as is known.
    var isSifted: [Bool]
    /// How often the order of each rank has changed.
    private(set) var versions: [Int]
    /// The versions of each rank and of the one beside it when it was last sorted, by the rank above and by the rank below.
    var sorted: [[SortedAt]]

    struct SortedAt: Sendable, Equatable {
        var own: Int
        var other: Int
    }

    // Kept so that the inner loops need no new memory.
    private var tree: [Int] = []
    private var stack: [(cluster: Int, next: Int)] = []
    var entries: [Entry] = []

    /// The neighbours of all nodes.
    let neighbors: Neighbors
    /// What a line through each node counts for, which is the same for all of its segments.
    let nodeWeights: [Int]

    /// The rank above a node, or the one below it.
    enum Side: Int, Sendable {
        case above, below
    }

    /// Neighbours of all nodes in one array: those above the first node, those below it, those above the second, and so on.
    struct Neighbors: Sendable {
        private var start: [Int] = [0]
        private(set) var nodes: [Int] = []

        init(_ graph: LayeredGraph) {
            for node in graph.kinds.indices {
                nodes += graph.above[node].map { graph.upper[$0] }
                start.append(nodes.count)
                nodes += graph.below[node].map { graph.lower[$0] }
                start.append(nodes.count)
            }
        }

        /// Where the neighbours of a node stand among ``nodes``.
        func places(of node: Int, _ side: Side) -> Range<Int> {
            let index = 2 * node + side.rawValue
            return start[index]..<start[index + 1]
        }
    }

    /// Makes an order without nodes in it; `reset` fills it.
    init(_ graph: LayeredGraph, parents: [Int]) {
        self.graph = graph
        self.parents = parents
        var next = 0
        firstRows = graph.spans.map { span in
            defer { next += span.count }
            return next
        }
        rows = Array(repeating: [], count: next)
        clustersAt = (0..<graph.rankCount).map { rank in
            graph.spans.indices.filter { graph.spans[$0].contains(rank) }
        }
        counts = Array(repeating: -1, count: graph.rankCount)
        isSettled = Array(repeating: false, count: graph.rankCount)
        isSifted = isSettled
        versions = Array(repeating: 0, count: graph.rankCount)
        sorted = Array(
            repeating: Array(repeating: SortedAt(own: -1, other: -1), count: graph.rankCount), count: 2)
        flat = Array(repeating: [], count: graph.rankCount)
        places = Array(repeating: 0, count: graph.kinds.count)
        nodeWeights = graph.kinds.map { $0.isBorder ? 1 : LayeredGraph.lineWeight }
        neighbors = Neighbors(graph)
    }

    /// The row of a cluster in a rank of its span.
    func row(_ cluster: Int, _ rank: Int) -> Int { firstRows[cluster] + rank - graph.spans[cluster].lowerBound }

    /// Sets the room of every node, which the order does not depend on.
    mutating func measure(_ graph: LayoutGraph, spacing: Spacing) { self.graph.measure(graph, spacing: spacing) }

    /// Puts the nodes in the order in which a search through the edges meets them, depth first.
    ///
    /// - Parameters:
    ///   - starts: the nodes to begin at, in this order.
    ///   - isReversed: whether the neighbours of a node are visited from the last to the first.
    mutating func reset(starts: [Int], isReversed: Bool) {
        for row in rows.indices { rows[row].removeAll(keepingCapacity: true) }
        var isSeen = Array(repeating: false, count: graph.kinds.count)
        var isPlaced = Array(repeating: false, count: parents.count)
        isPlaced[0] = true
        var stack: [Int] = []
        for start in starts {
            stack.append(start)
            while let node = stack.popLast() {
                guard !isSeen[node] else { continue }
                isSeen[node] = true
                place(graph.clusters[node], isPlaced: &isPlaced)
                let cluster = graph.clusters[node]
                rows[row(cluster, graph.ranks[node])].append(node)
                let below = neighbors.nodes[neighbors.places(of: node, .below)]
                let next = Array(below + neighbors.nodes[neighbors.places(of: node, .above)])
                stack += isReversed ? next : next.reversed()
            }
        }
        flatten()
    }

    /// Gives a cluster its place among its neighbours, in all ranks of its span.
    private func pathToPlace(_ cluster: Int, _ isPlaced: [Bool]) -> [Int] {
        var path: [Int] = []
        var cluster = cluster
        while !isPlaced[cluster] {
            path.append(cluster)
            cluster = parents[cluster]
        }
        return path
    }

    private mutating func place(_ cluster: Int, isPlaced: inout [Bool]) {
        for cluster in pathToPlace(cluster, isPlaced).reversed() {
            let parent = parents[cluster]
            for rank in graph.spans[cluster] { rows[row(parent, rank)].append(-1 - cluster) }
            isPlaced[cluster] = true
        }
    }

    /// Writes the nodes of all ranks out from left to right.
    mutating func flatten() {
        for rank in 0..<graph.rankCount { flatten(rank: rank) }
    }

    /// Goes back to an order, and leaves the ranks alone that stand in it already.
    mutating func restore(_ old: [[Int]]) {
        for rank in 0..<graph.rankCount {
            var isOther = false
            for cluster in clustersAt[rank] {
                let row = row(cluster, rank)
                // Item by item, since arrays that are shared would be copied by the next change.
                for index in old[row].indices where rows[row][index] != old[row][index] {
                    rows[row][index] = old[row][index]
                    isOther = true
                }
            }
            if isOther { flatten(rank: rank) }
        }
    }

    /// Writes the nodes of one rank out.
    mutating func flatten(rank: Int) {
        isChanged(rank)
        var nodes = flat[rank]
        flat[rank] = []
        nodes.removeAll(keepingCapacity: true)
        func append(_ node: Int) {
            places[node] = nodes.count
            nodes.append(node)
        }
        stack.append((cluster: 0, next: 0))
        while let top = stack.last {
            let cluster = top.cluster
            let row = rows[row(cluster, rank)]
            var next = top.next
            while next < row.count, row[next] >= 0 {
                append(row[next])
                next += 1
            }
            if next < row.count {
                stack[stack.count - 1].next = next + 1
                let inner = -1 - row[next]
                append(graph.leftBorders[inner][rank - graph.spans[inner].lowerBound])
                stack.append((cluster: inner, next: 0))
            } else {
                if cluster != 0 { append(graph.rightBorders[cluster][rank - graph.spans[cluster].lowerBound]) }
                stack.removeLast()
            }
        }
        flat[rank] = nodes
    }

    /// Forgets what is known of a rank whose order has changed.
    mutating func isChanged(_ rank: Int) {
        versions[rank] += 1
        counts[rank] = -1
        if rank > 0 { counts[rank - 1] = -1 }
        for near in max(rank - 1, 0)...min(rank + 1, graph.rankCount - 1) {
            isSettled[near] = false
            isSifted[near] = false
        }
    }

    /// The places of an item in its rank; a cluster's borders belong to it.
    func range(of item: Int, rank: Int) -> ClosedRange<Int> {
        if item >= 0 { return places[item]...places[item] }
        let cluster = -1 - item
        let row = rank - graph.spans[cluster].lowerBound
        return places[graph.leftBorders[cluster][row]]...places[graph.rightBorders[cluster][row]]
    }
}

// MARK: - Counting crossings

extension LayerOrder {
    /// The weighted crossings between all ranks.
    mutating func crossings() -> Int {
        var total = 0
        for rank in 0..<max(graph.rankCount - 1, 0) { total += crossings(below: rank) }
        return total
    }

    /// The crossings of drawn lines, without those of lines and frames.
    mutating func lineCrossings() -> Int {
        var total = 0
        for rank in 0..<max(graph.rankCount - 1, 0) { total += count(below: rank, isLinesOnly: true) }
        return total / (LayeredGraph.lineWeight * LayeredGraph.lineWeight)
    }

    /// The weighted crossings of the segments between a rank and the next.
    mutating func crossings(below rank: Int) -> Int {
        if counts[rank] < 0 { counts[rank] = count(below: rank, isLinesOnly: false) }
        return counts[rank]
    }

    /// Counts by the accumulator tree of Barth, Jünger and Mutzel.
    private mutating func count(below rank: Int, isLinesOnly: Bool) -> Int {
        let size = flat[rank + 1].count + 1
        tree.removeAll(keepingCapacity: true)
        tree.append(contentsOf: repeatElement(0, count: size))
        var total = 0
        var sum = 0
        for node in flat[rank] {
            let ends = neighbors.places(of: node, .below)
            let weight = nodeWeights[node]
            if isLinesOnly && weight == 1 { continue }
            for end in ends where sum > 0 {
                // What stands to the right of this end already comes from further left: it is crossed.
                var crossed = sum
                var index = places[neighbors.nodes[end]] + 1
                while index > 0 {
                    crossed -= tree[index]
                    index &= index - 1
                }
                total += crossed * weight
            }
            for end in ends {
                var index = places[neighbors.nodes[end]] + 1
                while index < size {
                    tree[index] += weight
                    index += index & -index
                }
                sum += weight
            }
        }
        return total
    }
}
