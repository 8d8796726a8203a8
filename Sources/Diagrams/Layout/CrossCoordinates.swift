/// The places of all nodes and borders on the cross axis.
///
/// A second network simplex, after Gansner et al.: what stands in a row keeps its distances, and the segments are as straight
/// as they can be. Straight runs of bends, and the borders of a cluster, are one variable each, so that long lines have no
/// kinks and frames are rectangles.
struct CrossCoordinates: Sendable {
    /// A frame whose title does not fit between the lines, and where room is to be made for it.
    struct TitleRoom: Sendable, Hashable {
        var cluster: Int
        /// Whether the room is after the last line, not before the first.
        var isAtEnd: Bool
    }

    /// The place of the line through each node.
    var lines: [Int]
    var left: [Int]
    var right: [Int]

    private let order: LayerOrder
    private let graph: LayoutGraph
    private let spacing: Spacing
    private var variables: [Int] = []
    private var variableCount = 0

    /// Places the nodes.
    ///
    /// - Parameter rooms: the titles that need room beside the lines that pass them.
    init(
        _ order: LayerOrder, graph: LayoutGraph, ports: Ports, spacing: Spacing, rooms: [TitleRoom], limit: Int
    ) {
        self.order = order
        self.graph = graph
        self.spacing = spacing
        lines = []
        left = []
        right = []
        nameVariables()
        let pulls = softSegments()
        var simplex = NetworkSimplex(count: variableCount + pulls.count)
        addSeparations(&simplex)
        addTitles(&simplex, rooms: rooms, ports: ports)
        for (index, segment) in pulls.enumerated() {
            let upper = variables[order.graph.upper[segment]]
            let lower = variables[order.graph.lower[segment]]
            let reach = max(ports.upper[segment], ports.lower[segment])
            let weight = weight(of: segment)
            simplex.addEdge(
                from: variableCount + index, to: upper, length: reach - ports.upper[segment], weight: weight)
            simplex.addEdge(
                from: variableCount + index, to: lower, length: reach - ports.lower[segment], weight: weight)
        }
        _ = simplex.solve(limit: limit)
        let origin = simplex.positions[0]
        lines = variables.map { simplex.positions[$0] - origin }
        left = graph.clusters.indices.map { simplex.positions[2 * $0] - origin }
        right = graph.clusters.indices.map { simplex.positions[2 * $0 + 1] - origin }
    }

    /// Takes out steps of a few pixels, which look like a mistake: what follows on the line gives way, down to the port.
    mutating func smooth(_ ports: inout Ports, by most: Int) {
        let layers = order.graph
        let original = lines
        for segment in layers.upper.indices where layers.edges[segment] >= 0 {
            let from = lines[layers.upper[segment]] + ports.upper[segment]
            let node = layers.lower[segment]
            let step = from - lines[node] - ports.lower[segment]
            guard step != 0, abs(step) <= most else { continue }
            if layers.kinds[node] == .box {
                let width = graph.nodes[layers.items[node]].width
                let port = ports.lower[segment] + step
                if abs(port) <= width / 2 - spacing.portInset / 2 { ports.lower[segment] = port }
            } else if abs(from - original[node]) <= most {
                lines[node] = from
            }
        }
    }

    // MARK: - Variables

    /// Gives every node its variable: two for each cluster, one for each box, label, and straight run of bends.
    private mutating func nameVariables() {
        let layers = order.graph
        variables = Array(repeating: -1, count: layers.kinds.count)
        variableCount = 2 * graph.clusters.count
        let isStraight = straightSegments()
        for node in layers.kinds.indices {
            switch layers.kinds[node] {
            case .leftBorder: variables[node] = 2 * layers.items[node]
            case .rightBorder: variables[node] = 2 * layers.items[node] + 1
            case .bend:
                // Nodes of a chain are numbered downwards, so the bend above has its variable already.
                if let segment = layers.above[node].first, isStraight[segment] {
                    variables[node] = variables[layers.upper[segment]]
                } else {
                    variables[node] = variableCount
                    variableCount += 1
                }
            case .box, .label:
                variables[node] = variableCount
                variableCount += 1
            }
        }
    }

    /// The segments between bends that can all be straight at once: none crosses another or a border.
    private func straightSegments() -> [Bool] {
        let layers = order.graph
        var isStraight = Array(repeating: false, count: layers.upper.count)
        for rank in order.flat.indices {
            var taken: [(upper: Int, lower: Int)] = []
            for node in order.flat[rank] where layers.kinds[node].rawValue >= LayeredGraph.Kind.leftBorder.rawValue {
                for segment in layers.below[node] {
                    taken.append((order.places[node], order.places[layers.lower[segment]]))
                }
            }
            for node in order.flat[rank] where layers.kinds[node] == .bend {
                for segment in layers.below[node] where layers.kinds[layers.lower[segment]] == .bend {
                    let upper = order.places[node]
                    let lower = order.places[layers.lower[segment]]
                    guard !taken.contains(where: { ($0.upper < upper) != ($0.lower < lower) }) else { continue }
                    taken.append((upper, lower))
                    isStraight[segment] = true
                }
            }
        }
        return isStraight
    }

