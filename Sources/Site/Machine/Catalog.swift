import Model

/// The book for other programs: a catalog in JSON, a guide for language models, a calendar, and a list of the pages.
struct Catalog {
    let site: SitePlan

    /// The files, without those that need the address of the site.
    func files() -> [SiteFile] {
        var files = [
            SiteFile(path: "catalog.json", bytes: catalog()),
            SiteFile(path: "catalog.schema.json", bytes: CatalogSchema.value.document),
            SiteFile(path: "llms.txt", bytes: guide()),
        ]
        if let calendar = DueCalendar(site).bytes { files.append(SiteFile(path: "due.ics", bytes: calendar)) }
        return files
    }

    /// Every entry with its page; `docs/json.md` tells the keys.
    private func catalog() -> [UInt8] {
        let items = zip(site.book.entries, site.map.entryPages).map { entry, page -> JSONValue in
            let record = entry.record
            let note = PageParts.note(of: entry).isEmpty ? nil : entry.note
            return .object(present: [
                "id": .string(entry.id.rawValue), "kind": .string(entry.kind.rawValue),
                "title": .string(entry.title), "page": .string(page), "language": .string(entry.language.rawValue),
                "aliases": JSONValue(entry.aliases), "tags": JSONValue(Set(entry.tags.map(\.name)).sorted()),
                "section": JSONValue(entry.section), "note": note.map(JSONValue.string),
                "url": entry.link?.url.map(JSONValue.string), "number": record?.number.map { .int($0) },
                "status": record.map { .string($0.status.rawValue) },
                "date": record?.date.map { .string($0.description) },
                "path": .string(entry.source.path), "line": .int(entry.source.range.start.line),
            ])
        }
        let value: JSONValue = ["schemaVersion": 1, "title": .string(site.book.title), "items": .array(items)]
        return value.document
    }

    /// The form that llmstxt.org proposes: a title, a summary, and lists of links with notes.
    private func guide() -> [UInt8] {
        let entries = site.book.entries
        var text = "# \(Self.plain(site.book.title))\n\n"
        text += "> An architecture book: \(entries.count) entries. `catalog.json` has all of them for programs.\n"
        for kind in [EntryKind.decision, .proposal, .pattern] {
            let indices = site.order[kind]
            guard !indices.isEmpty else { continue }
            text += "\n## \(Wording.title(of: kind))\n\n"
            for index in EntryOrder.byTitle(indices, in: site.book) {
                let note = entries[index].note.map { ": \(Self.plain($0))" } ?? ""
                text += "- [\(Self.plain(entries[index].title))](\(site.map.entryPages[index]))\(note)\n"
            }
        }
        text += "\n## Indexes\n\n- [Tags](\(SiteMap.tags))\n- [A to Z](\(SiteMap.alphabet))\n"
        return Array(text.utf8)
    }

    /// A text on one line that opens no link and no element.
    private static func plain(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "<"): output.append(UInt8(ascii: "("))
            case UInt8(ascii: "]"), UInt8(ascii: ">"): output.append(UInt8(ascii: ")"))
            case 0...0x20, 0x7F: output.append(.space)
            default: output.append(byte)
            }
        }
        return output.text.oneLine
    }
}

/// The days by which proposals are to be reviewed and records to be looked at again, as a calendar (RFC 5545).
struct DueCalendar {
    private var events: [String] = []
    private let title: String

    init(_ site: SitePlan) {
        title = site.book.title
        for (entry, page) in zip(site.book.entries, site.map.entryPages) {
            guard let record = entry.record else { continue }
            let name = "\(RecordName.short(record, entry.kind)) \(entry.title)"
            if let day = record.deadline { add(day, "Review: \(name)", page, "deadline") }
            if let day = record.revisit { add(day, "Look again: \(name)", page, "revisit") }
        }
    }

    private mutating func add(_ day: Day, _ summary: String, _ page: String, _ sort: String) {
        let digits = day.description.utf8.filter { $0 != UInt8(ascii: "-") }.text
        let name = StableHash("\(sort) \(page)").name()
        events.append(
            "BEGIN:VEVENT\r\nUID:\(name)@archbook\r\nDTSTAMP:\(digits)T000000Z\r\nDTSTART;VALUE=DATE:\(digits)\r\n"
                + Self.folded("SUMMARY:\(Self.escaped(summary))") + "END:VEVENT\r\n")
    }

    /// The calendar; nil when nothing is due.
    var bytes: [UInt8]? {
        guard !events.isEmpty else { return nil }
        let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//archbook//due//EN\r\n"
        let name = Self.folded("X-WR-CALNAME:\(Self.escaped(title))")
        return Array((head + name + events.joined() + "END:VCALENDAR\r\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": output += "\\\(scalar)"
            case "\n", "\r": output += " "
            default: if scalar.value >= 0x20 { output.unicodeScalars.append(scalar) }
            }
        }
        return output
    }

    /// A line of at most 75 bytes, continued behind a blank on the next ones (RFC 5545, section 3.1).
    private static func folded(_ line: String) -> String {
        var output = ""
        var count = 0
        for scalar in line.unicodeScalars {
            if count + UTF8.width(scalar) > 74 {
                output += "\r\n "
                count = 1
            }
            output.unicodeScalars.append(scalar)
            count += UTF8.width(scalar)
        }
        return output + "\r\n"
    }
}
