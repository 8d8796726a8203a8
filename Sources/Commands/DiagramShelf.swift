import Diagrams
import Model
import Terminal
import Workspace

/// The diagrams that a command can mean.
struct DiagramShelf {
    let workspace: OpenWorkspace
    let world: World

    /// Views that were asked for, with the document that they stand in.
    struct Choice {
        var document: DiagramDocument
        var views: [C4View]

        var resolver: ViewResolver { ViewResolver(document.workspace) }
    }

    /// Opens the workspace around the current folder, or that folder where there is none.
    ///
    /// - Throws: `FileError` when it cannot be read.
    init(in world: World) throws {
        self.world = world
        do {
            workspace = try OpenWorkspace.find(from: world.directory)
        } catch is WorkspaceError {
            workspace = try OpenWorkspace(root: POSIX.realPath(world.directory))
        }
    }

    /// The views that a name means: those of a file, the one with a key, or those that several files have.
    ///
    /// - Parameter key: which view of a file; all of them when nil.
    /// - Throws: `CommandFailure` when there is none.
    func choose(_ name: String, view key: String?) throws(CommandFailure) -> [Choice] {
        if let documents = read(name) {
            let choices = documents.map { Choice(document: $0, views: ViewResolver($0.workspace).views) }
            guard let key else { return choices }
            return [try find(key, in: choices)]
        }
        let all = workspace.readDiagrams().documents
        return [try find(name, in: all.map { Choice(document: $0, views: ViewResolver($0.workspace).views) })]
    }

    /// The diagrams of a file, or of the standard input for `-`; nil when there is no such file.
    private func read(_ name: String) -> [DiagramDocument]? {
        if name == "-" {
            return [DiagramReader.read(world.readInput(), as: .structurizr, path: "-", files: workspace.diagramFiles)]
        }
        let full = name.hasPrefix("/") ? name : "\(world.directory)/\(name)"
        guard let real = try? POSIX.realPath(full), let bytes = try? POSIX.readFile(real, limit: DSLReader.largestText)
        else { return nil }
        let inside = "\(workspace.root)/"
        let path = real.hasPrefix(inside) ? String(real.dropFirst(inside.count)) : name
        if let language = DiagramLanguage(path: name) {
            return [DiagramReader.read(bytes, as: language, path: path, files: workspace.diagramFiles)]
        }
        return workspace.readDiagramBlocks(path)
    }

    private func find(_ name: String, in choices: [Choice]) throws(CommandFailure) -> Choice {
        let wanted = name.lowercased()
        for isWanted in [{ $0.key == name }, { $0.key.lowercased() == wanted }] as [(C4View) -> Bool] {
            let found = choices.compactMap { choice -> Choice? in
                let views = choice.views.filter(isWanted)
                return views.isEmpty ? nil : Choice(document: choice.document, views: views)
            }
            if found.count > 1 { throw .severalViews(name, found.map(\.document.path)) }
            if let only = found.first { return only }
        }
        let keys = choices.flatMap { $0.views.map(\.key) }
        throw .noView(name, near: keys.filter { $0.lowercased().contains(wanted) })
    }

    /// Prints findings to the stream of errors, with the lines that are meant.
    func tell(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        let lines = SourceLines(workspace, of: findings.map(\.path))
        let printer = FindingPrinter(style: .plain) { path, number in lines.line(number, of: path) }
        world.writeError(Array((printer.text(findings.sorted())).utf8))
    }
}

extension CommandFailure {
    fileprivate static func noView(_ name: String, near: [String]) -> CommandFailure {
        let shown = SafeText.line(name)
        guard !near.isEmpty else {
            return CommandFailure("there is no view or file \"\(shown)\". `archbook diagram list` names the views")
        }
        return CommandFailure("there is no view \"\(shown)\". Did you mean \(near.prefix(5).joined(separator: ", "))?")
    }

    fileprivate static func severalViews(_ name: String, _ paths: [String]) -> CommandFailure {
        let list = paths.map(SafeText.line).joined(separator: ", ")
        return CommandFailure(
            "\"\(SafeText.line(name))\" is a view in \(list). Name the file, and the view with --view")
    }
}
