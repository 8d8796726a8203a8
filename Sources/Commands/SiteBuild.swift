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
            The pages need no server: open index.html, or put the folder on any host, under any path. They can be read \
            without JavaScript, which only search needs; the key / opens it.

              $ archbook site build
              $ archbook site build --output /srv/www/book
              $ archbook site build --dry-run

            Only files with new bytes are written. Files of the former site that are gone from the book are removed; \
            files that this command did not write are never touched, and .archbook-site.json in the folder tells them \
            apart. A file in site/theme replaces the built-in one of the same name, such as style.css.

            What the pages cannot show, such as a link that leads nowhere, is reported on the stream of errors and does \
            not stop the build; with --strict the command then exits with 1.

            Besides the pages there are catalog.json and llms.txt for other programs, due.ics with the days on which \
            something is due, and, when the address of the site is known, feeds and sitemap.xml.

            Diagrams are drawn, code is marked, and images and other files beside the notes are copied. The day of the \
            last change and the former addresses of pages come from git.

            Of raw HTML, what a list of harmless elements names is kept; docs/site.md has the list. A build that finds \
            nothing changed since the last one ends at once.
            """
    )

    @Option(help: ArgumentHelp("The folder to write to; site/public of the workspace when left out.", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The address that the site will have, for feeds and the map of the site; site.url when left out.",
            valueName: "url"))
    var baseUrl: String?

    @Flag(help: "Exit with 1 when the pages cannot show something.")
    var strict = false

    @Flag(help: "Only say what would be written and removed.")
    var dryRun = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let (output, begin) = (CommandOutput(world, data.display), world.now())
        var workspace = try openWorkspace(in: world)
        workspace.asked = AskedPaths()
        let target = try self.target(of: workspace, in: world)
        let address = baseUrl ?? workspace.settings.siteAddress
        var memory = SiteMemory(
            workspace, output: target, circumstances: [Archbook.version, world.today.description, address ?? ""],
            environment: world.environment)
        if let outcome = memory.recall() {
            tellOfUnreadSources(outcome.unread, world)
            let report = SiteBuildReport(outcome, unchangedIn: target.folder, isRehearsal: dryRun)
            return end(report, of: workspace, since: begin, output)
        }
        if !dryRun { memory.start() }
        let loaded = await LoadedSite(workspace)
        let unread = unreadSources(of: loaded.book)
        tellOfUnreadSources(unread, world)
        let files = loaded.book.documents.map(\.path) + loaded.book.entries.map(\.source.path)
        try target.keepApart(from: Set(files.map(PagePath.folder)).sorted().map(workspace.path))
        let site = try await SiteMaking(world: world, address: address).make(loaded)
        let pages = Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let written = try await target.write(pages, isRehearsal: dryRun)
        let outcome = SiteMemory.Outcome(
            pages: site.pageCount, bytes: site.byteCount, files: pages.count, unread: unread, findings: site.findings)
        memory.save(outcome, files: Set(pages.keys))
        let report = SiteBuildReport(outcome, written, folder: target.folder, isRehearsal: dryRun)
        return end(report, of: workspace, since: begin, output)
    }

    /// The folder that is written to, which must hold nothing that the site is made from.
    private func target(of workspace: OpenWorkspace, in world: World) throws -> SiteOutput {
        let folder = output.map { $0.hasPrefix("/") ? $0 : "\(world.directory)/\($0)" }
        let settings = workspace.settings
        let folders = [settings.knowledge, settings.decisions, settings.proposals, settings.templates]
        let sources = [workspace.root] + folders.map(workspace.path)
        return try SiteOutput(folder ?? workspace.path(settings.siteOutput), apartFrom: sources)
    }

    private func end(
        _ report: SiteBuildReport, of workspace: OpenWorkspace, since begin: Timestamp, _ output: CommandOutput
    ) -> Outcome {
        let world = output.world
        let end = strict && !report.outcome.findings.isEmpty ? Outcome.no : .done
        if data.json {
            output.print(json: report.json(milliseconds: world.now().milliseconds - begin.milliseconds))
            return end
        }
        tell(report.outcome.findings, of: workspace, in: world)
        output.print(report.lines)
        output.summarize(report.summary)
        return end
    }

    private func tell(_ findings: [Finding], of workspace: OpenWorkspace, in world: World) {
        guard !findings.isEmpty else { return }
        let lines = SourceLines(workspace, of: findings.map(\.path))
        let style = world.styler(data.display.color, for: .error)
        let printer = FindingPrinter(style: style) { path, number in lines.line(number, of: path) }
        world.writeError(Array((printer.text(findings) + "\n").utf8))
    }
}
