/// Moving whole lines, which exchanges within one rank cannot do.
extension LayerOrder {
    /// Moves all bends of a line, and its label, to about the same place in their rows.
    ///
    /// The thought is that of Bachmaier, Brandenburg, Brunner and Hübner, "Global k-Level Crossing Reduction" (2011): on its way
    /// past others a long line would cross them in one rank after the other, so it moves in all ranks or stays.
    ///
    /// - Parameter share: the place in every row, from 0 at the left to 1,000 at the right.
    mutating func moveLine(_ edge: Int, to share: Int) {
        for node in graph.chains[edge].dropFirst().dropLast() {
            let row = row(graph.clusters[node], graph.ranks[node])
            guard rows[row].count > 1, let from = rows[row].firstIndex(of: node) else { continue }
            rows[row].remove(at: from)
            rows[row].insert(node, at: share * rows[row].count / 1_000)
            flatten(rank: graph.ranks[node])
        }
    }

    /// Exchanges and sifts single items near what has moved, and gives the crossings that are left.
    mutating func settle() -> Int {
        for _ in 0..<4 {
            exchangeNeighbors(rounds: 8)
            if !sift() { break }
        }
        return crossings()
    }
}
