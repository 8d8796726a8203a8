/// The parts of an entry that are searched, best first.
package enum SearchField: UInt8, Sendable, CaseIterable, Comparable {
    case title
    /// Other names, and tags.
    case alias
    case heading
    /// The host and path of a link, and who made the work.
    case host
    case note
    case body

    /// What one occurrence is worth in the fine ranking.
    var weight: Int {
        switch self {
        case .title: 12
        case .alias: 8
        case .heading: 5
        case .host: 4
        case .note: 3
        case .body: 1
        }
    }

    /// The word that people read.
    package var name: String {
        switch self {
        case .title: "title"
        case .alias: "name or tag"
        case .heading: "heading"
        case .host: "address"
        case .note: "note"
        case .body: "text"
        }
    }

    package static func < (left: SearchField, right: SearchField) -> Bool { left.rawValue < right.rawValue }
}
