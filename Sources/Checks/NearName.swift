/// Finds the name that was probably meant.
enum NearName {
    /// The nearest of some names; nil when none is near.
    static func nearest(to name: String, in names: [String]) -> String? { allNearest(to: name, in: names).first }

    /// The names that are nearest, all as near, in their order; none when none is near.
    ///
    /// A third of the letters may be wrong.
    static func allNearest(to name: String, in names: [String]) -> [String] {
        let letters = Array(name.lowercased().utf8)
        var best: (names: [String], distance: Int) = ([], max(letters.count / 3, 1))
        for candidate in names {
            let other = Array(candidate.lowercased().utf8)
            guard let distance = distance(letters, other, limit: best.distance) else { continue }
            best = (distance < best.distance ? [candidate] : best.names + [candidate], distance)
        }
        return best.names
    }

    /// The distance of Levenshtein (1966), with neighbours that changed places counted once; nil beyond a limit.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit, limit >= 0 else { return nil }
        var (before, last) = ([Int](), Array(0...right.count))
        for row in left.indices {
            var line = [row + 1]
            line.reserveCapacity(right.count + 1)
            for column in right.indices {
                let change = left[row] == right[column] ? 0 : 1
                var cost = min(last[column] + change, last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                line.append(cost)
            }
            guard let least = line.min(), least <= limit else { return nil }
            (before, last) = (last, line)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
