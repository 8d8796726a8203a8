/// Places nodes on a line so that the weighted length of all edges is least, by the network simplex method.
///
/// The problem: integers `position` with `position[head] - position[tail] >= length` for every edge, and the sum of
/// `weight * (position[head] - position[tail])` as small as it can be. The method is that of Gansner, Koutsofios, North and Vo,
/// "A Technique for Drawing Directed Graphs" (1993), with cut values kept as sums over subtrees. Ranks and cross coordinates
/// are both found by it.
struct NetworkSimplex {
    private var tails: [Int] = []
    private var heads: [Int] = []
    private var lengths: [Int] = []
    private var weights: [Int] = []
    private let count: Int
    /// The positions of the nodes, the least being zero.
    private(set) var positions: [Int]
    /// How many nodes were numbered again, which is what the time goes into.
    private(set) var work = 0

    private var edgesOf: [Int] = []
    private var edgesStart: [Int] = []
    /// The tree edges at every node as lists: the first of a node, then after every end of an edge the next and the one before.
    ///
    /// The end of an edge at its tail has the number `2 * edge`, that at its head `2 * edge + 1`.
    private var firstEnd: [Int]
    private var nextEnd: [Int] = []
    private var previousEnd: [Int] = []
    private var isInTree: [Bool] = []
    /// The tree edge to the parent, -1 at the root.
    private var parentEdge: [Int]
    /// The place of a node in the postorder of the tree, and the first place in its subtree.
    private var last: [Int]
    private var first: [Int]
    private var postorder: [Int]
    private var cutValues: [Int] = []

    /// Makes a problem of `count` nodes.
    ///
    /// The first node must reach every node that an edge leads to; the others float before what they lead to.
    init(count: Int) {
        self.count = count
        positions = Array(repeating: 0, count: count)
        parentEdge = Array(repeating: -1, count: count)
        firstEnd = parentEdge
        last = positions
        first = positions
        postorder = positions
    }

    /// Adds an edge that keeps `head` at least `length` after `tail`.
    mutating func addEdge(from tail: Int, to head: Int, length: Int, weight: Int) {
        tails.append(tail)
        heads.append(head)
        lengths.append(length)
        weights.append(weight)
    }

    /// Finds the positions; false when the edges form a cycle.
    ///
    /// After `limit` steps of work the positions are feasible, though not yet the best.
    mutating func solve(limit: Int) -> Bool {
        guard count > 1 else { return true }
        index()
        guard placeByLongestPath() else { return false }
        number(from: 0, parent: -1, next: 0)
        setCutValues()
        var search = 0
        while work < limit, let leaving = leavingEdge(after: &search), let entering = enteringEdge(for: leaving) {
            exchange(leaving, entering)
        }
        let least = positions.min() ?? 0
        for node in 0..<count { positions[node] -= least }
        return true
    }

    private func slack(_ edge: Int) -> Int { positions[heads[edge]] - positions[tails[edge]] - lengths[edge] }

    /// Lists the edges at every node, one node after the other.
    private mutating func index() {
        edgesStart = Array(repeating: 0, count: count + 1)
        for edge in tails.indices {
            edgesStart[tails[edge] + 1] += 1
            edgesStart[heads[edge] + 1] += 1
        }
        for node in 0..<count { edgesStart[node + 1] += edgesStart[node] }
        edgesOf = Array(repeating: 0, count: 2 * tails.count)
        var fill = edgesStart
        for edge in tails.indices {
            edgesOf[fill[tails[edge]]] = edge
            fill[tails[edge]] += 1
            edgesOf[fill[heads[edge]]] = edge
            fill[heads[edge]] += 1
        }
        isInTree = Array(repeating: false, count: tails.count)
        nextEnd = Array(repeating: -1, count: 2 * tails.count)
        previousEnd = nextEnd
    }

