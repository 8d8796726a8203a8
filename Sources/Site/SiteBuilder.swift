package import Model

/// Turns a book into the files of a static site.
///
/// It touches no disk and reads no clock: the same book and options give the same bytes. The pages need no JavaScript
/// and no server, link to each other by relative addresses with explicit file names, and load nothing but `style.css`.
/// There is no search yet; the A to Z stands in its place.
package struct SiteBuilder: Sendable {
    private let book: Book
    private let options: SiteOptions

    package init(book: Book, options: SiteOptions = SiteOptions()) {
        self.book = book
        self.options = options
    }

    /// Builds all files and collects what is wrong on the way.
    package func build() -> BuiltSite {
        let theme = Theme(options)
        let plan = SitePlan(book)
        let frame = Frame(template: theme.template, plan: plan)
        var findings = theme.findings
        var files = [SiteFile(path: SiteMap.style, bytes: theme.style), frame.file(HomePage(site: plan).content())]
        for entry in plan.entries {
            var page = EntryPage(entry, site: plan)
            files.append(frame.file(page.content()))
            findings += page.findings
        }
        for document in plan.documents {
            var page = DocumentPage(document, site: plan)
            files.append(frame.file(page.content()))
            findings += page.findings
        }
        files += IndexPages(site: plan).contents().map(frame.file)
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return BuiltSite(files: files, findings: Set(findings).sorted())
    }
}
