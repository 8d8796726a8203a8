/// Which elements of two sequences differ, by a shortest edit script.
///
/// The algorithm is the linear-space refinement of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
/// Algorithmica 1 (1986), section 4b. Elements that the other sequence lacks are set aside first, since no script can
/// keep them. A box whose script is longer than `costLimit` is split at the furthest point reached instead of the
/// middle of its script, so the work stays below `costLimit` times the length; such a script may not be the shortest.
struct MyersDiff {
    /// For each element of the old sequence, whether it was removed.
    private(set) var removed: [Bool]
    /// For each element of the new sequence, whether it was added.
    private(set) var added: [Bool]

    private let old: [Int]
    private let new: [Int]
    /// Where the elements of `old` and `new` stand in the sequences that were given.
    private let oldPlaces: [Int]
    private let newPlaces: [Int]
    private let costLimit: Int

    init(old: [Int], new: [Int], costLimit: Int = 256) {
        let oldElements = Set(old)
        let newElements = Set(new)
        oldPlaces = old.indices.filter { newElements.contains(old[$0]) }
        newPlaces = new.indices.filter { oldElements.contains(new[$0]) }
        self.old = oldPlaces.map { old[$0] }
        self.new = newPlaces.map { new[$0] }
        self.costLimit = costLimit
        removed = old.map { !newElements.contains($0) }
        added = new.map { !oldElements.contains($0) }
        compare()
    }

    /// A part of both sequences that has to be compared.
    private struct Box {
        var old: Range<Int>
        var new: Range<Int>
    }

    private mutating func compare() {
        // The depth of the splits depends on the input, so the boxes to do are kept here and not on the call stack.
        var boxes = [Box(old: 0..<old.count, new: 0..<new.count)]
        while let whole = boxes.popLast() {
            let box = withoutEqualEnds(whole)
            if box.old.isEmpty || box.new.isEmpty {
                for index in box.old { removed[oldPlaces[index]] = true }
                for index in box.new { added[newPlaces[index]] = true }
            } else {
                let (x, y) = split(box)
                boxes.append(Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
                boxes.append(Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
            }
        }
    }

    private func withoutEqualEnds(_ box: Box) -> Box {
        var (x, y) = (box.old.lowerBound, box.new.lowerBound)
        var (endX, endY) = (box.old.upperBound, box.new.upperBound)
        while x < endX, y < endY, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
        while x < endX, y < endY, old[endX - 1] == new[endY - 1] { (endX, endY) = (endX - 1, endY - 1) }
        return Box(old: x..<endX, new: y..<endY)
    }

    /// A point on a shortest path through a box whose first and last elements differ, or on a long way through it.
    private func split(_ box: Box) -> (x: Int, y: Int) {
        let (width, height) = (box.old.count, box.new.count)
        let limit = min(costLimit, (width + height + 1) / 2)
        var forward = Frontier(width: width, height: height, limit: limit)
        var backward = Frontier(width: width, height: height, limit: limit)
        let delta = width - height
        for cost in 0...limit {
            let first = forward.advance(to: cost) { x, y in
                old[box.old.lowerBound + x] == new[box.new.lowerBound + y]
            } meets: { diagonal, x in
                !delta.isMultiple(of: 2) && x + backward.reach(on: delta - diagonal, cost: cost - 1) >= width
            }
            if let (x, y) = first { return (box.old.lowerBound + x, box.new.lowerBound + y) }
            let second = backward.advance(to: cost) { x, y in
                old[box.old.upperBound - 1 - x] == new[box.new.upperBound - 1 - y]
            } meets: { diagonal, x in
                delta.isMultiple(of: 2) && x + forward.reach(on: delta - diagonal, cost: cost) >= width
            }
            if let (x, y) = second { return (box.old.upperBound - x, box.new.upperBound - y) }
        }
        let (ahead, behind) = (forward.furthest, backward.furthest)
        return ahead.x + ahead.y >= behind.x + behind.y
            ? (box.old.lowerBound + ahead.x, box.new.lowerBound + ahead.y)
            : (box.old.upperBound - behind.x, box.new.upperBound - behind.y)
    }
}

/// The furthest points that paths of one cost reach from a corner of a box, by diagonal (x - y).
private struct Frontier {
    private let width: Int
    private let height: Int
    /// The x of each diagonal, or -1 where no path arrives; the diagonal 0 stands at `limit + 1`.
    private var points: [Int]
    private let origin: Int
    private(set) var furthest = (x: 0, y: 0)

    init(width: Int, height: Int, limit: Int) {
        self.width = width
        self.height = height
        origin = limit + 1
        points = Array(repeating: -1, count: 2 * limit + 3)
    }

    /// The x reached on a diagonal by paths of at most a cost; far below zero where none arrives.
    func reach(on diagonal: Int, cost: Int) -> Int {
        guard abs(diagonal) <= cost else { return .min / 2 }
        let x = points[origin + diagonal]
        return x < 0 ? .min / 2 : x
    }

    /// Lengthens all paths by one step and the equal elements behind it; returns the end of one that meets the others.
    mutating func advance(
        to cost: Int,
        isEqual: (_ x: Int, _ y: Int) -> Bool,
        meets: (_ diagonal: Int, _ x: Int) -> Bool
    ) -> (x: Int, y: Int)? {
        furthest = (0, 0)
        for diagonal in stride(from: -cost, through: cost, by: 2) where -height <= diagonal && diagonal <= width {
            var x = cost == 0 ? 0 : step(onto: diagonal)
            var y = x - diagonal
            if x >= 0 {
                while x < width, y < height, isEqual(x, y) { (x, y) = (x + 1, y + 1) }
                if x + y > furthest.x + furthest.y { furthest = (x, y) }
            }
            points[origin + diagonal] = x
            if x >= 0, meets(diagonal, x) { return (x, y) }
        }
        return nil
    }

    /// The x after one step down or right from the neighbouring diagonals, whichever gets further; -1 for neither.
    private func step(onto diagonal: Int) -> Int {
        let above = points[origin + diagonal + 1]
        let left = points[origin + diagonal - 1]
        let down = above >= 0 && above - diagonal <= height ? above : -1
        let right = left >= 0 && left < width ? left + 1 : -1
        return max(down, right)
    }
}
