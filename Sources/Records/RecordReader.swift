package import Model

/// Which of the two sorts of record a folder holds.
package enum RecordKind: Sendable {
    case decision, proposal
}

/// Reads one record; whatever its file holds, there is an entry, and findings say what is wrong with it.
package enum RecordReader {
    /// The rules of the findings.
    package static let missingStatus = RuleID("record.missing-status")
    /// The rule of a status in a word that is not known.
    package static let unknownStatus = RuleID("record.unknown-status")
    /// The rule of a date that is none.
    package static let unknownDate = RuleID("record.unknown-date")
    /// The rule of a record without a title.
    package static let missingTitle = RuleID("record.missing-title")

    /// Reads the bytes of a record.
    ///
    /// The status is taken from the section "Status", else from the front matter, else from a line such as
    /// `* Status: accepted` or `Status: accepted` under the title; see `Dialect` for what tools make of it.
    ///
    /// - Parameters:
    ///   - path: the path relative to the workspace; its last part gives the record's stem and number.
    ///   - language: the language, where the caller knows it; else the script of the letters tells.
    ///   - states: the states of the team's own process.
    package static func read(
        path: String,
        bytes: [UInt8],
        kind: RecordKind,
        language: Language? = nil,
        states: [ProcessState] = []
    ) -> (entry: Entry, record: Record, findings: [Finding]) {
        var reading = RecordReading(path: path, layout: RecordLayout(bytes, path: path), kind: kind, states: states)
        let record = reading.record()
        let title = reading.title()
        var entry = Entry(
            id: EntryID(record.stem),
            title: title ?? derivedTitle(record.stem),
            language: language ?? scriptLanguage(bytes),
            source: Source(path: path, range: reading.layout.lines.range(0..<bytes.count)),
            content: kind == .decision ? .decision(record) : .proposal(record)
        )
        entry.titleIsDerived = title == nil
        entry.body = reading.body()
        entry.tags = reading.list("tags").map { Tag(tagName($0), because: .record) }
        return (entry, record, reading.findings.sorted())
    }

    private static func derivedTitle(_ stem: String) -> String {
        let words = stem.split(separator: "-").drop { $0.allSatisfy(\.isNumber) || ["rfc", "adr"].contains($0) }
            .drop { $0.allSatisfy(\.isNumber) }
        let title = words.joined(separator: " ")
        return title.isEmpty ? stem : title.prefix(1).uppercased() + title.dropFirst()
    }

    private static func tagName(_ text: String) -> String {
        text.lowercased().split { $0 == " " }.joined(separator: "-")
    }

    /// Russian or Ukrainian where Cyrillic letters prevail, English where Latin ones do.
    private static func scriptLanguage(_ bytes: [UInt8]) -> Language {
        var (latin, cyrillic, ukrainian) = (0, 0, 0)
        let text = bytes.span
        for index in 0..<text.count {
            if text[index].isLetter { latin += 1 }
            // In UTF-8 the letters from U+0400 to U+04BF begin with these three bytes.
            guard (0xD0...0xD2).contains(text[index]), index + 1 < text.count else { continue }
            cyrillic += 1
            switch (text[index], text[index + 1]) {
            case (0xD0, 0x84), (0xD0, 0x86), (0xD0, 0x87), (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97),
                (0xD2, 0x90...0x91):
                ukrainian += 1
            default: break
            }
        }
        if latin + cyrillic == 0 { return .undetermined }
        if latin > cyrillic { return .english }
        return ukrainian > 0 ? .ukrainian : .russian
    }
}
