import Model
import Reading

/// Which decisions and proposals of a book cite its other entries.
struct Citations {
    /// A record, and where its links lead.
    private struct Citing {
        let entry: Entry
        let addresses: Set<LinkKey>
        let places: [(path: String, anchor: String?)]
    }

    private let records: [Citing]
    /// The number of entries in each file.
    private let entriesByPath: [String: Int]

    init(_ book: Book) {
        records = book.entries.filter { $0.record != nil }.map(Citations.citing)
        entriesByPath = book.entries.reduce(into: [:]) { $0[$1.source.path, default: 0] += 1 }
    }

    /// The records that cite an entry: by its address, by its file, or by its heading in a file of several.
    func records(citing entry: Entry) -> [Entry] {
        let anchors = Set(([entry.title] + entry.aliases).map(HeadingNames.slug))
        let isAlone = entriesByPath[entry.source.path] == 1
        return records.filter { record in
            if record.entry.source == entry.source { return false }
            if let key = entry.link?.key, record.addresses.contains(key) { return true }
            return record.places.contains { place in
                place.path == entry.source.path && (place.anchor.map(anchors.contains) ?? isAlone)
            }
        }.map(\.entry)
    }

    /// The anchor that leads to an entry on its page; nil where the whole file is about it.
    static func anchor(of entry: Entry) -> String? {
        entry.source.range.start.line > 1 && entry.record == nil ? HeadingNames.slug(of: entry.title) : nil
    }

    private static func citing(_ entry: Entry) -> Citing {
        var addresses: Set<LinkKey> = []
        var places: [(String, String?)] = []
        let folder = entry.source.path.split(separator: "/").dropLast()
        for destination in destinations(in: entry.body ?? "") {
            if destination.contains("://") {
                if let key = LinkKey(address: destination) { addresses.insert(key) }
                continue
            }
            let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            guard let path = parts.first, !path.isEmpty else { continue }
            places.append((resolved(path, from: folder), parts.count > 1 ? String(parts[1]).lowercased() : nil))
        }
        return Citing(entry: entry, addresses: addresses, places: places)
    }

    /// The destinations of inline links, and the addresses that stand bare or in angle brackets.
    private static func destinations(in text: String) -> [String] {
        let inline = text.split(separator: "](").dropFirst().map { part in
            String(part.drop { $0 == "<" }.prefix { !")> \n\t".contains($0) })
        }
        let words = text.split { " \n\t<>()[]\"".contains($0) }.filter {
            $0.hasPrefix("http://") || $0.hasPrefix("https://")
        }
        return inline + words.map(String.init)
    }

    /// A relative path as one from the root of the workspace.
    private static func resolved(_ path: Substring, from folder: ArraySlice<Substring>) -> String {
        var parts = Array(folder)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
