/// The order of the nodes in every rank, with the members of every cluster together.
///
/// In each rank of its span a cluster holds a list of items: nodes, and the clusters inside it. Two clusters stand in the same
/// order in all ranks that they share. That is enough for rectangles: where clusters are intervals of ranks and agree pair by
/// pair, "left of" has no cycles.
struct LayerOrder: Sendable {
    private(set) var graph: LayeredGraph
    let parents: [Int]
    /// For each cluster and each rank of its span the items from left to right; a cluster `c` is written `-1 - c`.
    var lists: [[[Int]]]
    /// For each rank its nodes from left to right, borders included.
    var flat: [[Int]]
    /// The place of every node in its rank.
    var places: [Int]

    /// The neighbours above and below, one node after the other, and their weights.
    let upperNeighbors: Neighbors
    let lowerNeighbors: Neighbors

    /// Neighbours of all nodes in one array.
    struct Neighbors: Sendable {
        var start: [Int] = [0]
        var nodes: [Int] = []
        var weights: [Int] = []

        init(_ segments: [[Int]], ends: [Int], weights all: [Int]) {
            for list in segments {
                for segment in list {
                    nodes.append(ends[segment])
                    weights.append(all[segment])
                }
                start.append(nodes.count)
            }
        }
    }

    /// Makes an order without nodes in it; `reset` fills it.
    init(_ graph: LayeredGraph, parents: [Int]) {
        self.graph = graph
        self.parents = parents
        lists = graph.spans.map { Array(repeating: [], count: $0.count) }
        flat = Array(repeating: [], count: graph.rankCount)
        places = Array(repeating: 0, count: graph.kinds.count)
        upperNeighbors = Neighbors(graph.above, ends: graph.upper, weights: graph.weights)
        lowerNeighbors = Neighbors(graph.below, ends: graph.lower, weights: graph.weights)
    }

    /// Sets the room of every node, which the order does not depend on.
    mutating func measure(_ graph: LayoutGraph, spacing: Spacing) { self.graph.measure(graph, spacing: spacing) }

    /// Puts the nodes in the order in which a search through the edges meets them, depth first.
    ///
    /// - Parameters:
    ///   - starts: the nodes to begin at, in this order.
    ///   - isReversed: whether the neighbours of a node are visited from the last to the first.
    mutating func reset(starts: [Int], isReversed: Bool) {
        for cluster in lists.indices {
            for row in lists[cluster].indices { lists[cluster][row].removeAll(keepingCapacity: true) }
        }
        var isSeen = Array(repeating: false, count: graph.kinds.count)
        var isPlaced = Array(repeating: false, count: lists.count)
        isPlaced[0] = true
        var stack: [Int] = []
        for start in starts {
            stack.append(start)
            while let node = stack.popLast() {
                guard !isSeen[node] else { continue }
                isSeen[node] = true
                place(graph.clusters[node], isPlaced: &isPlaced)
                let cluster = graph.clusters[node]
                lists[cluster][graph.ranks[node] - graph.spans[cluster].lowerBound].append(node)
                var next: [Int] = []
                for place in lowerNeighbors.start[node]..<lowerNeighbors.start[node + 1] {
                    next.append(lowerNeighbors.nodes[place])
                }
                for place in upperNeighbors.start[node]..<upperNeighbors.start[node + 1] {
                    next.append(upperNeighbors.nodes[place])
                }
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
            for rank in graph.spans[cluster] {
                lists[parent][rank - graph.spans[parent].lowerBound].append(-1 - cluster)
            }
            isPlaced[cluster] = true
        }
    }

    /// Writes the nodes of all ranks out from left to right.
    mutating func flatten() {
        for rank in 0..<graph.rankCount { flatten(rank: rank) }
    }

    mutating func flatten(rank: Int) {
        flat[rank].removeAll(keepingCapacity: true)
        var stack = [(cluster: 0, next: 0)]
        while let top = stack.last {
            let row = rank - graph.spans[top.cluster].lowerBound
            guard top.next < lists[top.cluster][row].count else {
                if top.cluster != 0 { append(graph.rightBorders[top.cluster][row], rank) }
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let item = lists[top.cluster][row][top.next]
            if item >= 0 {
                append(item, rank)
            } else {
                let cluster = -1 - item
                append(graph.leftBorders[cluster][rank - graph.spans[cluster].lowerBound], rank)
                stack.append((cluster, 0))
            }
        }
    }

    private mutating func append(_ node: Int, _ rank: Int) {
        places[node] = flat[rank].count
        flat[rank].append(node)
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
    func crossings() -> Int {
        (0..<max(graph.rankCount - 1, 0)).reduce(0) { $0 + crossings(below: $1) }
    }

    /// The weighted crossings of the segments between a rank and the next, by the accumulator tree of Barth, Jünger and Mutzel.
    func crossings(below rank: Int) -> Int {
        var tree = Array(repeating: 0, count: flat[rank + 1].count + 1)
        var total = 0
        var sum = 0
        var ends: [(place: Int, weight: Int)] = []
        for node in flat[rank] {
            ends.removeAll(keepingCapacity: true)
            for place in lowerNeighbors.start[node]..<lowerNeighbors.start[node + 1] {
                ends.append((places[lowerNeighbors.nodes[place]], lowerNeighbors.weights[place]))
            }
            for end in ends {
                // What stands to the right of this end already comes from further left: it is crossed.
                var upTo = 0
                var index = end.place + 1
                while index > 0 {
                    upTo += tree[index]
                    index &= index - 1
                }
                total += (sum - upTo) * end.weight
            }
            for end in ends {
                var index = end.place + 1
                while index < tree.count {
                    tree[index] += end.weight
                    index += index & -index
                }
                sum += end.weight
            }
        }
        return total
    }
}
