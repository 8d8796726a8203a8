import Checks
import LinkHealth
import Model
import Site
import Workspace

/// Makes the site of a book that was read; both `site build` and `site serve` do it so.
struct SiteMaking {
    let world: World
    /// The address that the site will have; nil when it is not known.
    var address: String?

    /// The files of the site, and what they cannot show.
    ///
    /// - Throws: `FileError` when the workspace's theme cannot be read.
    func make(_ loaded: LoadedSite) async throws -> BuiltSite {
        let workspace = loaded.workspace
        let settings = workspace.settings
        let theme = try ThemeFolder.read(workspace.path(settings.siteTheme))
        var options = SiteOptions(theme: theme, themePath: settings.siteTheme)
        async let history = GitHistory(workspace: workspace, environment: world.environment)?.fileHistory()
        let (book, today) = (loaded.book, world.today)
        options.health = { BookCheck.findings(in: book, today: today, settings: settings.check) }
        // A line that cannot be read is told by `links history`; the pages show the others.
        let records = try workspace.linkHistory().records.map { ($0.url, $0) }
        options.links = Dictionary(records) { _, last in last }
        options.address = address
        options.repository = settings.siteRepository
        options.diagrams = loaded.diagrams
        options.bodies = loaded.bodies
        options.diagramFiles = workspace.diagramFiles
        options.files = workspace.publishedFile
        options.history = await history ?? FileHistory()
        return await SiteBuilder(book: loaded.book, options: options).buildInParallel()
    }
}
