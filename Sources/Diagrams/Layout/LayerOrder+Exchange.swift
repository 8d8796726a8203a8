extension LayerOrder {
    /// Exchanges neighbours of a rank as long as that saves crossings.
    mutating func exchangeNeighbors(rounds: Int) {
        for _ in 0..<rounds {
            var isBetter = false
            for rank in 0..<graph.rankCount {
                for cluster in lists.indices where graph.spans[cluster].contains(rank) {
                    if exchangeNeighbors(rank: rank, cluster: cluster) { isBetter = true }
                }
            }
            if !isBetter { return }
        }
    }

    private mutating func exchangeNeighbors(rank: Int, cluster: Int) -> Bool {
        let row = rank - graph.spans[cluster].lowerBound
        var list = lists[cluster][row]
        guard list.count > 1 else { return false }
        var isBetter = false
        for index in 0..<(list.count - 1) {
            let left = list[index]
            let right = list[index + 1]
            guard left >= 0 || right >= 0 else { continue }
            if left >= 0 && right >= 0 {
                guard gain(left, right, upperNeighbors) + gain(left, right, lowerNeighbors) > 0 else { continue }
                (places[left], places[right]) = (places[right], places[left])
                flat[rank][places[left]] = left
                flat[rank][places[right]] = right
            } else {
                let leftRange = range(of: left, rank: rank)
                let rightRange = range(of: right, rank: rank)
                guard gain(leftRange, rightRange, rank: rank) > 0 else { continue }
                rotate(rank: rank, leftRange, rightRange)
            }
            list.swapAt(index, index + 1)
            isBetter = true
        }
        if isBetter { lists[cluster][row] = list }
        return isBetter
    }

    /// The weighted crossings that are saved when two groups of neighbours change places.
    private func gain(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>, rank: Int) -> Int {
        var saved = 0
        for a in left {
            for b in right {
                let first = flat[rank][a]
                let second = flat[rank][b]
                saved += gain(first, second, upperNeighbors) + gain(first, second, lowerNeighbors)
            }
        }
        return saved
    }

    private func gain(_ first: Int, _ second: Int, _ neighbors: Neighbors) -> Int {
        var gain = 0
        for a in neighbors.start[first]..<neighbors.start[first + 1] {
            let place = places[neighbors.nodes[a]]
            for b in neighbors.start[second]..<neighbors.start[second + 1] {
                let other = places[neighbors.nodes[b]]
                if place > other {
                    gain += neighbors.weights[a] * neighbors.weights[b]
                } else if place < other {
                    gain -= neighbors.weights[a] * neighbors.weights[b]
                }
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
        for parent in lists.indices {
            var children: [Int] = []
            for list in lists[parent] {
                for item in list where item < 0 && !children.contains(item) { children.append(item) }
            }
            guard children.count > 1, children.count <= 24 else { continue }
            for first in children {
                for second in children where first != second {
                    if exchange(first, second, in: parent) { isBetter = true }
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
        let start = graph.spans[parent].lowerBound
        let shared = a.clamped(to: b)
        var swaps: [(row: Int, left: Int, right: Int)] = []
        for rank in shared {
            let list = lists[parent][rank - start]
            guard let left = list.firstIndex(of: first), let right = list.firstIndex(of: second), left < right,
                !list[(left + 1)..<right].contains(where: { $0 < 0 })
            else { return false }
            swaps.append((rank - start, left, right))
        }
        let affected = max(shared.lowerBound - 1, 0)..<min(shared.upperBound + 1, graph.rankCount - 1)
        let before = affected.reduce(0) { $0 + crossings(below: $1) }
        for swap in swaps { lists[parent][swap.row].swapAt(swap.left, swap.right) }
        for rank in shared { flatten(rank: rank) }
        if affected.reduce(0, { $0 + crossings(below: $1) }) < before { return true }
        for swap in swaps { lists[parent][swap.row].swapAt(swap.left, swap.right) }
        for rank in shared { flatten(rank: rank) }
        return false
    }
}
