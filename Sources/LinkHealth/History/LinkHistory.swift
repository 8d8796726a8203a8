package import Model

/// What is known of the links of a book: one line of JSON for each address, sorted, to be committed with the book.
package struct LinkHistory: Sendable, Equatable {
    private var byURL: [String: LinkRecord] = [:]
    /// Lines that are no records; they are kept as they are, behind the others.
    private var strays: [[UInt8]] = []
    /// What is wrong in the file.
    package private(set) var findings: [Finding] = []

    /// The path of the file, relative to the workspace.
    package static let path = ".archbook/links.jsonl"

    package init() {}

    /// Reads the file's bytes.
    ///
    /// Of two lines about one address, as a merge may leave them, the later day counts.
    package init(_ bytes: [UInt8]) {
        let lines = LineTable(bytes)
        for number in 1...max(lines.count, 1) {
            let range = lines.content(ofLine: number, in: bytes)
            let line = bytes[range]
            if line.isBlank { continue }
            guard let record = LinkRecord(line: Array(line)) else {
                strays.append(Array(line))
                findings.append(.stray(lines.range(range)))
                continue
            }
            if let known = byURL[record.url], known.checkedOn > record.checkedOn { continue }
            byURL[record.url] = record
        }
    }

    /// The whole file.
    package var bytes: [UInt8] {
        (records.map(\.line) + strays).flatMap { $0 + [.lineFeed] }
    }

    /// All records, sorted by the bytes of their addresses.
    package var records: [LinkRecord] {
        byURL.values.sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
    }

    /// What is known of an address, exactly as it is written.
    package subscript(url: String) -> LinkRecord? { byURL[url] }

    /// Removes the records of addresses.
    package mutating func forget(_ urls: Set<String>) {
        for url in urls { byURL[url] = nil }
    }

    /// Joins what one run saw, and gives the record that came of it.
    @discardableResult
    package mutating func add(_ sighting: LinkSighting, on day: Day) -> LinkRecord {
        let record = LinkRecord(sighting, on: day, after: byURL[sighting.url])
        byURL[sighting.url] = record
        return record
    }
}

extension Finding {
    fileprivate static func stray(_ range: SourceRange) -> Finding {
        Finding(
            rule: "link.history-line", severity: .warning, path: LinkHistory.path, range: range,
            message: "this line is no record of a link; it is kept and does not count; correct it, or remove it")
    }
}
