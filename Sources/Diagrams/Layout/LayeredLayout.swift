/// What the layout gives for one connected part, in the orientation that it worked in.
struct LaidOut: Sendable {
    /// The way of a line, in pieces, with gaps where its label stands.
    struct Route: Sendable {
        var pieces: [[Point]] = []
        var label: Rect?
    }

    var boxes: [Rect]
    var frames: [Rect]
    var titles: [Rect]
    /// One for each edge of the view that belongs to this part; hidden edges have no pieces.
    var routes: [Route]
    /// The lines of boxes to themselves, with the numbers that the graph gives them.
    var loops: [(edge: Int, route: Route)]
    var size: Size
}

/// Turns an order of nodes into places on the page.
struct LayeredLayout {
    let graph: LayoutGraph
    let order: LayerOrder
    let spacing: Spacing
    private let layers: LayeredGraph
    private var ports: Ports
    private var cross: CrossCoordinates
    private var titlePlaces: [Int]

    /// Lays out a graph whose nodes are measured and in order.
    init(_ order: LayerOrder, graph: LayoutGraph, spacing: Spacing, limit: Int) {
        self.graph = graph
        self.order = order
        self.spacing = spacing
        layers = order.graph
        let evenPorts = Ports(order, graph: graph)
        ports = evenPorts
        titlePlaces = []
        var rooms: [CrossCoordinates.TitleRoom] = []
        cross = CrossCoordinates(order, graph: graph, ports: ports, spacing: spacing, rooms: [], limit: limit)
        ports.straighten(order, graph: graph, lines: cross.lines, spacing: spacing)
        cross.smooth(&ports, by: spacing.lineClearance / 2)
        titlePlaces = findTitlePlaces()
        for attempt in 0..<3 where titlePlaces.contains(-1) {
            for cluster in graph.clusters.indices where titlePlaces[cluster] < 0 {
                rooms.append(CrossCoordinates.TitleRoom(cluster: cluster, isAtEnd: false))
            }
            if attempt == 2 {
                rooms = graph.clusters.indices.dropFirst().map { .init(cluster: $0, isAtEnd: false) }
            }
            cross = CrossCoordinates(
                order, graph: graph, ports: evenPorts, spacing: spacing, rooms: rooms, limit: limit)
            ports = evenPorts
            if attempt < 2 {
                ports.straighten(order, graph: graph, lines: cross.lines, spacing: spacing)
                cross.smooth(&ports, by: spacing.lineClearance / 2)
            }
            titlePlaces = findTitlePlaces()
        }
    }

    // MARK: - Titles

    /// Where the title of every frame begins on the cross axis; -1 where the lines leave no room.
    private func findTitlePlaces() -> [Int] {
        graph.clusters.indices.map { cluster in
            let start = cross.left[cluster] + spacing.titleClearance
            guard cluster != 0, spacing.titleSide != .crossStart else { return start }
            let passing = TitleLines.passing(cluster, order, ports, spacing).map { cross.lines[$0.node] + $0.offset }
                .sorted()
            var place = start
            for line in passing {
                if line - place >= graph.clusters[cluster].title.width + spacing.titleClearance { return place }
                place = max(place, line + spacing.titleClearance + spacing.lineWidth)
            }
            let end = cross.right[cluster] - spacing.titleClearance
            return end - place >= graph.clusters[cluster].title.width ? place : -1
        }
    }

    // MARK: - Assembly

    /// The places of everything.
    func result() -> LaidOut {
        let channels = channels()
        let main = MainCoordinates(layers, graph: graph, channels: channels, spacing: spacing)
        var boxes = Array(repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: graph.nodes.count)
        var loops: [(edge: Int, route: LaidOut.Route)] = []
        for node in layers.kinds.indices where layers.kinds[node] == .box {
            let box = graph.nodes[layers.items[node]]
            let middle = (main.tops[layers.ranks[node]] + main.bottoms[layers.ranks[node]]) / 2
            boxes[layers.items[node]] = Rect(
                x: cross.lines[node] - box.width / 2, y: middle - box.height / 2, width: box.width, height: box.height)
            loops += loopRoutes(box, at: boxes[layers.items[node]])
        }
        let frames = graph.clusters.indices.map { cluster in
            Rect(
                x: cross.left[cluster], y: main.frameTops[cluster],
                width: cross.right[cluster] - cross.left[cluster] + spacing.lineWidth,
                height: main.frameBottoms[cluster] - main.frameTops[cluster])
        }
        return LaidOut(
            boxes: boxes, frames: frames, titles: graph.clusters.indices.map { title($0, frames[$0]) },
            routes: routes(channels, main, boxes), loops: loops,
            size: Size(width: cross.right[0] + spacing.lineWidth, height: main.length))
    }

