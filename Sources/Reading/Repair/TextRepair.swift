/// Undoes the decoding of UTF-8 in another encoding, run by run, where there is evidence for it.
package enum TextRepair {
    /// The text with every broken run that is evident put right, layer by layer, and what was lost for good named.
    ///
    /// The text must be valid UTF-8. Line breaks stay where they are; repairing the result again changes nothing.
    package static func repair(_ bytes: [UInt8]) -> RepairedText {
        let given = LegacyText(bytes: bytes)
        let scanner = MojibakeScanner(given)
        if scanner.hasNothing { return RepairedText(bytes: bytes, edits: [], lost: []) }
        let edits = edits(of: given, scanner)
        if edits.isEmpty {
            let lost = LostTextScanner(given).lostText(startingAt: scanner.loners)
            return RepairedText(bytes: bytes, edits: [], lost: lost)
        }
        let text = LegacyText(bytes: LayerRepair.applied(edits, to: bytes))
        let mended = RepairedText(bytes: text.bytes, edits: edits, lost: [])
        var lost = LostTextScanner(text).lostText(startingAt: MojibakeScanner(text).loners).map { $0.moved(to: mended) }
        lost += LostText.brokenOffLeads(beside: edits, in: given)
        if lost.isEmpty { return mended }
        lost.sort { $0.original.lowerBound < $1.original.lowerBound }
        return RepairedText(bytes: text.bytes, edits: edits, lost: lost)
    }

    /// The edits of all layers, until a layer has none; what is only recomposed stays as it was.
    private static func edits(of given: LegacyText, _ first: MojibakeScanner) -> [RepairEdit] {
        var text = given
        var scanner = first
        var edits = first.marks.isEmpty ? [] : Recomposition.shared.edits(in: given, before: first.marks)
        if !edits.isEmpty {
            text = LegacyText(bytes: LayerRepair.applied(edits, to: given.bytes))
            scanner = MojibakeScanner(text)
        }
        while true {
            let layer = LayerRepair.edits(scanner.runs(), in: text)
            if layer.isEmpty { return edits.filter { !$0.layers.isEmpty } }
            edits = LayerRepair.joined(edits, then: layer, on: text.bytes)
            text = LegacyText(bytes: LayerRepair.applied(layer, to: text.bytes))
            scanner = MojibakeScanner(text)
        }
    }

    /// A title without what is left of emoji whose bytes were lost.
    ///
    /// What is certainly debris goes wherever it stands. A bare `π` or `β` goes only from the start of a title, before
    /// a space and a capitalised word, and not when the title's text is known to have no other debris: «π is
    /// irrational» and «2π Periods» stay, «π Architecture» becomes «Architecture». A title that would be empty stays.
    package static func withoutDebris(_ title: String, fromDamagedText isDamaged: Bool = true) -> String {
        let text = LegacyText(bytes: Array(title.utf8))
        let loners = MojibakeScanner(text).loners
        if loners.isEmpty { return title }
        let lost = LostTextScanner(text).lostText(startingAt: loners, besidesOtherDebris: isDamaged)
        if lost.isEmpty { return title }
        var kept: [UInt8] = []
        var offset = 0
        for debris in lost {
            kept += text.bytes[offset..<debris.original.lowerBound]
            offset = debris.original.upperBound
            if kept.last ?? 0x20 == 0x20 {
                while offset < text.bytes.count, text.bytes[offset] == 0x20 { offset += 1 }
            }
        }
        kept += text.bytes[offset...]
        while kept.last == 0x20 { kept.removeLast() }
        return kept.isEmpty ? title : String(decoding: kept, as: UTF8.self)
    }
}
