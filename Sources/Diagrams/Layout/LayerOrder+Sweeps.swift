/// Crossing reduction from one start: barycentre sweeps, exchanges of neighbours and of clusters, and sifting.
extension LayerOrder {
    /// Sweeps up and down while that helps, and gives the crossings that are left.
    ///
    /// - Parameter bound: the crossings of the best order so far; what stays far above is given up.
    mutating func improve(sweeps: Int, bound: Int, movesClusters: Bool) -> Int {
        var best = rows
        // Copied item by item, since arrays that are shared would be copied by the next change.
        func keep() {
            for row in rows.indices {
                for index in rows[row].indices { best[row][index] = rows[row][index] }
            }
        }
        var least = crossings()
        var failures = 0
        for sweep in 0..<sweeps where least > 0 && failures < 2 {
            if movesClusters && sweep < 4 { sortClusters() }
            if sweep % 2 == 0 {
                for rank in 1..<max(graph.rankCount, 1) { sort(rank: rank, isByUpper: true) }
            } else {
                for rank in (0..<max(graph.rankCount - 1, 0)).reversed() { sort(rank: rank, isByUpper: false) }
            }
            exchangeNeighbors(rounds: 2)
            let now = crossings()
            failures = now < least ? 0 : failures + 1
            if now < least {
                least = now
                keep()
            }
            if sweep > 2 && least / 5 > bound / 4 { break }
        }
        restore(best)
        return least / 10 <= bound / 9 ? polish() : least
    }

    /// Exchanges and sifts while that helps, and gives the crossings that are left.
    mutating func polish() -> Int {
        for _ in 0..<6 {
            exchangeNeighbors(rounds: 8)
            let isBetter = exchangeClusters()
            if !sift() && !isBetter { break }
        }
        return crossings()
    }

    /// Sorts the items of a rank by the mean place of their neighbours in the rank before.
    private mutating func sort(rank: Int, isByUpper: Bool) {
        let other = versions[isByUpper ? rank - 1 : rank + 1]
        guard sorted[isByUpper ? 0 : 1][rank] != SortedAt(own: versions[rank], other: other) else { return }
        var isMoved = false
        for cluster in clustersAt[rank] {
            let row = row(cluster, rank)
            guard rows[row].count > 1 else { continue }
            entries.removeAll(keepingCapacity: true)
            var last = -1.0
            for item in rows[row] {
                let pull = pull(item, rank, isByUpper ? .above : .below)
                if pull.weight > 0 { last = Double(pull.sum) / Double(pull.weight) }
                entries.append(Entry(item: item, mean: last, weight: Double(max(pull.weight, 1))))
            }
            if clustersAt[rank].count > 2 { Self.levelClusters(&entries) }
            guard zip(entries, entries.dropFirst()).contains(where: { $0.mean > $1.mean }) else { continue }
            sortEntries()
            for index in entries.indices { rows[row][index] = entries[index].item }
            isMoved = true
        }
        if isMoved { flatten(rank: rank) }
        sorted[isByUpper ? 0 : 1][rank] = SortedAt(own: versions[rank], other: other)
    }

    /// The sum of the places that the lines of an item lead to, and their weight.
    private func pull(_ item: Int, _ rank: Int, _ side: Side) -> (sum: Int, weight: Int) {
        var sum = 0
        var weight = 0
        for place in range(of: item, rank: rank) {
            let node = flat[rank][place]
            for index in neighbors.places(of: node, side) {
                sum += nodeWeights[node] * places[neighbors.nodes[index]]
                weight += nodeWeights[node]
            }
        }
        return (sum, weight)
    }

    /// Sorts by insertion, which keeps equals in their order and is quick where most are in order already.
    private mutating func sortEntries() {
        for index in entries.indices.dropFirst() {
            let entry = entries[index]
            var place = index
            while place > 0, entries[place - 1].mean > entry.mean {
                entries[place] = entries[place - 1]
                place -= 1
            }
            entries[place] = entry
        }
    }

    struct Entry: Sendable {
        var item: Int
        var mean: Double
        var weight: Double
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
