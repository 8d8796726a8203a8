import Model

/// What a host shows where there is no page.
///
/// It can stand under any address, so its links are whole ones where the address of the site is known.
struct MissingPage {
    let site: SitePlan
    let address: String?

    func content() -> Frame.Content {
        let doors: [(HTML, String)] = [("The first page", SiteMap.home), ("Every title from A to Z", SiteMap.alphabet)]
        let rows = doors.map { label, page -> HTML in
            "<li><div>\(PageLink.html(label, to: page, from: SiteMap.missing))</div></li>\n"
        }
        let main: HTML = """
            <h1>There is no such page</h1>
            <p class="lead">It may have been renamed. Press / to search, or begin here:</p>
            <ul class="rows plain">
            \(rows.joined())</ul>

            """
        var content = Frame.Content(page: SiteMap.missing, title: "There is no such page", main: main)
        content.base = address
        return content
    }
}
