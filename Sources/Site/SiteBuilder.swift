package import Model

/// Turns a book into the files of a static site.
///
/// It touches no disk and reads no clock: the same book and options give the same bytes. The pages need no server, link
/// to each other by relative addresses with explicit file names, and load nothing but `style.css` and `page.js`. What
/// needs JavaScript is search; the A to Z and the pages of tags serve without it.
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
        let plan = SitePlan(book, options: options)
        let feeds = WebFeeds(plan, address: options.address)
        let frame = Frame(template: theme.template, plan: plan, feeds: feeds)
        var findings = theme.findings
        var files = theme.files + SearchFiles(plan).files() + [frame.file(HomePage(site: plan).content())]
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
        var review = ReviewPage(plan)
        let overviews = [TimelinePage(plan).content(), BoardPage(site: plan).content(), review.content()]
        files += overviews.compactMap { $0.map(frame.file) }
        findings += review.findings
        files.append(frame.file(HealthPage(site: plan, findings: options.health).content()))
        files += Catalog(site: plan).files() + plan.resolver.attached.siteFiles
        files += RedirectPages(plan, taken: Set(files.map(\.path))).contents().map(frame.file)
        if let feeds {
            files += feeds.files() + [feeds.siteMap(of: files.map(\.path).filter { $0.hasSuffix(".html") }.sorted())]
        }
        files.append(frame.file(MissingPage(site: plan, address: options.address).content()))
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return BuiltSite(files: files, findings: Set(findings).sorted())
    }
}
