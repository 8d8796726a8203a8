/// Gives every node its rank, the row that it stands in.
struct Ranking: Sendable, Equatable {
    /// One of the ways to rank a graph that are tried where lines cross.
    struct Variant: Sendable, Hashable {
        /// Where the search for cycles begins, and so which lines run up the page.
        enum Start: Sendable, CaseIterable {
            /// With what was declared first.
            case declared
            /// With the nodes that nothing leads to.
            case sources
            /// With what stands outside of the clusters, as people and other systems do.
            case outermost
            /// With what was declared last.
            case last
        }

        var start = Start.declared
        /// Whether clusters may be as long as their lines like them to be; else their members are kept in few ranks.
        var isLoose = false

        /// The ways that keep clusters short; the first is the one that a small change of the model disturbs least.
        static let short = Start.allCases.map { Variant(start: $0) }
    }

    /// The rank of every node, from 0.
    var ranks: [Int]
    /// For every edge whether it runs up the page.
    var isReversed: [Bool]

    /// Ranks a graph by the network simplex method; members of a cluster are kept in few ranks.
    ///
    /// - Parameters:
    ///   - widest: the room of one rank on the cross axis; rows that need more are folded into several. Nil folds none.
    ///   - isStacked: whether clusters stand below each other.
    ///   - gap: the room between two nodes of a rank.
    init(
        _ graph: LayoutGraph, variant: Variant = Variant(), widest: Int? = nil, isStacked: Bool = false, gap: Int,
        limit: Int
    ) {
        isReversed = CycleBreaking.reversals(in: graph, start: variant.start)
        let nodes = graph.nodes.count
        let clusters = graph.clusters.count
        // The page is node 0; then the nodes, then two borders for every cluster below the page.
        func top(_ cluster: Int) -> Int { cluster == 0 ? 0 : nodes + 2 * cluster - 1 }
        var simplex = NetworkSimplex(count: 1 + nodes + 2 * (clusters - 1))
        for cluster in 1..<max(clusters, 1) {
            simplex.addEdge(from: top(graph.clusters[cluster].parent), to: top(cluster), length: 0, weight: 0)
            simplex.addEdge(
                from: top(cluster), to: top(cluster) + 1, length: 0, weight: variant.isLoose ? 0 : 1)
        }
        for (index, node) in graph.nodes.enumerated() {
            simplex.addEdge(from: top(node.cluster), to: index + 1, length: 0, weight: 0)
            if node.cluster != 0 {
                simplex.addEdge(from: index + 1, to: top(node.cluster) + 1, length: 0, weight: 0)
            }
        }
        for cluster in 1..<max(clusters, 1) where graph.clusters[cluster].parent != 0 {
            let parent = graph.clusters[cluster].parent
            simplex.addEdge(from: top(cluster) + 1, to: top(parent) + 1, length: 0, weight: 0)
        }
        for (index, edge) in graph.edges.enumerated() where !edge.isLoop {
            let upper = isReversed[index] ? edge.target : edge.source
            let lower = isReversed[index] ? edge.source : edge.target
            simplex.addEdge(from: upper + 1, to: lower + 1, length: 1, weight: edge.isHidden ? 1 : 2)
        }
        _ = simplex.solve(limit: limit)
        ranks = (0..<nodes).map { simplex.positions[$0 + 1] }
        if let widest { fold(graph, widest: widest, gap: gap) }
        if isStacked { stack(graph) }
        let least = ranks.min() ?? 0
        for index in ranks.indices { ranks[index] -= least }
        closeGaps()
    }

    /// Moves nodes of rows that are too wide into rows of their own below, and what follows them further down.
    private mutating func fold(_ graph: LayoutGraph, widest: Int, gap: Int) {
        var upper = Array(repeating: [Int](), count: graph.nodes.count)
        for (index, edge) in graph.edges.enumerated() where !edge.isLoop {
            if isReversed[index] {
                upper[edge.source].append(edge.target)
            } else {
                upper[edge.target].append(edge.source)
            }
        }
        let order = graph.nodes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        var used: [Int] = []
        for node in order {
            var rank = upper[node].reduce(ranks[node]) { max($0, ranks[$1] + 1) }
            let width = graph.nodes[node].width + graph.nodes[node].loopRoom + gap
            while true {
                while rank >= used.count { used.append(0) }
                if used[rank] == 0 || used[rank] + width <= widest + gap { break }
                rank += 1
            }
            used[rank] += width
            ranks[node] = rank
        }
    }

    /// Gives the nodes of every cluster ranks of their own, in the order of the clusters' means; lines between them may turn round.
    private mutating func stack(_ graph: LayoutGraph) {
        // What stands in no cluster keeps to its rank.
        let blocks = Dictionary(grouping: graph.nodes.indices) { node in
            graph.nodes[node].cluster == 0 ? -1 - ranks[node] : graph.nodes[node].cluster
        }.values.sorted { a, b in
            let first = a.reduce(0) { $0 + ranks[$1] } * b.count
            let second = b.reduce(0) { $0 + ranks[$1] } * a.count
            return (first, a[0]) < (second, b[0])
        }
        var stacked = ranks
        var next = 0
        for block in blocks {
            let least = block.reduce(Int.max) { min($0, ranks[$1]) }
            for node in block { stacked[node] = next + ranks[node] - least }
            next = block.reduce(next) { max($0, stacked[$1] + 1) }
        }
        ranks = stacked
        for (index, edge) in graph.edges.enumerated() where !edge.isLoop {
            isReversed[index] = ranks[edge.source] > ranks[edge.target]
        }
    }

    /// Takes out ranks that hold no node.
    private mutating func closeGaps() {
        var isUsed = Array(repeating: false, count: (ranks.max() ?? 0) + 1)
        for rank in ranks { isUsed[rank] = true }
        var next = 0
        let renumbered = isUsed.map { used in
            defer { if used { next += 1 } }
            return next
        }
        ranks = ranks.map { renumbered[$0] }
    }
}
