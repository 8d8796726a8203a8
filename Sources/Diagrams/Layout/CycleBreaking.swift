/// Chooses which edges are turned round so that no cycle is left.
enum CycleBreaking {
    /// For every edge whether it is to be turned round.
    ///
    /// The search goes depth first through the nodes and turns the edges that lead back to a node still being visited: where it
    /// begins in the order of declaration, what was declared first stays above, and a new line changes little. Edges that
    /// prefer it are turned from the beginning.
    static func reversals(in graph: LayoutGraph, start: Ranking.Variant.Start = .declared) -> [Bool] {
        var isReversed = graph.edges.map(\.prefersBackward)
        var outgoing = Array(repeating: [Int](), count: graph.nodes.count)
        for (index, edge) in graph.edges.enumerated() where !edge.isLoop {
            outgoing[isReversed[index] ? edge.target : edge.source].append(index)
        }
        // 0: not seen, 1: being visited, 2: done
        var state = Array(repeating: UInt8(0), count: graph.nodes.count)
        let starts =
            switch start {
            case .declared: Array(graph.nodes.indices)
            case .last: Array(graph.nodes.indices.reversed())
            case .sources: sources(graph, isReversed)
            case .outermost:
                graph.nodes.indices.sorted { (graph.nodes[$0].cluster, $0) < (graph.nodes[$1].cluster, $1) }
            }
        for start in starts where state[start] == 0 {
            var stack = [(node: start, next: 0)]
            state[start] = 1
            while let top = stack.last {
                guard top.next < outgoing[top.node].count else {
                    state[top.node] = 2
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let index = outgoing[top.node][top.next]
                let edge = graph.edges[index]
                let head = edge.prefersBackward ? edge.source : edge.target
                switch state[head] {
                case 0:
                    state[head] = 1
                    stack.append((head, 0))
                case 1: isReversed[index].toggle()
                default: break
                }
            }
        }
        return isReversed
    }

    /// All nodes, those that nothing leads to before the others.
    private static func sources(_ graph: LayoutGraph, _ isReversed: [Bool]) -> [Int] {
        var isSource = Array(repeating: true, count: graph.nodes.count)
        for (index, edge) in graph.edges.enumerated() where !edge.isLoop {
            isSource[isReversed[index] ? edge.source : edge.target] = false
        }
        return graph.nodes.indices.filter { isSource[$0] } + graph.nodes.indices.filter { !isSource[$0] }
    }
}
