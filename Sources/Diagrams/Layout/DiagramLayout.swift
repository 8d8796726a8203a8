/// Gives everything in a view its place.
///
/// The way is that of Sugiyama, Tagawa and Toda: cycles are broken (``CycleBreaking``), boxes get ranks (``Ranking``), lines are cut
/// at every rank and labels become nodes (``LayeredGraph``), crossings are reduced (``LayerOrder``), places follow from the order
/// (``CrossCoordinates``, ``MainCoordinates``), and lines run along tracks between the ranks (``ChannelTracks``). Clusters are
/// part of every step. The same view gives the same places in every run; ties fall to what was declared first.
package enum DiagramLayout {
    /// What a caller may ask for.
    package struct Options: Sendable {
        /// What changed between two versions, by the ids of elements, relationships and boundaries; the words get room.
        package var marks: [String: DiagramMark]

        /// Makes options.
        package init(marks: [String: DiagramMark] = [:]) {
            self.marks = marks
        }
    }

    /// Arranges a view in pixels.
    ///
    /// The direction is the one that the view asks for, or that of top to bottom and left to right whose ``LayoutCost`` is less.
    /// A view that is too large for a layout comes as a plain grid without lines.
    package static func arrange(_ view: DiagramView, options: Options = Options()) -> ArrangedDiagram {
        arrange(
            view, ruler: .pixels, widths: .pixels, marks: options.marks, page: 1_600,
            directions: view.direction.map { [$0] } ?? [.topBottom, .leftRight])
    }

    /// Arranges a view with the given measures in the best of the given directions.
    ///
    /// - Parameter page: the width that wide rows may be folded to.
    static func arrange(
        _ view: DiagramView, ruler: TextRuler, widths: ViewMeasures.Widths, marks: [String: DiagramMark], page: Int,
        directions: [DiagramView.Direction]
    ) -> ArrangedDiagram {
        let measures = ViewMeasures(view, ruler: ruler, widths: widths, marks: marks)
        var best: (cost: Int, diagram: ArrangedDiagram)?
        var plain: [PartOrder] = []
        for direction in directions {
            var frame = LayoutFrame(direction: direction, ruler: ruler)
            let parts = ViewGraph(view, measures: measures, spacing: frame.spacing)
            guard parts.isOfReasonableSize else { continue }
            if plain.isEmpty { plain = parts.parts.map { PartOrder($0.graph, fold: Fold(), frame: frame) } }
            for (attempt, fold) in ([Fold()] + folds(ruler, page: page)).enumerated() {
                var orders = plain
                if fold != Fold() {
                    orders = zip(parts.parts, plain).map {
                        PartOrder($0.graph, fold: fold, frame: frame, variants: [$1.variant])
                    }
                    let isSame = zip(orders, plain).allSatisfy { $0.ranking.ranks == $1.ranking.ranks }
                    if isSame && fold.labelRows == 1 { continue }
                }
                let placed = zip(parts.parts, orders).map { $1.layOut($0.graph, frame: frame) }
                let diagram = Assembly(view: view, measures: measures, parts: parts, frame: frame, marks: marks)
                    .diagram(placed)
                let cost = LayoutCost.cost(of: diagram, page: page)
                if best.map({ cost < $0.cost }) ?? true { best = (cost, diagram) }
                // What is far too wide does not fit by closing up either.
                if !isTooWide(diagram, frame: frame, page: page) || attempt > 1 && diagram.size.width > 3 * page {
                    break
                }
                if ruler == .cells && !frame.isTransposed { frame.spacing.tighten(isLast: attempt > 2) }
            }
        }
        return best?.diagram
            ?? PlainGrid.arrange(view, measures: measures, ruler: ruler, marks: marks, page: page)
    }

    /// What is tried one after the other where rows are too wide.
    private static func folds(_ ruler: TextRuler, page: Int) -> [Fold] {
        guard ruler == .cells else { return [Fold(width: page)] }
        return [
            Fold(), Fold(width: page), Fold(width: page / 2, labelRows: 2), Fold(width: page / 4, labelRows: 2),
            Fold(width: page / 2, labelRows: 2, isStacked: true), Fold(width: page / 4, labelRows: 4, isStacked: true),
        ]
    }

    /// Whether rows are worth folding: the page is a hard limit on a terminal, elsewhere the drawing has to be a ribbon, too.
    private static func isTooWide(_ diagram: ArrangedDiagram, frame: LayoutFrame, page: Int) -> Bool {
        if diagram.ruler == .cells { return diagram.size.width > page && !frame.isTransposed }
        let size = frame.isTransposed ? diagram.size.transposed : diagram.size
        return size.width > page && size.width > 2 * size.height
    }
}

/// How rows that are too wide for the page are made narrower.
struct Fold: Sendable, Hashable {
    /// The width that rows of boxes are broken at; nil breaks none.
    var width: Int?
    /// The rows that labels between two rows of boxes are spread over.
    var labelRows = 1
    /// Whether boundaries stand below each other.
    var isStacked = false
}

/// The ranks of one part of a view and the order in them, which are the same for all directions.
struct PartOrder: Sendable {
    private(set) var ranking: Ranking
    private(set) var variant: Ranking.Variant
    private let order: LayerOrder
    private let work = 40_000_000

    /// Ranks a part, folds its rows where asked, and reduces the crossings.
    init(_ graph: LayoutGraph, fold: Fold, frame: LayoutFrame, variants: [Ranking.Variant] = Ranking.Variant.short) {
        let turned = fold.width != nil && frame.isTransposed ? graph.transposed : graph
        let widest = fold.width.map { frame.isTransposed ? $0 / 2 : $0 }
        let limit = work
        var race = OrderRace(graph, labelRows: fold.labelRows) { variant in
            Ranking(
                turned, variant: variant, widest: widest, isStacked: fold.isStacked, gap: frame.spacing.boxGap,
                limit: limit)
        }
        // Folded rows are a second choice, and cross where they cross.
        let winner = race.winner(of: variants, effort: fold == Fold() ? 5_000 : 1_500)
        variant = winner.variant
        ranking = winner.ranking
        order = winner.search.result()
    }

    /// The places of the part in one orientation.
    func layOut(_ graph: LayoutGraph, frame: LayoutFrame) -> LaidOut {
        let turned = frame.isTransposed ? graph.transposed : graph
        let fitted = turned.fitted(isReversed: ranking.isReversed, spacing: frame.spacing)
        var order = order
        order.measure(fitted, spacing: frame.spacing)
        return LayeredLayout(order, graph: fitted, spacing: frame.spacing, limit: work).result()
    }
}

/// The orientation of a layout, and the distances in it.
struct LayoutFrame: Sendable {
    let direction: DiagramView.Direction
    let ruler: TextRuler
    var spacing: Spacing

    init(direction: DiagramView.Direction, ruler: TextRuler) {
        self.direction = direction
        self.ruler = ruler
        let isAcross = direction == .leftRight || direction == .rightLeft
        var spacing = ruler == .pixels ? Spacing.pixels : isAcross ? .cellsAcross : .cellsDown
        spacing.titleSide = isAcross ? .crossStart : direction == .topBottom ? .mainStart : .mainEnd
        self.spacing = spacing
    }

    var isTransposed: Bool { direction == .leftRight || direction == .rightLeft }
    var isMirrored: Bool { direction == .bottomTop || direction == .rightLeft }
}

extension ViewGraph {
    /// Whether a layout would end in good time.
    var isOfReasonableSize: Bool {
        parts.allSatisfy { $0.graph.nodes.count <= 1_500 && $0.graph.edges.count <= 4_000 }
    }
}
