import Model

/// Pages at the addresses that sources had before they were renamed, which lead to where they stand now.
struct RedirectPages {
    private let site: SitePlan
    private let taken: Set<String>

    /// - Parameter taken: the paths that the site has files for.
    init(_ site: SitePlan, taken: Set<String>) {
        self.site = site
        self.taken = taken
    }

    func contents() -> [Frame.Content] {
        var seen = taken
        return site.history.formerPaths.sorted { $0.key < $1.key }.compactMap { former, now in
            guard let target = site.map.sourcePages[now] else { return nil }
            let page = formerPage(of: former, now: target)
            return seen.insert(page).inserted ? content(page, target) : nil
        }
    }

    /// The page that a source had under its former path, were it still there.
    ///
    /// Pages of records are named after their files; so are those of other sources, below the folder of their sort.
    private func formerPage(of path: String, now target: String) -> String {
        let folder = PagePath.folder(of: target)
        let parts = path.split(separator: "/")
        let isNamedByPath = folder == "collections" || folder == "weeks"
        let name = isNamedByPath ? parts.dropFirst().joined(separator: "/") : parts.last.map(String.init) ?? path
        let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
        var names = FileNames()
        return "\(folder)/\(names.name(for: stem)).html"
    }

    private func content(_ page: String, _ target: String) -> Frame.Content {
        let title = site.sourceTitles[target] ?? site.book.title
        let main: HTML = """
            <h1>This page has moved</h1>
            <p class="lead">It is now at \(PageLink.html(Wording.passage(title), to: target, from: page)).</p>

            """
        var content = Frame.Content(page: page, title: "This page has moved", main: main)
        content.successor = target
        return content
    }
}
