/// Crossing reduction: barycentre sweeps, exchanges of neighbours, exchanges of clusters, and restarts.
extension LayerOrder {
    /// How much work a reduction may do.
    struct Effort: Sendable {
        var restarts: Int
        var sweeps: Int
    }

    /// The best order that the given effort finds; of equal ones the earlier, which begins with the declarations.
    static func best(_ graph: LayeredGraph, parents: [Int], effort: Effort) -> LayerOrder {
        var order = LayerOrder(graph, parents: parents)
        var best = order.lists
        var least = Int.max
        let boxes = graph.kinds.indices.filter { graph.kinds[$0] == .box }
        let downward = boxes.sorted { (graph.ranks[$0], $0) < (graph.ranks[$1], $1) }
        var random = Shuffle()
        for restart in 0..<effort.restarts where least > 0 {
            switch restart {
            case 0: order.reset(starts: downward, isReversed: false)
            case 1: order.reset(starts: downward.reversed(), isReversed: true)
            default: order.reset(starts: random.shuffled(boxes), isReversed: restart % 2 == 1)
            }
            let crossings = order.improve(sweeps: effort.sweeps)
            if crossings < least {
                least = crossings
                best = order.lists
            }
        }
        order.lists = best
        order.flatten()
        return order
    }

    /// Sweeps up and down while that helps, and gives the crossings that are left.
    private mutating func improve(sweeps: Int) -> Int {
        var best = lists
        var least = crossings()
        var failures = 0
        for sweep in 0..<sweeps where least > 0 && failures < 4 {
            if sweep % 2 == 0 {
                for rank in 1..<max(graph.rankCount, 1) { sort(rank: rank, by: upperNeighbors) }
            } else {
                for rank in (0..<max(graph.rankCount - 1, 0)).reversed() { sort(rank: rank, by: lowerNeighbors) }
            }
            exchangeNeighbors(rounds: 4)
            let now = crossings()
            failures = now < least ? 0 : failures + 1
            if now < least {
                least = now
                best = lists
            }
        }
        lists = best
        flatten()
        if exchangeClusters() { exchangeNeighbors(rounds: 8) }
        return crossings()
    }

    /// Sorts the items of a rank by the mean place of their neighbours in the rank before.
    private mutating func sort(rank: Int, by neighbors: Neighbors) {
        for cluster in lists.indices where graph.spans[cluster].contains(rank) {
            let row = rank - graph.spans[cluster].lowerBound
            guard lists[cluster][row].count > 1 else { continue }
            var entries: [Entry] = []
            for item in lists[cluster][row] {
                var sum = 0
                var weight = 0
                for place in range(of: item, rank: rank) {
                    let node = flat[rank][place]
                    for index in neighbors.start[node]..<neighbors.start[node + 1] {
                        sum += neighbors.weights[index] * places[neighbors.nodes[index]]
                        weight += neighbors.weights[index]
                    }
                }
                let mean = weight > 0 ? Double(sum) / Double(weight) : entries.last?.mean ?? -1
                entries.append(Entry(item: item, mean: mean, weight: Double(max(weight, 1)), index: entries.count))
            }
            Self.levelClusters(&entries)
            entries.sort { ($0.mean, $0.index) < ($1.mean, $1.index) }
            lists[cluster][row] = entries.map(\.item)
        }
        flatten(rank: rank)
    }

    private struct Entry {
        var item: Int
        var mean: Double
        var weight: Double
        var index: Int
    }

    /// Draws the means of clusters together where sorting by them would change the order of clusters, which is the same in all
    /// ranks; pools of adjacent violators, as in isotonic regression.
    private static func levelClusters(_ entries: inout [Entry]) {
        var pools: [(mean: Double, weight: Double, members: [Int])] = []
        for index in entries.indices where entries[index].item < 0 {
            pools.append((entries[index].mean, entries[index].weight, [index]))
            while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
                let last = pools.removeLast()
                let before = pools.removeLast()
                let weight = last.weight + before.weight
                let mean = (last.mean * last.weight + before.mean * before.weight) / weight
                pools.append((mean, weight, before.members + last.members))
            }
        }
        for pool in pools {
            for index in pool.members { entries[index].mean = pool.mean }
        }
    }
}

/// A generator of permutations that is the same in every run: SplitMix64, by Steele, Lea and Flood.
private struct Shuffle {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func shuffled(_ values: [Int]) -> [Int] {
        var values = values
        for last in values.indices.dropFirst().reversed() {
            values.swapAt(last, Int(next() % UInt64(last + 1)))
        }
        return values
    }
}
