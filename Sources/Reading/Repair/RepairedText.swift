/// A text after repair, with every change that was made to it.
package struct RepairedText: Sendable {
    /// The repaired text.
    package let bytes: [UInt8]

    /// The changes, ascending and apart from each other.
    package let edits: [RepairEdit]

    /// What cannot be repaired because bytes are missing; it stands unchanged in the text.
    package let lost: [LostText]

    /// Where each edit's replacement starts in the repaired text.
    private let starts: [Int]

    init(bytes: [UInt8], edits: [RepairEdit], lost: [LostText]) {
        self.bytes = bytes
        self.edits = edits
        self.lost = lost
        var starts: [Int] = []
        starts.reserveCapacity(edits.count)
        var shift = 0
        for edit in edits {
            starts.append(edit.original.lowerBound + shift)
            shift += edit.replacement.count - edit.original.count
        }
        self.starts = starts
    }

    /// The offset in the text given that an offset in the repaired text came from.
    ///
    /// Inside a replacement it is the start of the broken run.
    package func originalOffset(ofRepaired offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let edit = edits[low - 1]
        let within = offset - starts[low - 1]
        if within < edit.replacement.count { return edit.original.lowerBound }
        return edit.original.upperBound + within - edit.replacement.count
    }
}
