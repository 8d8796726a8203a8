extension LayerRepair {
    /// An edit at its place in the text between two layers.
    private struct PlacedEdit {
        let range: Range<Int>
        let edit: RepairEdit
        let isEarlier: Bool
    }

    /// The edits that lead from the original through the text between to the text after the next layer's edits.
    static func joined(_ earlier: [RepairEdit], then later: [RepairEdit], on between: [UInt8]) -> [RepairEdit] {
        if earlier.isEmpty { return later }
        let placed = placed(earlier, later)
        var joined: [RepairEdit] = []
        var shift = 0
        var start = 0
        while start < placed.count {
            var range = placed[start].range
            var end = start + 1
            while end < placed.count, placed[end].range.lowerBound < range.upperBound {
                range = range.lowerBound..<max(range.upperBound, placed[end].range.upperBound)
                end += 1
            }
            let group = placed[start..<end]
            let growth = group.reduce(0) { $0 + ($1.isEarlier ? $1.edit.growth : 0) }
            let original = range.lowerBound - shift..<range.upperBound - shift - growth
            joined.append(merged(group, of: original, from: between, in: range))
            shift += growth
            start = end
        }
        return joined
    }

    /// The edits of both layers by their place in the text between, the earlier first.
    private static func placed(_ earlier: [RepairEdit], _ later: [RepairEdit]) -> [PlacedEdit] {
        var placed: [PlacedEdit] = []
        var shift = 0
        for edit in earlier {
            let start = edit.original.lowerBound + shift
            placed.append(PlacedEdit(range: start..<start + edit.replacement.count, edit: edit, isEarlier: true))
            shift += edit.growth
        }
        placed += later.map { PlacedEdit(range: $0.original, edit: $0, isEarlier: false) }
        return placed.sorted { left, right in
            (left.range.lowerBound, left.isEarlier ? 0 : 1) < (right.range.lowerBound, right.isEarlier ? 0 : 1)
        }
    }

    /// One edit for those that overlap: the text between them with the later ones made.
    private static func merged(
        _ group: ArraySlice<PlacedEdit>, of original: Range<Int>, from between: [UInt8], in range: Range<Int>
    ) -> RepairEdit {
        var replacement: [UInt8] = []
        var offset = range.lowerBound
        for later in group where !later.isEarlier {
            replacement += between[offset..<later.range.lowerBound] + later.edit.replacement
            offset = later.range.upperBound
        }
        replacement += between[offset..<range.upperBound]
        let layers = { (isEarlier: Bool) in
            group.filter { $0.isEarlier == isEarlier }.map(\.edit.layers).max { $0.count < $1.count } ?? []
        }
        return RepairEdit(
            original: original, replacement: replacement, layers: layers(true) + layers(false),
            place: group.map(\.edit.place).max() ?? .prose)
    }
}

extension RepairEdit {
    /// By how many bytes the edit lengthens the text.
    fileprivate var growth: Int { replacement.count - original.count }
}