    private func title(_ cluster: Int, _ frame: Rect) -> Rect {
        let size = graph.clusters[cluster].title
        let clearance = spacing.titleClearance
        let gap = spacing.lineWidth == 0 ? clearance : 0
        return switch spacing.titleSide {
        case .mainStart:
            Rect(x: titlePlaces[cluster], y: frame.y + gap, width: size.width, height: size.height)
        case .mainEnd:
            Rect(x: titlePlaces[cluster], y: frame.maxY - gap - size.height, width: size.width, height: size.height)
        case .crossStart:
            Rect(x: frame.x + gap, y: frame.y + clearance + gap, width: size.width, height: size.height)
        }
    }

    /// The lines of a box to itself: out, along, and back in, the label beside them.
    private func loopRoutes(_ box: LayoutGraph.Node, at rect: Rect) -> [(edge: Int, route: LaidOut.Route)] {
        // Where lines fill cells, they begin on the cells of the border.
        let reach = spacing.loopReach
        let side = rect.maxX - spacing.lineWidth
        let total = box.loops.reduce(0) { $0 + Self.loopHeight($1, spacing) }
        var y = rect.y + (rect.height - total) / 2
        return box.loops.map { loop in
            let height = Self.loopHeight(loop, spacing)
            let middle = y + height / 2
            y += height
            let spread = max(spacing.trackPitch / 2, 1)
            let path = [
                Point(x: side, y: middle - spread), Point(x: rect.maxX + reach, y: middle - spread),
                Point(x: rect.maxX + reach, y: middle + spread), Point(x: side, y: middle + spread),
            ]
            let label = Rect(
                x: rect.maxX + reach + spacing.lineWidth + spacing.loopLabelGap, y: middle - loop.label.height / 2,
                width: loop.label.width, height: loop.label.height)
            return (loop.edge, LaidOut.Route(pieces: [path], label: loop.label == .zero ? nil : label))
        }
    }

    /// The room of one line of a box to itself on the main axis.
    static func loopHeight(_ loop: LayoutGraph.Loop, _ spacing: Spacing) -> Int {
        max(
            loop.label.height + spacing.lineWidth + spacing.lineClearance,
            2 * max(spacing.trackPitch / 2, 1) + 3 * spacing.lineClearance)
    }

    // MARK: - Lines

    private func channels() -> [ChannelTracks] {
        var hops = Array(repeating: [ChannelTracks.Hop](), count: max(layers.rankCount - 1, 0))
        for segment in layers.upper.indices where layers.edges[segment] >= 0 {
            let ends = ends(of: segment)
            guard ends.from != ends.to else { continue }
            hops[layers.ranks[layers.upper[segment]]].append(
                ChannelTracks.Hop(segment: segment, from: ends.from, to: ends.to))
        }
        return hops.map { ChannelTracks($0, clearance: spacing.lineClearance) }
    }

    private func ends(of segment: Int) -> (from: Int, to: Int) {
        (
            cross.lines[layers.upper[segment]] + ports.upper[segment],
            cross.lines[layers.lower[segment]] + ports.lower[segment]
        )
    }

    private func routes(_ channels: [ChannelTracks], _ main: MainCoordinates, _ boxes: [Rect]) -> [LaidOut.Route] {
        var hops = Array(repeating: [ChannelTracks.Hop](), count: layers.upper.count)
        for channel in channels {
            for hop in channel.hops { hops[hop.segment].append(hop) }
        }
        var segments = Array(repeating: [Int](), count: graph.edges.count)
        for segment in layers.upper.indices where layers.edges[segment] >= 0 {
            segments[layers.edges[segment]].append(segment)
        }
        return graph.edges.indices.map { edge in
            var route = LaidOut.Route()
            guard let first = segments[edge].first, let last = segments[edge].last else { return route }
            let start = boxes[layers.items[layers.upper[first]]].maxY - spacing.lineWidth
            var piece = [Point(x: ends(of: first).from, y: start)]
            for segment in segments[edge] {
                let upper = layers.upper[segment]
                if layers.kinds[upper] == .label {
                    let rect = labelRect(upper, main)
                    route.label = rect
                    piece.append(Point(x: cross.lines[upper], y: rect.y))
                    route.pieces.append(piece)
                    piece = [Point(x: cross.lines[upper], y: rect.maxY - spacing.lineWidth)]
                }
                for hop in hops[segment].sorted(by: { $0.part < $1.part }) {
                    let y = main.trackStart[layers.ranks[upper]] + hop.track * spacing.trackPitch
                    piece.append(Point(x: hop.from, y: y))
                    piece.append(Point(x: hop.to, y: y))
                }
            }
            piece.append(Point(x: ends(of: last).to, y: boxes[layers.items[layers.lower[last]]].y))
            route.pieces.append(piece)
            if layers.isReversed[edge] { route.pieces = route.pieces.reversed().map { $0.reversed() } }
            return route
        }
    }

    private func labelRect(_ node: Int, _ main: MainCoordinates) -> Rect {
        let size = graph.edges[layers.items[node]].label ?? .zero
        let rank = layers.ranks[node]
        return Rect(
            x: cross.lines[node] - size.width / 2, y: (main.tops[rank] + main.bottoms[rank] - size.height) / 2,
            width: size.width, height: size.height)
    }
}
