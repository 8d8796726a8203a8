package import Model

/// The text of a source as it is read: well-formed, repaired in memory, with the way back to the bytes of the file.
///
/// Every step keeps the number of lines, so a line number is the same in the file and in the readable text.
package struct SourceText: Sendable {
    /// The path relative to the workspace.
    package let path: String
    /// Well-formed UTF-8 without NUL and without broken encodings that could be undone.
    package let bytes: [UInt8]
    package let lines: LineTable
    /// What was wrong with the bytes of the file.
    package let findings: [Finding]
    /// The offset of the first byte after a byte order mark.
    package let start: Int

    private let originalLines: LineTable
    private let wellFormed: WellFormedText
    private let repaired: RepairedText

    package init(path: String, fileBytes: [UInt8]) {
        self.path = path
        wellFormed = WellFormedText(fileBytes)
        repaired = TextRepair.repair(wellFormed.bytes)
        bytes = repaired.bytes
        lines = LineTable(bytes)
        originalLines = wellFormed.isUnchanged && repaired.edits.isEmpty ? lines : LineTable(fileBytes)
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lookUp = SourceFindings(path: path, original: originalLines)
        findings = lookUp.findings(of: wellFormed) + lookUp.findings(of: repaired, in: wellFormed)
    }

    /// Whether the readable bytes are those of the file.
    package var isAsWritten: Bool { wellFormed.isUnchanged && repaired.edits.isEmpty }

    /// The number of lines on which a broken encoding was undone.
    package var repairedLines: Int {
        Set(repaired.edits.map { originalLines.line(at: wellFormed.originalOffset(of: $0.original.lowerBound)) }).count
    }

    /// The place in the file of some readable bytes.
    package func source(_ range: Range<Int>) -> Source {
        Source(path: path, range: SourceRange(start: position(range.lowerBound), end: position(range.upperBound)))
    }

    /// The position in the file of a readable byte.
    package func position(_ offset: Int) -> SourcePosition {
        if isAsWritten { return lines.position(at: offset) }
        let original = wellFormed.originalOffset(of: repaired.originalOffset(ofRepaired: offset))
        return originalLines.position(at: original)
    }
}
