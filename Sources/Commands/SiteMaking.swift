import Checks
import Model
import Site
import Workspace

/// Makes the site of a book that was read; both `site build` and `site serve` do it so.
struct SiteMaking {
    /// The address that the site will have; nil when it is not known.
    var address: String?
    let today: Day

    /// The files of the site, and what they cannot show.
    ///
    /// - Throws: `FileError` when the workspace's theme cannot be read.
    func make(_ loaded: LoadedBook) async throws -> BuiltSite {
        let settings = loaded.workspace.settings
        let theme = try ThemeFolder.read(loaded.workspace.path(settings.siteTheme))
        var options = SiteOptions(theme: theme, themePath: settings.siteTheme)
        var checked = loaded.book
        await loaded.workspace.addCheckedFiles(to: &checked)
        options.health = BookCheck.findings(in: checked, today: today, settings: settings.check)
        options.address = address
        options.repository = settings.siteRepository
        return SiteBuilder(book: loaded.book, options: options).build()
    }
}
