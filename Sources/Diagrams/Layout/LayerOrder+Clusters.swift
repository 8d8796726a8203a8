/// The order of whole clusters, which is the same in all ranks.
extension LayerOrder {
    /// Sorts the clusters in every cluster by the mean place of what their lines lead to.
    mutating func sortClusters() {
        for parent in parents.indices {
            let siblings = siblingsInOrder(parent)
            guard siblings.count > 1 else { continue }
            let pulls = siblings.map { pull(on: $0) }
            let sorted = siblings.indices.sorted { (pulls[$0], $0) < (pulls[$1], $1) }
            if sorted != Array(siblings.indices) { arrange(sorted.map { siblings[$0] }, in: parent) }
        }
    }

    /// The mean place, from 0 to 1, of what the lines of a cluster lead to outside of it; its own where none do.
    private func pull(on cluster: Int) -> Double {
        var sum = 0.0
        var own = 0.0
        var count = 0.0
        var size = 0.0
        func add(_ node: Int, _ side: Side, _ other: Int) {
            let ends = neighbors.places(of: node, side)
            guard !ends.isEmpty else { return }
            let inside = graph.spans[cluster].contains(other) ? range(of: -1 - cluster, rank: other) : nil
            for end in ends {
                let place = places[neighbors.nodes[end]]
                guard inside.map({ !$0.contains(place) }) ?? true else { continue }
                sum += Double(place) / Double(flat[other].count)
                count += 1
            }
        }
        for rank in graph.spans[cluster] {
            let range = range(of: -1 - cluster, rank: rank)
            own += Double(range.lowerBound + range.upperBound) / Double(2 * flat[rank].count)
            size += 1
            for place in range {
                let node = flat[rank][place]
                if rank > 0 { add(node, .above, rank - 1) }
                if rank + 1 < flat.count { add(node, .below, rank + 1) }
            }
        }
        return count > 0 ? sum / count : own / size
    }

    /// Lets two clusters of one parent change places among their siblings, in all ranks.
    mutating func exchangePlaces(of first: Int, and second: Int) {
        let parent = parents[first]
        arrange(siblingsInOrder(parent).map { $0 == first ? second : $0 == second ? first : $0 }, in: parent)
    }

    /// Puts the clusters in a parent into an order; what stands between them stays where it is.
    private mutating func arrange(_ siblings: [Int], in parent: Int) {
        for rank in graph.spans[parent] {
            let row = row(parent, rank)
            var next = siblings.filter { graph.spans[$0].contains(rank) }.makeIterator()
            var isOther = false
            for index in rows[row].indices where rows[row][index] < 0 {
                guard let cluster = next.next(), rows[row][index] != -1 - cluster else { continue }
                rows[row][index] = -1 - cluster
                isOther = true
            }
            if isOther { flatten(rank: rank) }
        }
    }

    /// The clusters of a parent in an order that holds in all ranks.
    private func siblingsInOrder(_ parent: Int) -> [Int] {
        var order: [Int] = []
        for rank in graph.spans[parent] {
            var place = 0
            for item in rows[row(parent, rank)] where item < 0 {
                if let known = order.firstIndex(of: -1 - item) {
                    place = max(place, known + 1)
                } else {
                    order.insert(-1 - item, at: place)
                    place += 1
                }
            }
        }
        return order
    }
}
