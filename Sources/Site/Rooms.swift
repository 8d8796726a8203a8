import Model

/// The rooms of the book, Know, Decide, Practise and Keep, with what stands in each.
///
/// They never list the entries themselves: a tree of all pages on every page would grow with their square.
struct Rooms: Sendable {
    private struct Room: Sendable {
        var title: String
        var doors: [Door]
    }

    private struct Door: Sendable {
        var title: String
        var page: String
        /// The number beside the title; nil for a door to something that is not counted.
        var count: Int?
    }

    private let rooms: [Room]

    init(_ plan: SitePlan) {
        var counts: [EntryKind: Int] = [:]
        for entry in plan.book.entries { counts[entry.kind, default: 0] += 1 }
        let weeks = plan.documents.count { $0.page.hasPrefix("weeks/") }
        func doors(_ kinds: EntryKind...) -> [Door] {
            kinds.map { Door(title: Wording.title(of: $0), page: SiteMap.index(of: $0), count: counts[$0] ?? 0) }
        }
        let collections = Door(
            title: "Collections", page: SiteMap.collections, count: plan.documents.count - weeks)
        let all = [
            Room(title: "Know", doors: doors(.pattern, .topic) + [collections] + doors(.link, .diagram)),
            Room(title: "Decide", doors: doors(.decision, .proposal) + Rooms.overviews(plan)),
            Room(
                title: "Practise",
                doors: doors(.question, .exercise) + [
                    Door(title: "Weeks", page: SiteMap.weeks, count: weeks),
                    Door(
                        title: "Review", page: SiteMap.review,
                        count: plan.book.entries.count { $0.question?.form == .short }),
                ]),
            Room(
                title: "Keep",
                doors: [
                    Door(title: "Health", page: SiteMap.health, count: nil),
                    Door(title: "Tags", page: SiteMap.tags, count: plan.map.tagPages.count),
                    Door(
                        title: "A to Z", page: SiteMap.alphabet,
                        count: plan.book.entries.count + plan.documents.count),
                ]),
        ]
        rooms = all.map { room in Room(title: room.title, doors: room.doors.filter { $0.count != 0 }) }
            .filter { !$0.doors.isEmpty }
    }

    /// The timeline of the decisions and the board of the proposals.
    private static func overviews(_ plan: SitePlan) -> [Door] {
        let entries = plan.book.entries
        return [
            Door(
                title: "Timeline", page: SiteMap.timeline, count: TimelinePage(plan).spans.count),
            Door(
                title: "Board", page: SiteMap.board,
                count: entries.count { $0.kind == .proposal && $0.record?.status.isInForce == false }),
        ]
    }

    /// The rooms as they stand on a page; the door that was taken is marked.
    func html(on page: String) -> HTML {
        rooms.map { room -> HTML in
            let doors = room.doors.map { door -> HTML in
                let address = PagePath.relative(from: page, to: door.page)
                let count = door.count.map { " <span>\($0)</span>" as HTML } ?? ""
                let label: HTML = "\(door.title)\(count)"
                return "<li><a href=\"\(address)\"\(mark(door, on: page))>\(label)</a></li>\n"
            }
            return "<h2>\(room.title)</h2>\n<ul>\n\(doors.joined())</ul>\n"
        }.joined()
    }

    private func mark(_ door: Door, on page: String) -> HTML {
        if door.page == page { return " aria-current=\"page\"" }
        let folder = PagePath.folder(of: door.page)
        return !folder.isEmpty && folder == PagePath.folder(of: page) ? " aria-current=\"true\"" : ""
    }
}
