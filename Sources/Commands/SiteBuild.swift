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

            Only files with new bytes are written. Files of the former site that are gone from the book are removed;
            files that this command did not write are never touched, and .archbook-site.json in the folder tells them
            apart. A theme is page.mustache and style.css in site/theme; each replaces the built-in file.

            What the pages cannot show, such as a link that leads nowhere, is reported on the stream of errors and does
            not stop the build.

            Not there yet: search (the A to Z stands in its place), drawn diagrams (C4 blocks are shown as their text),
            images and other files beside the sources, raw HTML, feeds, a timeline, and a preview server.
            """
    )

    @Option(help: ArgumentHelp("The folder to write to, relative to the current one.", valueName: "dir"))
    var output: String?

    @Flag(help: "Print what was done as JSON.")
    var json = false

    @Flag(help: "Only say what would be written and removed.")
    var dryRun = false

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let (book, root) = try await loadBook(in: world)
        return try run(on: book, root: root, in: world)
    }

    /// Runs on a book that has been read.
    package func run(on book: Book, root: String, in world: World) throws -> Outcome {
        let begin = world.now()
        let theme = try ThemeFolder.read("\(root)/\(SiteBuild.themeFolder)")
        let options = SiteOptions(theme: theme, themePath: SiteBuild.themeFolder)
        let site = SiteBuilder(book: book, options: options).build()
        let sources = [root] + book.documents.map { "\(root)/\($0.path)" }
        let target = try SiteOutput(folder(in: world, root: root), apartFrom: sources)
        let files = Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let report = try target.write(files, isRehearsal: dryRun)
        let result = SiteBuildResult(
            site: site, report: report, folder: target.folder, isRehearsal: dryRun,
            milliseconds: world.now().milliseconds - begin.milliseconds)
        if json {
            world.writeOutput(result.json.document)
        } else {
            let findings = FindingPrinter(style: world.styler(for: .error)).text(site.findings)
            if !findings.isEmpty { world.writeError(Array("\(findings)\n".utf8)) }
            world.writeOutput(Array(result.text.utf8))
        }
        return .done
    }

    private func folder(in world: World, root: String) -> String {
        guard let output else { return "\(root)/\(SiteBuild.outputFolder)" }
        return output.hasPrefix("/") ? output : "\(world.directory)/\(output)"
    }

    private static let themeFolder = "site/theme"
    private static let outputFolder = "site/public"
}
