/// One layer of wrong decoding: which of its runs are evident enough, and how its edits join those of other layers.
enum LayerRepair {
    /// The edits for the runs whose evidence suffices, with what the line and the file add to it.
    static func edits(_ found: [MojibakeRun], in text: LegacyText) -> [RepairEdit] {
        if found.isEmpty { return [] }
        let runs = located(found, in: text.bytes)
        let file = FileEvidence(runs, in: text)
        return runs.filter(file.suffices).map { run in
            RepairEdit(
                original: run.range, replacement: run.replacement, layers: [LegacyEncoding.all[run.encoding].name],
                place: run.place)
        }
    }

    private static func located(_ found: [MojibakeRun], in bytes: [UInt8]) -> [MojibakeRun] {
        let places = CodeAndURLPlaces(bytes)
        var runs = found
        var line = 0
        var offset = 0
        for index in runs.indices {
            let start = runs[index].range.lowerBound
            while offset < start {
                if bytes[offset] == 0x0A { line += 1 }
                offset += 1
            }
            runs[index].line = line
            runs[index].place = places.place(at: start)
        }
        return runs
    }

    /// The bytes with the edits made.
    static func applied(_ edits: [RepairEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var offset = 0
        for edit in edits {
            result += bytes[offset..<edit.original.lowerBound]
            result += edit.replacement
            offset = edit.original.upperBound
        }
        result += bytes[offset...]
        return result
    }
}
