/// Where the segments meet the sides of the boxes, as distances from the middle of the box.
struct Ports: Sendable {
    /// For each segment the distance at its upper node, and at its lower one.
    var upper: [Int]
    var lower: [Int]

    /// Spreads the segments along the sides, in the order of their other ends.
    init(_ order: LayerOrder, graph: LayoutGraph) {
        let layers = order.graph
        upper = Array(repeating: 0, count: layers.upper.count)
        lower = upper
        let places = order.places
        let (lowerEnds, upperEnds) = (layers.lower, layers.upper)
        for node in layers.kinds.indices where layers.kinds[node] == .box {
            let width = graph.nodes[layers.items[node]].width
            let below = layers.below[node].sorted {
                (places[lowerEnds[$0]], $0) < (places[lowerEnds[$1]], $1)
            }
            for (index, segment) in below.enumerated() {
                upper[segment] = Self.offset(index, of: below.count, width: width)
            }
            let above = layers.above[node].sorted {
                (places[upperEnds[$0]], $0) < (places[upperEnds[$1]], $1)
            }
            for (index, segment) in above.enumerated() {
                lower[segment] = Self.offset(index, of: above.count, width: width)
            }
        }
    }

    private static func offset(_ index: Int, of count: Int, width: Int) -> Int {
        width * (index + 1) / (count + 1) - width / 2
    }
}

extension Ports {
    /// Moves the ends of lines along the sides of their boxes to where the lines run straight, keeping order and distance.
    mutating func straighten(_ order: LayerOrder, graph: LayoutGraph, lines: [Int], spacing: Spacing) {
        let layers = order.graph
        for node in layers.kinds.indices where layers.kinds[node] == .box {
            let width = graph.nodes[layers.items[node]].width
            let below = layers.below[node].sorted { (upper[$0], $0) < (upper[$1], $1) }
            Self.slide(below, &upper, width: width, spacing: spacing) { segment in
                lines[layers.lower[segment]] + lower[segment] - lines[node]
            }
            let above = layers.above[node].sorted { (lower[$0], $0) < (lower[$1], $1) }
            Self.slide(above, &lower, width: width, spacing: spacing) { segment in
                lines[layers.upper[segment]] + upper[segment] - lines[node]
            }
        }
    }

    private static func slide(
        _ segments: [Int], _ offsets: inout [Int], width: Int, spacing: Spacing, wanted: (Int) -> Int
    ) {
        let least = spacing.portInset - width / 2
        let most = width - width / 2 - spacing.portInset - spacing.lineWidth
        let targets = segments.map(wanted)
        for places in [Array(segments.indices), segments.indices.reversed()] {
            for place in places {
                let low = place > 0 ? offsets[segments[place - 1]] + spacing.portPitch : least
                let high = place + 1 < segments.count ? offsets[segments[place + 1]] - spacing.portPitch : most
                guard targets[place] >= low, targets[place] <= high else { continue }
                offsets[segments[place]] = targets[place]
            }
        }
    }
}
