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
        for direction in directions {
            let frame = LayoutFrame(direction: direction, ruler: ruler)
            let parts = ViewGraph(view, measures: measures, spacing: frame.spacing)
            guard parts.isOfReasonableSize else { continue }
            let tries: [(folding: Int?, isTight: Bool)] =
                ruler == .cells
                ? [(nil, false), (nil, true), (page, true), (page * 3 / 4, true), (page / 2, true)]
                : [(nil, false), (page, false)]
            for (folding, isTight) in tries {
                var frame = frame
                if isTight { frame.spacing.tighten() }
                guard let placed = place(parts, frame: frame, folding: folding, page: page) else { continue }
                let diagram = Assembly(view: view, measures: measures, parts: parts, frame: frame, marks: marks).diagram(placed)
                let cost = LayoutCost.cost(of: diagram, page: page)
                if best.map({ cost < $0.cost }) ?? true { best = (cost, diagram) }
            }
        }
        return best?.diagram
            ?? PlainGrid.arrange(view, measures: measures, ruler: ruler, marks: marks, page: page)
    }

    /// The places of all parts; nil where folding to a page would change nothing.
    private static func place(_ parts: ViewGraph, frame: LayoutFrame, folding: Int?, page: Int) -> [LaidOut]? {
        var placed: [LaidOut] = []
        var isFolded = false
        for part in parts.parts {
            let graph = frame.isTransposed ? part.graph.transposed : part.graph
            let work = 40_000_000 / max(graph.nodes.count + graph.edges.count, 1)
            let ranking = Ranking(graph, widest: nil, gap: frame.spacing.boxGap, limit: work)
            var chosen = ranking
            if let folding {
                let narrow = Ranking(graph, widest: frame.isTransposed ? folding / 2 : folding, gap: frame.spacing.boxGap, limit: work)
                if narrow.ranks != ranking.ranks {
                    chosen = narrow
                    isFolded = true
                }
            }
            placed.append(layOut(graph, ranking: chosen, frame: frame, work: work))
        }
        return folding != nil && !isFolded ? nil : placed
    }

    private static func layOut(_ graph: LayoutGraph, ranking: Ranking, frame: LayoutFrame, work: Int) -> LaidOut {
        let fitted = graph.fitted(isReversed: ranking.isReversed, spacing: frame.spacing)
        var layers = LayeredGraph(fitted, ranking: ranking)
        layers.measure(fitted, spacing: frame.spacing)
        let size = max(layers.kinds.count, 1)
        let effort = LayerOrder.Effort(restarts: min(max(6_000 / size, 2), 16), sweeps: min(max(30_000 / size, 6), 24))
        let order = LayerOrder.best(layers, parents: fitted.clusters.map(\.parent), effort: effort)
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
