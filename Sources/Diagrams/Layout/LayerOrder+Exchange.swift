extension LayerOrder {
    /// Exchanges neighbours of a rank as long as that saves crossings.
    mutating func exchangeNeighbors(rounds: Int) {
        for _ in 0..<rounds {
            var isBetter = false
            for rank in 0..<graph.rankCount where !isSettled[rank] {
                isSettled[rank] = true
                for cluster in clustersAt[rank] {
                    if exchangeNeighbors(rank: rank, cluster: cluster) { isBetter = true }
                }
            }
            if !isBetter { return }
        }
    }

    private mutating func exchangeNeighbors(rank: Int, cluster: Int) -> Bool {
        let row = row(cluster, rank)
        guard rows[row].count > 1 else { return false }
        var isBetter = false
        for index in 0..<(rows[row].count - 1) {
            let left = rows[row][index]
            let right = rows[row][index + 1]
            guard left >= 0 || right >= 0 else { continue }
            if left >= 0 && right >= 0 {
                guard gain(left, right) > 0 else { continue }
                (places[left], places[right]) = (places[right], places[left])
                flat[rank][places[left]] = left
                flat[rank][places[right]] = right
            } else {
                let leftRange = range(of: left, rank: rank)
                let rightRange = range(of: right, rank: rank)
                guard gain(leftRange, rightRange, rank: rank) > 0 else { continue }
                rotate(rank: rank, leftRange, rightRange)
            }
            rows[row].swapAt(index, index + 1)
            isBetter = true
        }
        if isBetter { isChanged(rank) }
        return isBetter
    }

    /// Moves single items to the places in their rows where they save most crossings, over several neighbours at once.
    ///
    /// The way is the sifting of Matuszewski, Schönfeld and Molitor, "Using Sifting for k-Layer Straightline Crossing
    /// Minimization" (1999). Clusters do not pass each other.
    mutating func sift() -> Bool {
        var isBetter = false
        for rank in 0..<graph.rankCount where !isSifted[rank] {
            isSifted[rank] = true
            for cluster in clustersAt[rank] {
                let row = row(cluster, rank)
                guard rows[row].count > 2 else { continue }
                for item in rows[row] where sift(item, row: row, rank: rank) { isBetter = true }
            }
        }
        return isBetter
    }

    private mutating func sift(_ item: Int, row: Int, rank: Int) -> Bool {
        guard let from = rows[row].firstIndex(of: item) else { return false }
        let own = range(of: item, rank: rank)
        var best = (saved: 0, place: from)
        for step in [-1, 1] {
            var saved = 0
            var place = from + step
            while rows[row].indices.contains(place) {
                let other = rows[row][place]
                if item < 0 && other < 0 { break }
                let others = range(of: other, rank: rank)
                saved += step < 0 ? gain(others, own, rank: rank) : gain(own, others, rank: rank)
                if saved > best.saved { best = (saved, place) }
                place += step
            }
        }
        guard best.saved > 0 else { return false }
        rows[row].remove(at: from)
        rows[row].insert(item, at: best.place)
        flatten(rank: rank)
        return true
    }

    /// The weighted crossings that are saved when two groups of neighbours change places.
    private func gain(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>, rank: Int) -> Int {
        var saved = 0
        for a in left {
            for b in right {
                let first = flat[rank][a]
                let second = flat[rank][b]
                saved += gain(first, second)
            }
        }
        return saved
    }

    private func gain(_ first: Int, _ second: Int) -> Int {
        (gain(first, second, .above) + gain(first, second, .below)) * nodeWeights[first] * nodeWeights[second]
    }

    /// The crossings on one side that are saved when two neighbours change places.
    private func gain(_ first: Int, _ second: Int, _ side: Side) -> Int {
        let others = neighbors.places(of: second, side)
        guard !others.isEmpty else { return 0 }
        var gain = 0
        for a in neighbors.places(of: first, side) {
            let place = places[neighbors.nodes[a]]
            for b in others {
                let other = places[neighbors.nodes[b]]
                gain += (place > other ? 1 : 0) - (place < other ? 1 : 0)
            }
        }
        return gain
    }

    private mutating func rotate(rank: Int, _ left: ClosedRange<Int>, _ right: ClosedRange<Int>) {
        let moved = Array(flat[rank][right]) + Array(flat[rank][left])
        for (offset, node) in moved.enumerated() {
            flat[rank][left.lowerBound + offset] = node
            places[node] = left.lowerBound + offset
        }
    }

    /// Exchanges neighbouring clusters, in all ranks that they share, as long as that saves crossings.
    mutating func exchangeClusters() -> Bool {
        var isBetter = false
        for parent in parents.indices {
            let children = parents.indices.dropFirst().filter { parents[$0] == parent }
            guard children.count > 1, children.count <= 24 else { continue }
            for first in children {
                for second in children where first != second {
                    if exchange(-1 - first, -1 - second, in: parent) { isBetter = true }
                }
            }
        }
        return isBetter
    }

    /// Exchanges two clusters, of which the first stands to the left, where no other stands between them and it helps.
    private mutating func exchange(_ first: Int, _ second: Int, in parent: Int) -> Bool {
        let a = graph.spans[-1 - first]
        let b = graph.spans[-1 - second]
        guard a.overlaps(b) else { return false }
        let shared = a.clamped(to: b)
        var swaps: [(row: Int, left: Int, right: Int)] = []
        for rank in shared {
            let row = row(parent, rank)
            guard let left = rows[row].firstIndex(of: first), let right = rows[row].firstIndex(of: second),
                left < right,
                !rows[row][(left + 1)..<right].contains(where: { $0 < 0 })
            else { return false }
            swaps.append((row, left, right))
        }
        let affected = max(shared.lowerBound - 1, 0)..<min(shared.upperBound + 1, graph.rankCount - 1)
        var before = 0
        for rank in affected { before += crossings(below: rank) }
        swap(swaps, in: shared)
        var after = 0
        for rank in affected { after += crossings(below: rank) }
        if after < before { return true }
        swap(swaps, in: shared)
        return false
    }

    private mutating func swap(_ swaps: [(row: Int, left: Int, right: Int)], in ranks: ClosedRange<Int>) {
        for swap in swaps { rows[swap.row].swapAt(swap.left, swap.right) }
        for rank in ranks { flatten(rank: rank) }
    }

    /// Turns every row round, which leaves the crossings as they are.
    mutating func mirror() {
        for row in rows.indices { rows[row].reverse() }
        flatten()
    }
}
