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
        let press = SitePress(SitePlan(book, options: options), options)
        return press.site(of: press.jobs.map { $0() })
    }

    /// Does the same on all processors; the result is the same to the byte.
    package func buildInParallel() async -> BuiltSite {
        let press = SitePress(await SitePlan.inParallel(book, options: options), options)
        return press.site(of: await Parallel.results(of: press.jobs))
    }
}

/// Makes the files of a planned site.
private final class SitePress: Sendable {
    private let plan: SitePlan
    private let options: SiteOptions
    private let theme: Theme
    private let feeds: WebFeeds?
    private let frame: Frame

    /// What one job makes.
    struct Sheets: Sendable {
        var files: [SiteFile] = []
        var findings: [Finding] = []
    }

    typealias Job = @Sendable () -> Sheets

    init(_ plan: SitePlan, _ options: SiteOptions) {
        self.plan = plan
        self.options = options
        theme = Theme(options)
        feeds = WebFeeds(plan, address: options.address)
        frame = Frame(template: theme.template, plan: plan, feeds: feeds)
    }

    /// The work that can be done in any order: the large pieces first, so that no processor is left with one at the end.
    var jobs: [Job] {
        let large: [Job] = [
            { [self] in Sheets(files: SearchFiles(plan).files()) },
            { [self] in Sheets(files: IndexPages(site: plan).contents().map(frame.file)) },
            { [self] in Sheets(files: Catalog(site: plan).files()) },
            { [self] in Sheets(files: feeds?.files() ?? []) },
            overviews,
        ]
        let entries = plan.entries.map { entry -> Job in
            { [self] in
                var page = EntryPage(entry, site: plan)
                return Sheets(files: [frame.file(page.content())], findings: page.findings)
            }
        }
        let documents = plan.documents.map { document -> Job in
            { [self] in
                var page = DocumentPage(document, site: plan)
                return Sheets(files: [frame.file(page.content())], findings: page.findings)
            }
        }
        return large + entries + documents
    }

    @Sendable private func overviews() -> Sheets {
        var review = ReviewPage(plan)
        let contents = [
            HomePage(site: plan).content(), TimelinePage(plan).content(), BoardPage(site: plan).content(),
            review.content(), HealthPage(site: plan, findings: options.health(), links: options.links).content(),
        ]
        return Sheets(files: contents.compactMap { $0.map(frame.file) }, findings: review.findings)
    }

    /// Adds what needs to know of all pages.
    func site(of sheets: [Sheets]) -> BuiltSite {
        var files = theme.files + sheets.flatMap(\.files) + plan.resolver.attached.siteFiles
        files += RedirectPages(plan, taken: Set(files.map(\.path))).contents().map(frame.file)
        if let feeds { files.append(feeds.siteMap(of: files.map(\.path).filter { $0.hasSuffix(".html") }.sorted())) }
        files.append(frame.file(MissingPage(site: plan, address: options.address).content()))
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return BuiltSite(files: files, findings: Set(theme.findings + sheets.flatMap(\.findings)).sorted())
    }
}
