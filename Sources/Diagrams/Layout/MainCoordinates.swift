/// The places of ranks, tracks and frames on the main axis.
struct MainCoordinates: Sendable {
    /// Where each rank begins and ends.
    private(set) var tops: [Int]
    private(set) var bottoms: [Int]
    /// For each channel the place of its first track.
    private(set) var trackStart: [Int]
    /// Where the frame of each cluster begins and ends.
    private(set) var frameTops: [Int]
    private(set) var frameBottoms: [Int]
    private(set) var length: Int

    /// Places the ranks under each other, with room for the tracks and the borders of frames between them.
    init(_ layers: LayeredGraph, graph: LayoutGraph, channels: [ChannelTracks], spacing: Spacing) {
        tops = []
        bottoms = []
        trackStart = []
        length = 0
        let above = Self.extents(layers, graph, spacing, isStart: true)
        let below = Self.extents(layers, graph, spacing, isStart: false)
        let heights = Self.heights(layers, graph, spacing)
        var y = 0
        for rank in 0..<layers.rankCount {
            y += graph.clusters.indices.reduce(0) {
                $1 != 0 && layers.spans[$1].lowerBound == rank ? max($0, above[$1]) : $0
            }
            tops.append(y)
            y += heights[rank]
            bottoms.append(y)
            y += graph.clusters.indices.reduce(0) {
                $1 != 0 && layers.spans[$1].upperBound == rank ? max($0, below[$1]) : $0
            }
            guard rank < channels.count else { continue }
            let margins = Self.margins(layers, below: rank, spacing)
            trackStart.append(y + margins.before)
            let tracks = channels[rank].trackCount
            let run =
                tracks == 0 ? 0 : margins.before + (tracks - 1) * spacing.trackPitch + spacing.lineWidth + margins.after
            y += max(run, max(spacing.channelMinimum, margins.least))
        }
        length = y
        frameTops = []
        frameBottoms = []
        for cluster in graph.clusters.indices {
            frameTops.append(tops[layers.spans[cluster].lowerBound] - above[cluster])
            frameBottoms.append(bottoms[layers.spans[cluster].upperBound] + below[cluster])
        }
    }

    /// The height of every rank: that of its highest node, or of a title that stands beside it.
    private static func heights(_ layers: LayeredGraph, _ graph: LayoutGraph, _ spacing: Spacing) -> [Int] {
        var heights = Array(repeating: 0, count: layers.rankCount)
        for node in layers.kinds.indices {
            heights[layers.ranks[node]] = max(heights[layers.ranks[node]], layers.heights[node])
        }
        guard spacing.titleSide == .crossStart else { return heights }
        for cluster in graph.clusters.indices.dropFirst() {
            let rank = layers.spans[cluster].lowerBound
            heights[rank] = max(heights[rank], graph.clusters[cluster].title.height + 2 * spacing.titleClearance)
        }
        return heights
    }

    /// How far every frame reaches beyond its first or last rank.
    private static func extents(
        _ layers: LayeredGraph, _ graph: LayoutGraph, _ spacing: Spacing, isStart: Bool
    ) -> [Int] {
        var extents = Array(repeating: 0, count: graph.clusters.count)
        for cluster in graph.clusters.indices.dropFirst().reversed() {
            let hasTitle =
                spacing.titleSide == (isStart ? .mainStart : .mainEnd) && graph.clusters[cluster].title.height > 0
            extents[cluster] += hasTitle ? spacing.frameStart + headerHeight(cluster, graph, spacing) : spacing.frameEnd
            let parent = graph.clusters[cluster].parent
            let isOutermost =
                isStart
                ? layers.spans[parent].lowerBound == layers.spans[cluster].lowerBound
                : layers.spans[parent].upperBound == layers.spans[cluster].upperBound
            if parent != 0 && isOutermost { extents[parent] = max(extents[parent], extents[cluster]) }
        }
        return extents
    }

    /// The room of a title that stands above its frame's content.
    static func headerHeight(_ cluster: Int, _ graph: LayoutGraph, _ spacing: Spacing) -> Int {
        graph.clusters[cluster].title.height + (spacing.lineWidth == 0 ? spacing.titleClearance : 0)
    }

    /// The room before the first and after the last track of a channel, and the least height of it.
    private static func margins(
        _ layers: LayeredGraph, below rank: Int, _ spacing: Spacing
    ) -> (before: Int, after: Int, least: Int) {
        var before = spacing.trackMargin
        var after = spacing.trackMargin
        var pointsUp = false
        var pointsDown = false
        for segment in layers.upper.indices
        where layers.ranks[layers.upper[segment]] == rank && layers.edges[segment] >= 0 {
            let isReversed = layers.isReversed[layers.edges[segment]]
            if isReversed && layers.kinds[layers.upper[segment]] == .box { pointsUp = true }
            if !isReversed && layers.kinds[layers.lower[segment]] == .box { pointsDown = true }
        }
        if pointsUp { before = spacing.arrowMargin }
        if pointsDown { after = spacing.arrowMargin }
        return (before, after, (pointsUp ? spacing.arrowMargin : 0) + (pointsDown ? spacing.arrowMargin : 0))
    }
}
