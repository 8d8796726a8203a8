/// Looks for the order with the fewest crossings from several starts.
///
/// The first start is the order of the declarations. Of orders whose lines cross equally often that one is kept which crosses
/// fewer frames and keeps more boxes in the order of their declarations, so that a small change of the model moves little.
struct OrderSearch: Sendable {
    private var order: LayerOrder
    private var best: [[Int]] = []
    /// The weighted crossings of the best order.
    private var least = Int.max
    private var score = Int.max
    private var random = Shuffle()
    private var starts = 0
    private let boxes: [Int]
    private let sweeps: Int
    /// The clusters that stand in the same one.
    private let pairs: [(first: Int, second: Int)]
    /// The crossings of lines in the best order.
    private(set) var lineCrossings = Int.max

    /// Prepares a search.
    init(_ graph: LayeredGraph, parents: [Int]) {
        order = LayerOrder(graph, parents: parents)
        boxes = graph.kinds.indices.filter { graph.kinds[$0] == .box }
            .sorted { (graph.ranks[$0], $0) < (graph.ranks[$1], $1) }
        let clusters = parents.indices.dropFirst()
        pairs = clusters.flatMap { a in
            clusters.filter { $0 > a && parents[$0] == parents[a] }.map { (first: a, second: $0) }
        }
        sweeps = min(max(30_000 / max(graph.kinds.count, 1), 6), 24)
    }

    /// The number of nodes, labels and bends.
    var size: Int { order.graph.kinds.count }

    /// Goes on until so many starts have been tried; but for the first two and every fourth they begin at the best order, with
    /// two clusters exchanged.
    mutating func run(starts most: Int) {
        while starts < most && least > 0 {
            let isKick = starts > 1 && starts % 4 != 3 && kick()
            switch starts {
            case _ where isKick: break
            case 0: order.reset(starts: boxes, isReversed: false)
            case 1: order.reset(starts: boxes.reversed(), isReversed: true)
            default: order.reset(starts: random.shuffled(boxes), isReversed: starts % 4 == 1)
            }
            keep(order.improve(sweeps: sweeps, bound: least, movesClusters: !isKick && starts % 4 != 0))
            starts += 1
        }
    }

    /// Moves single lines of the best order so many times, and keeps what comes out where it is better.
    mutating func refine(tries: Int) {
        let lines = order.graph.chains.indices.filter { order.graph.chains[$0].count > 2 }
        guard least > 0, !lines.isEmpty else { return }
        for _ in 0..<tries where lineCrossings > 0 {
            order.restore(best)
            order.moveLine(lines[random.next(below: lines.count)], to: random.next(below: 1_001))
            keep(order.settle())
        }
    }

    /// Goes back to the best order with two clusters exchanged; false where there are none.
    private mutating func kick() -> Bool {
        guard !pairs.isEmpty else { return false }
        order.restore(best)
        let pair = pairs[random.next(below: pairs.count)]
        order.exchangePlaces(of: pair.first, and: pair.second)
        return true
    }

    /// Keeps the order where it is the best so far.
    private mutating func keep(_ crossings: Int) {
        guard crossings <= least || crossings - least < 4 * LayeredGraph.lineWeight else { return }
        let lines = order.lineCrossings()
        guard lines <= lineCrossings else { return }
        let (disorder, isMirrored) = disorder()
        guard lines < lineCrossings || crossings + disorder < score else { return }
        if isMirrored { order.mirror() }
        (lineCrossings, least, score, best) = (lines, crossings, crossings + disorder, order.rows)
    }

    /// The best order.
    func result() -> LayerOrder {
        var order = order
        order.rows = best
        order.flatten()
        return order
    }

    /// How many boxes stand before one that was declared earlier, in the order or in its mirror image.
    private func disorder() -> (count: Int, isMirrored: Bool) {
        var kept = 0
        var turned = 0
        for row in order.flat {
            let boxes = row.filter { order.graph.kinds[$0] == .box }
            for (index, box) in boxes.enumerated() {
                for other in boxes[(index + 1)...] {
                    if box < other { kept += 1 } else { turned += 1 }
                }
            }
        }
        return (min(kept, turned), kept < turned)
    }
}

/// A generator of permutations that is the same in every run: SplitMix64, by Steele, Lea and Flood.
private struct Shuffle {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next(below limit: Int) -> Int { Int(bits() % UInt64(limit)) }

    private mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func shuffled(_ values: [Int]) -> [Int] {
        var values = values
        for last in values.indices.dropFirst().reversed() {
            values.swapAt(last, next(below: last + 1))
        }
        return values
    }
}
