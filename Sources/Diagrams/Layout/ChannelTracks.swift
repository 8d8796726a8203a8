/// Gives the horizontal runs between two ranks their tracks.
///
/// A hop comes down at one place, runs along a track, and goes on down at another. Which of two runs lies above decides
/// whether they cross, and whether the end of one would lie on the beginning of the other, which must not be.
struct ChannelTracks: Sendable {
    /// One run: where it comes from above, and where it goes on below.
    struct Hop: Sendable {
        var segment: Int
        var from: Int
        var to: Int
        /// The runs of one segment, in order, where it needs more than one.
        var part = 0
        var track = 0

        var low: Int { min(from, to) }
        var high: Int { max(from, to) }
    }

    private(set) var hops: [Hop]
    private(set) var trackCount = 0
    private let clearance: Int
    private static let forbidden = 1_000

    /// Assigns tracks, 0 being the uppermost; a hop that goes straight down needs none and is not among `hops`.
    init(_ hops: [Hop], clearance: Int) {
        self.hops = hops
        self.clearance = clearance
        var order = initialOrder()
        improve(&order)
        for _ in 0..<8 {
            guard let conflict = conflict(in: order) else { break }
            split(conflict)
            order = initialOrder()
            improve(&order)
        }
        assign(order)
    }

    /// What it costs to have `a` above `b`: crossings, and lines that would lie on each other.
    private func cost(_ a: Hop, above b: Hop) -> Int {
        if a.segment == b.segment { return a.part < b.part ? 0 : Self.forbidden }
        guard a.low < b.high + clearance, b.low < a.high + clearance else { return 0 }
        var cost = 0
        // The line down to b passes the run of a; the line down from a passes the run of b.
        if a.low < b.from && b.from < a.high { cost += 1 }
        if b.low < a.to && a.to < b.high { cost += 1 }
        if abs(b.from - a.to) < clearance { cost += Self.forbidden }
        return cost
    }

    /// Runs to the right begin with the rightmost, runs to the left with the leftmost: then runs of one kind do not cross.
    private func initialOrder() -> [Int] {
        hops.indices.sorted { first, second in
            let a = hops[first]
            let b = hops[second]
            let isRightward = a.from < a.to
            if isRightward != (b.from < b.to) { return isRightward }
            if a.from != b.from { return isRightward ? a.from > b.from : a.from < b.from }
            return (a.part, first) < (b.part, second)
        }
    }

    /// Moves single runs to where they cost least, as long as that helps.
    private func improve(_ order: inout [Int]) {
        guard order.count > 1 else { return }
        for _ in 0..<12 {
            var isBetter = false
            for hop in hops.indices {
                guard let place = order.firstIndex(of: hop) else { continue }
                var best = place
                var least = 0
                var change = 0
                for other in stride(from: place - 1, through: 0, by: -1) {
                    change += cost(hops[hop], above: hops[order[other]]) - cost(hops[order[other]], above: hops[hop])
                    if change < least { (least, best) = (change, other) }
                }
                change = 0
                for other in (place + 1)..<max(order.count, place + 1) {
                    change += cost(hops[order[other]], above: hops[hop]) - cost(hops[hop], above: hops[order[other]])
                    if change < least { (least, best) = (change, other) }
                }
                guard least < 0 else { continue }
                order.remove(at: place)
                order.insert(hop, at: best)
                isBetter = true
            }
            if !isBetter { return }
        }
    }

    /// A hop that lies on another whatever comes first.
    private func conflict(in order: [Int]) -> Int? {
        for (place, lower) in order.enumerated() {
            for upper in order[..<place] where cost(hops[upper], above: hops[lower]) >= Self.forbidden {
                return hops[upper].segment == hops[lower].segment ? nil : upper
            }
        }
        return nil
    }

    /// Breaks a hop in two that meet between, away from all other lines.
    private mutating func split(_ index: Int) {
        let hop = hops[index]
        let middle = (hop.from + hop.to) / 2
        func isFree(_ place: Int) -> Bool {
            hops.allSatisfy { abs($0.from - place) >= clearance && abs($0.to - place) >= clearance }
        }
        let reach = max(hop.high - hop.low, 8 * clearance)
        let free = (0...reach).lazy.flatMap { [middle - $0, middle + $0] }.first { isFree($0) } ?? middle
        hops[index].to = free
        for other in hops.indices where hops[other].segment == hop.segment && hops[other].part > hop.part {
            hops[other].part += 1
        }
        hops.append(Hop(segment: hop.segment, from: free, to: hop.to, part: hop.part + 1))
    }

    /// Puts every run as high as those above it allow.
    private mutating func assign(_ order: [Int]) {
        var done: [Int] = []
        for index in order {
            var track = 0
            for other in done where overlaps(hops[other], hops[index]) { track = max(track, hops[other].track + 1) }
            hops[index].track = track
            trackCount = max(trackCount, track + 1)
            done.append(index)
        }
    }

    private func overlaps(_ a: Hop, _ b: Hop) -> Bool {
        a.segment == b.segment || (a.low < b.high + clearance && b.low < a.high + clearance)
    }
}
