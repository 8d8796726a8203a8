package import ArgumentParser
package import Model
import Reading
import Terminal
import Workspace

/// Takes a text into the book.
package struct ImportCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a file or a pasted page into the book as a new source.",
        discussion: """
            Broken encodings are undone, a page pasted as plain text becomes Markdown, and the entries that were found are \
            named, new ones and those the book has already. A file that is there is never overwritten.

              $ archbook import ~/Downloads/patterns.txt --dry-run
              $ archbook import - --to links/kafka.md --url https://example.org/ < page
            """
    )

    @Argument(help: "The file to take in; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("The new file, below the folder of the sources.", valueName: "path"))
    var to: String?

    @Option(help: "The address that the text comes from, kept in the front matter.")
    var url: String?

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var display: DisplayOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, display)
        let loaded = try await loadBook(in: world)
        let text = try imported(world)
        let path = try target(for: text, in: loaded.workspace)
        let read = DocumentReader.read(path: path, bytes: text.bytes)
        tell(of: read, text, in: loaded.book, output)
        let difference = UnifiedDiff.text(old: nil, new: text.bytes, path: path)
        world.writeOutput(Array(UnifiedDiff.styled(difference, with: output.style).utf8))
        guard !dryRun else { return .done }
        try FileTransaction.commit([FileChange(path: path, before: nil, after: text.bytes)], in: loaded.workspace.root)
        output.tell("Wrote \(SafeText.line(path)). Next: `archbook list --path \(SafeText.line(path))`.")
        return .done
    }

    /// A text as it goes into the book.
    private struct ImportedText {
        var bytes: [UInt8]
        var title: String
        var leftOut: [String]
        var repairs: [Finding]
        var repairedLines: Int
    }

    private func imported(_ world: World) throws -> ImportedText {
        let name = file == "-" ? "page.txt" : file
        let absolute = file.hasPrefix("/") ? file : "\(world.directory)/\(file)"
        let bytes = file == "-" ? world.readInput() : try POSIX.readFile(absolute, limit: 16 * 1024 * 1024)
        let shown = file == "-" ? "standard input" : SafeText.line(name)
        guard !bytes.isBlank else {
            throw CommandFailure("\(shown) is empty; there is nothing to import")
        }
        guard !bytes.prefix(8192).contains(0) else {
            throw CommandFailure("\(shown) is not a text; import takes Markdown and plain text")
        }
        let source = SourceText(path: name, fileBytes: bytes)
        let readable = source.bytes[source.start...].text
        let page = PageMarkdown.convert(source, url: url)
        let markdown = page?.markdown ?? withAddress(readable)
        let title = DocumentReader.read(path: name, bytes: Array(markdown.utf8)).document.title
        return ImportedText(
            bytes: Array(markdown.utf8), title: title, leftOut: page?.leftOut ?? [], repairs: source.findings,
            repairedLines: source.repairedLines)
    }

    private func withAddress(_ markdown: String) -> String {
        guard let url, !markdown.hasPrefix("---") else { return markdown }
        return PageMarkdown.withAddress(url, markdown)
    }

    /// The path of the new file, relative to the workspace; it must be free.
    private func target(for text: ImportedText, in workspace: OpenWorkspace) throws -> String {
        let folder = workspace.settings.knowledge
        let slug = Slug.make(of: text.title)
        var path = to ?? "\(folder)/imported/\(slug.isEmpty ? "page" : slug).md"
        if path.hasPrefix("/") {
            throw CommandFailure("--to takes a path in the workspace, such as \(folder)/links/kafka.md")
        }
        if path.split(separator: "/").contains("..") { throw CommandFailure("--to must not lead out of the workspace") }
        if path != folder, !path.hasPrefix("\(folder)/") { path = "\(folder)/\(path)" }
        if path.hasSuffix("/") { path += "\(slug.isEmpty ? "page" : slug).md" }
        guard [".md", ".markdown", ".txt"].contains(where: { path.hasSuffix($0) }) else {
            throw CommandFailure("\(SafeText.line(path)) would not be read; name it .md, .markdown or .txt")
        }
        if try POSIX.exists(workspace.path(path)) {
            throw CommandFailure("\(SafeText.line(path)) is there already and stays as it is; choose another with --to")
        }
        return path
    }

    private func tell(of read: ReadDocument, _ text: ImportedText, in book: Book, _ output: CommandOutput) {
        var known = KnownEntries(book)
        for entry in read.entries {
            let name = "\(entry.kind.rawValue)  \(SafeText.line(entry.title))"
            if let place = known.place(of: entry) {
                let word = place.path == entry.source.path ? "again" : "known"
                output.tell("\(word)  \(name)  (\(SafeText.line("\(place)")))")
            } else {
                known.add(entry)
                output.tell("new    \(name)")
            }
        }
        for finding in text.repairs where finding.rule == "text.lost-bytes" || finding.rule == "text.not-utf8" {
            output.tell("line \(finding.position.line): \(SafeText.line(finding.message))")
        }
        if text.repairedLines > 0 { output.tell("Undid broken encodings on \(counted(text.repairedLines, "line")).") }
        if !text.leftOut.isEmpty { output.tell("Left out: \(SafeText.line(text.leftOut.joined(separator: "; "))).") }
    }
}

/// Tells which entries a book has already: links by the page they lead to, the others by kind and title.
private struct KnownEntries {
    private var byKey: [LinkKey: Source] = [:]
    private var byName: [String: Source] = [:]

    init(_ book: Book) {
        for entry in book.entries.reversed() { add(entry) }
    }

    mutating func add(_ entry: Entry) {
        if let key = entry.link?.key {
            byKey[key] = entry.source
        } else {
            byName[Self.name(of: entry)] = entry.source
        }
    }

    func place(of entry: Entry) -> Source? {
        if let key = entry.link?.key { return byKey[key] }
        return byName[Self.name(of: entry)]
    }

    private static func name(of entry: Entry) -> String { "\(entry.kind.rawValue) \(Slug.make(of: entry.title))" }
}
