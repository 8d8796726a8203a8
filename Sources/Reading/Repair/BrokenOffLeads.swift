extension LostText {
    /// The leads beside repaired Cyrillic that lost what followed them: `ÑÐ¾Ð²ÐµÑ‚` was «совет», but also «эовет».
    ///
    /// Windows-1252 has no characters for 81, 8D, 8F, 90 and 9D, and many programs drop the controls in their place:
    /// of all letters А, Н, с, э and я go this way.
    static func brokenOffLeads(beside edits: [RepairEdit], in text: LegacyText) -> [LostText] {
        var lost: [LostText] = []
        for edit in edits where edit.layers == [.windows1252] {
            let before = text.character(before: edit.original.lowerBound)
            let after = text.character(at: edit.original.upperBound)
            let beside = [
                before.map { ($0.scalar, $0.start..<edit.original.lowerBound) },
                after.map { ($0.scalar, edit.original.upperBound..<$0.end) },
            ]
            for (scalar, range) in beside.compactMap(\.self) where 0xD0...0xD1 ~= scalar {
                if lost.last?.original == range { continue }
                lost.append(LostText(original: range, candidates: letters(of: scalar), encoding: .windows1252))
            }
        }
        return lost
    }

    /// The letters whose second byte is one of those without a character.
    private static func letters(of lead: UInt32) -> [String] {
        ([0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt32])
            .compactMap { Unicode.Scalar((lead & 0x1F) << 6 | $0 & 0x3F).map(String.init) }
    }
}
