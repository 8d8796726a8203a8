/// Finds the ranking of a part whose lines cross least, by trying several and giving up the worse half again and again.
struct OrderRace {
    /// A ranking, and the search for an order in it.
    struct Runner {
        var variant: Ranking.Variant
        var ranking: Ranking
        var search: OrderSearch
    }

    private let graph: LayoutGraph
    private let parents: [Int]
    private let labelRows: Int
    private let rank: (Ranking.Variant) -> Ranking
    private var runners: [Runner] = []

    /// The number of nodes, labels and bends from which on one ranking has to do.
    private static let largeSize = 3_000

    /// Prepares a race.
    ///
    /// - Parameters:
    ///   - graph: the graph as it is ordered.
    ///   - labelRows: the ranks that the labels between two ranks of boxes are spread over.
    ///   - rank: ranks it in one of the ways.
    init(_ graph: LayoutGraph, labelRows: Int, rank: @escaping (Ranking.Variant) -> Ranking) {
        self.graph = graph
        self.labelRows = labelRows
        self.rank = rank
        parents = graph.clusters.map(\.parent)
    }

    /// The best of the given rankings, its order searched with the given effort.
    ///
    /// The first one is preferred, and another taken only where it saves a twentieth of the crossings: a small change of the
    /// model is not to turn the drawing round.
    mutating func winner(of variants: [Ranking.Variant], effort: Int) -> Runner {
        for variant in variants where !isOver { enter(variant, starts: 2) }
        let preferred = runners[0].ranking
        if variants.count > 1 && !isOver {
            for runner in best(max(2, 400 / runners[0].search.size)) where !isOver {
                enter(Ranking.Variant(start: runner.variant.start, isLoose: true), starts: 2)
            }
            runners = best(2, and: preferred)
            for index in runners.indices { run(index, effort: effort * 2 / 3) }
            runners = best(1, and: preferred)
        }
        let first = runners.firstIndex { $0.ranking == preferred } ?? 0
        let other = runners.firstIndex { $0.ranking != preferred } ?? first
        let least = runners[first].search.lineCrossings
        let crossings = runners[other].search.lineCrossings
        let isWorthIt = crossings * 20 < least * 19 && (crossings == 0 || crossings + 2 <= least)
        let chosen = isWorthIt ? other : first
        run(chosen, effort: effort)
        runners[chosen].search.refine(tries: min(2 * effort / max(runners[chosen].search.size, 1), 400))
        return runners[chosen]
    }

    /// Whether no ranking can be better than the last one, or the graph is too large for more.
    private var isOver: Bool {
        runners.last.map { $0.search.lineCrossings == 0 || $0.search.size > Self.largeSize } ?? false
    }

    /// Ranks the graph in one way, and gives it a few starts.
    private mutating func enter(_ variant: Ranking.Variant, starts: Int) {
        let ranking = rank(variant)
        if runners.contains(where: { $0.ranking == ranking }) { return }
        var search = OrderSearch(LayeredGraph(graph, ranking: ranking, labelRows: labelRows), parents: parents)
        search.run(starts: starts)
        runners.append(Runner(variant: variant, ranking: ranking, search: search))
    }

    private mutating func run(_ index: Int, effort: Int) {
        runners[index].search.run(starts: min(max(effort / max(runners[index].search.size, 1), 2), 48))
    }

    /// The most promising rankings, in the order in which they were tried, and the preferred one.
    private func best(_ count: Int, and preferred: Ranking? = nil) -> [Runner] {
        let chosen = runners.indices.sorted { (runners[$0].promise, $0) < (runners[$1].promise, $1) }.prefix(count)
        return runners.indices.filter { chosen.contains($0) || runners[$0].ranking == preferred }.map { runners[$0] }
    }
}

extension OrderRace.Runner {
    /// What speaks against a ranking before all of its orders are known: its crossings so far, and the length of its lines, since
    /// short ones leave more to be untangled.
    fileprivate var promise: Int { search.lineCrossings * search.size }
}