    /// Places every node as early as its edges allow, and spans a tree of edges that have no slack.
    private mutating func placeByLongestPath() -> Bool {
        var isFloating = Array(repeating: true, count: count)
        for head in heads { isFloating[head] = false }
        isFloating[0] = false
        var waiting = Array(repeating: 0, count: count)
        for edge in heads.indices where !isFloating[tails[edge]] { waiting[heads[edge]] += 1 }
        var queue = [0]
        var tight = Array(repeating: -1, count: count)
        var done = 0
        while done < queue.count {
            let node = queue[done]
            done += 1
            for place in edgesStart[node]..<edgesStart[node + 1] {
                let edge = edgesOf[place]
                guard tails[edge] == node else { continue }
                let head = heads[edge]
                let earliest = positions[node] + lengths[edge]
                if tight[head] < 0 || earliest > positions[head] {
                    positions[head] = earliest
                    tight[head] = edge
                }
                waiting[head] -= 1
                if waiting[head] == 0 { queue.append(head) }
            }
        }
        guard isFloating.reduce(done, { $0 + ($1 ? 1 : 0) }) == count else { return false }
        for node in 1..<count where isFloating[node] { tight[node] = pullToHead(node) }
        for node in 1..<count where tight[node] >= 0 {
            isInTree[tight[node]] = true
            hang(tight[node])
        }
        return true
    }

    /// Moves a node that nothing stands before to the nearest of its heads, and gives the edge between them.
    private mutating func pullToHead(_ node: Int) -> Int {
        var best = -1
        for place in edgesStart[node]..<edgesStart[node + 1] {
            let edge = edgesOf[place]
            if best < 0 || positions[heads[edge]] - lengths[edge] < positions[heads[best]] - lengths[best] {
                best = edge
            }
        }
        if best >= 0 { positions[node] = positions[heads[best]] - lengths[best] }
        return best
    }
}

// MARK: - The tree

extension NetworkSimplex {
    /// Adds an edge to the lists of the tree.
    private mutating func hang(_ edge: Int) {
        for (end, node) in [(2 * edge, tails[edge]), (2 * edge + 1, heads[edge])] {
            nextEnd[end] = firstEnd[node]
            previousEnd[end] = -1
            if firstEnd[node] >= 0 { previousEnd[firstEnd[node]] = end }
            firstEnd[node] = end
        }
    }

    /// Takes an edge out of the lists of the tree.
    private mutating func unhang(_ edge: Int) {
        for (end, node) in [(2 * edge, tails[edge]), (2 * edge + 1, heads[edge])] {
            let next = nextEnd[end]
            let previous = previousEnd[end]
            if previous >= 0 { nextEnd[previous] = next } else { firstEnd[node] = next }
            if next >= 0 { previousEnd[next] = previous }
        }
    }

    /// Numbers the subtree of a node in postorder, beginning with `next`.
    private mutating func number(from root: Int, parent: Int, next: Int) {
        var next = next
        var node = root
        parentEdge[root] = parent
        first[root] = next
        var end = firstEnd[root]
        while true {
            if end >= 0 {
                let edge = end >> 1
                if edge == parentEdge[node] {
                    end = nextEnd[end]
                } else {
                    node = end & 1 == 0 ? heads[edge] : tails[edge]
                    parentEdge[node] = edge
                    first[node] = next
                    end = firstEnd[node]
                }
            } else {
                last[node] = next
                postorder[next] = node
                next += 1
                if node == root { break }
                // The end of the edge at the parent says where the parent's list goes on.
                let edge = parentEdge[node]
                let isTail = tails[edge] == node
                node = isTail ? heads[edge] : tails[edge]
                end = nextEnd[isTail ? 2 * edge + 1 : 2 * edge]
            }
        }
        work += last[root] - first[root] + 1
    }

    /// The node at the lower end of a tree edge, whose subtree the edge holds.
    private func child(of edge: Int) -> Int { parentEdge[heads[edge]] == edge ? heads[edge] : tails[edge] }

