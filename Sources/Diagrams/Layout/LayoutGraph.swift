/// One connected part of a view as the layout sees it: numbers and sizes, no names.
///
/// Everything is in the orientation "relationships run down the page"; other directions exchange or mirror the axes before
/// and after.
struct LayoutGraph: Sendable {
    /// A box.
    struct Node: Sendable {
        var width: Int
        var height: Int
        /// The lines that lead from the box to itself; they run after it on the cross axis.
        var loops: [Loop] = []
        /// Room kept free for them.
        var loopRoom = 0
        /// The innermost cluster, 0 being the page.
        var cluster: Int
    }

    /// A line from a box to itself.
    struct Loop: Sendable {
        var edge: Int
        var label: Size
    }

    /// A frame around nodes; a parent stands before its children, and the page is the first.
    struct Cluster: Sendable {
        var parent: Int
        /// The title's room; zero for the page.
        var title = Size.zero
        var depth = 0
    }

    /// A line between two different nodes.
    struct Edge: Sendable {
        var source: Int
        var target: Int
        /// The room of the label; nil where the line has none.
        var label: Size?
        /// Whether the line would rather run up the page, as an answer does.
        var prefersBackward = false
        /// Whether the line only keeps nodes in rows and is not drawn.
        var isHidden = false

        /// Whether the line leads from a box to itself; such lines are kept in `Node.loops`.
        var isLoop: Bool { source == target }
    }

    var nodes: [Node] = []
    var clusters: [Cluster] = [Cluster(parent: 0)]
    var edges: [Edge] = []

    /// The clusters around a cluster, from itself outwards, the page included.
    func ancestors(of cluster: Int) -> [Int] {
        var path = [cluster]
        var cluster = cluster
        while cluster != 0 {
            cluster = clusters[cluster].parent
            path.append(cluster)
        }
        return path
    }

    /// The innermost cluster around both.
    func commonCluster(_ a: Int, _ b: Int) -> Int {
        var a = a
        var b = b
        while a != b {
            if clusters[a].depth >= clusters[b].depth { a = clusters[a].parent } else { b = clusters[b].parent }
        }
        return a
    }

    /// The graph with widths and heights exchanged.
    var transposed: LayoutGraph {
        var graph = self
        for index in nodes.indices {
            graph.nodes[index].width = nodes[index].height
            graph.nodes[index].height = nodes[index].width
            for loop in nodes[index].loops.indices {
                graph.nodes[index].loops[loop].label = nodes[index].loops[loop].label.transposed
            }
        }
        for index in clusters.indices { graph.clusters[index].title = clusters[index].title.transposed }
        for index in edges.indices { graph.edges[index].label = edges[index].label?.transposed }
        return graph
    }

    /// The graph with boxes wide enough for all lines at their sides, and with room for the lines to themselves.
    func fitted(isReversed: [Bool], spacing: Spacing) -> LayoutGraph {
        var graph = self
        var above = Array(repeating: 0, count: nodes.count)
        var below = above
        for (index, edge) in edges.enumerated() where !edge.isHidden {
            below[isReversed[index] ? edge.target : edge.source] += 1
            above[isReversed[index] ? edge.source : edge.target] += 1
        }
        for index in nodes.indices {
            let lines = max(above[index], below[index])
            let side = (lines - 1) * spacing.portPitch + 2 * spacing.portInset + spacing.lineWidth
            if lines > 1 && graph.nodes[index].width < side { graph.nodes[index].width = side + side % 2 }
            guard !nodes[index].loops.isEmpty else { continue }
            let loops = nodes[index].loops
            let label = loops.reduce(0) { max($0, $1.label.width) }
            graph.nodes[index].loopRoom = spacing.loopReach + spacing.lineWidth + spacing.loopLabelGap + label
            let height = loops.reduce(0) { $0 + LayeredLayout.loopHeight($1, spacing) } + 2 * spacing.lineClearance
            graph.nodes[index].height = max(graph.nodes[index].height, height + height % 2)
        }
        return graph
    }
}
