/// Touching sequences of one encoding: the unit that repair takes or leaves.
struct MojibakeRun {
    /// The bytes that the run takes in the text.
    let range: Range<Int>

    /// The place of the run's encoding in the list of all.
    let encoding: Int

    /// What the run spells: the bytes that replace it.
    let replacement: [UInt8]

    /// How sure the run alone makes us: 3 is certain, 0 and less is nothing.
    var evidence = 0

    /// What runs of the same kind can be evidence for.
    let subject: Subject

    /// Where in the document the run stands.
    var place = RepairEdit.Place.prose

    /// The line of the run, counted from the first run's line.
    var line = 0

    /// What a run is about: broken Russian says nothing about `√π`, broken French does.
    enum Subject: Hashable {
        case letters(DecodedKind)
        case symbols
    }
}

extension MojibakeRun {
    init(_ sequences: [LegacySequence], in encoding: Int, of text: LegacyText) {
        range = (sequences.first?.range.lowerBound ?? 0)..<(sequences.last?.range.upperBound ?? 0)
        self.encoding = encoding
        replacement = sequences.flatMap { UTF8.encode($0.scalar) ?? .init() }
        subject = sequences.first.flatMap { $0.kind.isLetter ? .letters($0.kind) : nil } ?? .symbols
        evidence = MojibakeEvidence(sequences, in: LegacyEncoding.Name.allCases[encoding])
            .between(Neighbour(before: range.lowerBound, in: text), Neighbour(after: range.upperBound, in: text))
    }
}