    /// Finds the cut value of every tree edge: what the subtree's own edges pull, summed from the leaves.
    private mutating func setCutValues() {
        cutValues = Array(repeating: 0, count: tails.count)
        var pull = Array(repeating: 0, count: count)
        for edge in tails.indices {
            pull[tails[edge]] += weights[edge]
            pull[heads[edge]] -= weights[edge]
        }
        for node in postorder where parentEdge[node] >= 0 {
            let edge = parentEdge[node]
            let isTail = tails[edge] == node
            cutValues[edge] = isTail ? pull[node] : -pull[node]
            pull[isTail ? heads[edge] : tails[edge]] += pull[node]
        }
    }

    /// A tree edge whose removal shortens the whole: the best of the next few.
    private func leavingEdge(after search: inout Int) -> Int? {
        var best: Int?
        var found = 0
        for _ in 0..<count {
            search = search + 1 < count ? search + 1 : 0
            let edge = parentEdge[search]
            guard edge >= 0, cutValues[edge] < 0 else { continue }
            if best.map({ cutValues[edge] < cutValues[$0] }) ?? true { best = edge }
            found += 1
            if found == 20 { break }
        }
        return best
    }

    /// The edge with the least slack that joins the two parts again in the other direction.
    private func enteringEdge(for leaving: Int) -> Int? {
        let child = child(of: leaving)
        let childIsTail = tails[leaving] == child
        let inside = first[child]...last[child]
        var best: Int?
        var least = Int.max
        func look(at node: Int, outward: Bool) {
            for place in edgesStart[node]..<edgesStart[node + 1] {
                let edge = edgesOf[place]
                guard !isInTree[edge], (outward ? tails[edge] : heads[edge]) == node else { continue }
                let other = outward ? heads[edge] : tails[edge]
                guard inside.contains(last[other]) != inside.contains(last[node]) else { continue }
                let slack = slack(edge)
                if slack < least || (slack == least && best.map { edge < $0 } ?? false) {
                    least = slack
                    best = edge
                }
            }
        }
        if inside.count * 2 <= count {
            for place in inside { look(at: postorder[place], outward: !childIsTail) }
        } else {
            for place in 0..<inside.lowerBound { look(at: postorder[place], outward: childIsTail) }
            for place in (inside.upperBound + 1)..<count { look(at: postorder[place], outward: childIsTail) }
        }
        return best
    }

    /// Takes one edge out of the tree and another one in, and moves the smaller part along.
    private mutating func exchange(_ leaving: Int, _ entering: Int) {
        let child = child(of: leaving)
        let inside = first[child]...last[child]
        let shift = inside.contains(last[tails[entering]]) ? slack(entering) : -slack(entering)
        if inside.count * 2 <= count {
            for place in inside { positions[postorder[place]] += shift }
        } else {
            for place in 0..<inside.lowerBound { positions[postorder[place]] -= shift }
            for place in (inside.upperBound + 1)..<count { positions[postorder[place]] -= shift }
        }
        let value = cutValues[leaving]
        let meeting = follow(from: tails[entering], to: heads[entering], value: value, isForward: true)
        _ = follow(from: heads[entering], to: tails[entering], value: value, isForward: false)
        cutValues[entering] = -value
        cutValues[leaving] = 0
        isInTree[leaving] = false
        isInTree[entering] = true
        unhang(leaving)
        hang(entering)
        number(from: meeting, parent: parentEdge[meeting], next: first[meeting])
    }

    /// Adds a cut value along the path from a node up to the first ancestor of both, and gives that ancestor.
    private mutating func follow(from start: Int, to end: Int, value: Int, isForward: Bool) -> Int {
        var node = start
        while !(first[node]...last[node]).contains(last[end]) {
            let edge = parentEdge[node]
            let leadsUp = tails[edge] == node
            cutValues[edge] += leadsUp == isForward ? value : -value
            node = leadsUp ? heads[edge] : tails[edge]
        }
        return node
    }
}