    private func softSegments() -> [Int] {
        let layers = order.graph
        return layers.upper.indices.filter {
            layers.edges[$0] >= 0 && variables[layers.upper[$0]] != variables[layers.lower[$0]]
        }
    }

    private func weight(of segment: Int) -> Int {
        let layers = order.graph
        let boxes =
            (layers.kinds[layers.upper[segment]] == .box ? 1 : 0)
            + (layers.kinds[layers.lower[segment]] == .box ? 1 : 0)
        return boxes == 0 ? 8 : boxes == 1 ? 3 : 2
    }

    // MARK: - Constraints

    private func addSeparations(_ simplex: inout NetworkSimplex) {
        let layers = order.graph
        var pairs: [(from: Int, to: Int, length: Int)] = []
        for row in order.flat {
            guard let first = row.first, let last = row.last else { continue }
            pairs.append((0, variables[first], layers.before[first]))
            for index in row.indices.dropLast() {
                let length = layers.after[row[index]] + gap(row[index], row[index + 1]) + layers.before[row[index + 1]]
                pairs.append((variables[row[index]], variables[row[index + 1]], length))
            }
            pairs.append((variables[last], 1, layers.after[last]))
        }
        pairs.sort { ($0.from, $0.to, -$0.length) < ($1.from, $1.to, -$1.length) }
        for index in pairs.indices {
            let pair = pairs[index]
            if index > 0, pairs[index - 1].from == pair.from, pairs[index - 1].to == pair.to { continue }
            simplex.addEdge(from: pair.from, to: pair.to, length: pair.length, weight: 0)
        }
        simplex.addEdge(from: 0, to: 1, length: 0, weight: spacing.pageWeight)
    }

    /// The room between two neighbours of a rank.
    private func gap(_ a: Int, _ b: Int) -> Int {
        let layers = order.graph
        switch (layers.kinds[a], layers.kinds[b]) {
        case (.leftBorder, _): return spacing.framePadding + header(layers.items[a])
        case (_, .rightBorder): return spacing.framePadding
        case (.rightBorder, .bend), (.bend, .leftBorder): return spacing.lineBoxGap
        case (.rightBorder, _), (_, .leftBorder): return spacing.frameGap
        case (.bend, .bend): return spacing.lineGap
        case (.bend, _), (_, .bend): return spacing.lineBoxGap
        case (.label, .label): return spacing.labelGap
        default: return spacing.boxGap
        }
    }

    /// The room of a title that stands beside the first item.
    private func header(_ cluster: Int) -> Int {
        guard spacing.titleSide == .crossStart else { return 0 }
        let title = graph.clusters[cluster].title.width - spacing.lineWidth
        return title > 0 ? title + (spacing.lineWidth == 0 ? spacing.titleClearance : 0) : 0
    }

    private func addTitles(_ simplex: inout NetworkSimplex, rooms: [TitleRoom], ports: Ports) {
        for cluster in graph.clusters.indices.dropFirst() {
            let room =
                spacing.titleSide == .crossStart ? 0 : graph.clusters[cluster].title.width + 2 * spacing.titleClearance
            simplex.addEdge(from: 2 * cluster, to: 2 * cluster + 1, length: room, weight: 4)
        }
        for room in rooms {
            let length = graph.clusters[room.cluster].title.width + 2 * spacing.titleClearance
            for (node, offset) in TitleLines.passing(room.cluster, order, ports, spacing) {
                if room.isAtEnd {
                    simplex.addEdge(from: variables[node], to: 2 * room.cluster + 1, length: length + offset, weight: 0)
                } else {
                    simplex.addEdge(from: 2 * room.cluster, to: variables[node], length: length - offset, weight: 0)
                }
            }
        }
    }
}

/// The lines that pass beside the title of a frame.
enum TitleLines {
    /// The nodes in the frame's outermost rank where lines come in or go out beside the title, with the lines' distances from
    /// the middles of those nodes.
    static func passing(_ cluster: Int, _ order: LayerOrder, _ ports: Ports, _ spacing: Spacing) -> [(
        node: Int, offset: Int
    )] {
        let layers = order.graph
        let span = layers.spans[cluster]
        let isStart = spacing.titleSide == .mainStart
        let rank = isStart ? span.lowerBound : span.upperBound
        var lines: [(node: Int, offset: Int)] = []
        for place in order.range(of: -1 - cluster, rank: rank) {
            let node = order.flat[rank][place]
            for segment in isStart ? layers.above[node] : layers.below[node] where layers.edges[segment] >= 0 {
                lines.append((node, isStart ? ports.lower[segment] : ports.upper[segment]))
            }
        }
        return lines
    }
}
