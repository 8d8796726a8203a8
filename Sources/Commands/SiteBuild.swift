package import ArgumentParser
package import Model
import Site
import Terminal
import Workspace

/// `archbook site build`: writes the site of the book into a folder.
package struct SiteBuild: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Write a page for every entry, record and source, with their indexes.",
        discussion: """
            The pages need no server and no JavaScript: open index.html, or put the folder on any host, under any path.

              $ archbook site build
              $ archbook site build --output /srv/www/book
              $ archbook site build --dry-run

            Only files with new bytes are written. Files of the former site that are gone from the book are removed; \
            files that this command did not write are never touched, and .archbook-site.json in the folder tells them \
            apart. A theme is page.mustache and style.css in site/theme; each replaces the built-in file.

            What the pages cannot show, such as a link that leads nowhere, is reported on the stream of errors and does \
            not stop the build.

            Not there yet: search (the A to Z stands in its place), drawn diagrams (C4 blocks are shown as their text), \
            images and other files beside the sources, raw HTML, feeds, a timeline, and a preview server.
            """
    )

    @Option(help: ArgumentHelp("The folder to write to; site/public of the workspace when left out.", valueName: "dir"))
    var output: String?

    @Flag(help: "Only say what would be written and removed.")
    var dryRun = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let begin = world.now()
        let loaded = try await loadBook(in: world)
        let site = try build(loaded)
        let report = try write(site, of: loaded, in: world)
        if data.json {
            output.print(json: report.json(milliseconds: world.now().milliseconds - begin.milliseconds))
            return .done
        }
        tell(site.findings, of: loaded, in: world)
        output.print(report.lines)
        output.summarize(report.summary)
        return .done
    }

    private func build(_ loaded: LoadedBook) throws -> BuiltSite {
        let themePath = loaded.workspace.settings.siteTheme
        let theme = try ThemeFolder.read(loaded.workspace.path(themePath))
        return SiteBuilder(book: loaded.book, options: SiteOptions(theme: theme, themePath: themePath)).build()
    }

    private func write(_ site: BuiltSite, of loaded: LoadedBook, in world: World) throws -> SiteBuildReport {
        let workspace = loaded.workspace
        let folder = output.map { $0.hasPrefix("/") ? $0 : "\(world.directory)/\($0)" }
        let settings = workspace.settings
        let folders = [settings.knowledge, settings.decisions, settings.proposals, settings.templates]
        let files = Set(loaded.book.documents.map(\.path) + loaded.book.entries.map(\.source.path)).sorted()
        let sources = [workspace.root] + (folders + files).map(workspace.path)
        let target = try SiteOutput(folder ?? workspace.path(settings.siteOutput), apartFrom: sources)
        let pages = Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let report = try target.write(pages, isRehearsal: dryRun)
        return SiteBuildReport(site: site, report: report, folder: target.folder, isRehearsal: dryRun)
    }

    private func tell(_ findings: [Finding], of loaded: LoadedBook, in world: World) {
        guard !findings.isEmpty else { return }
        let lines = SourceLines(loaded.workspace, of: findings.map(\.path))
        let style = world.styler(data.display.color, for: .error)
        let printer = FindingPrinter(style: style) { path, number in lines.line(number, of: path) }
        world.writeError(Array((printer.text(findings) + "\n").utf8))
    }
}
