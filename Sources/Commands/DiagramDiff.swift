package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram diff`: how diagrams changed.
    package struct Diff: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Tell how diagrams differ.",
            discussion: """
                Each side is a file, a revision of git, or a file at a revision as in HEAD~3:knowledge/shop.dsl. With a \
                revision alone all diagram files are compared. Without a second side it is the working tree. Exit code 1 \
                means that there are differences.

                  $ archbook diagram diff HEAD
                  $ archbook diagram diff HEAD --svg archbook-containers
                  $ archbook diagram diff knowledge/diagrams/archbook.dsl knowledge/diagrams/saga.dsl
                """
        )

        @Argument(help: "The earlier side: a file, a revision, or REVISION:FILE.")
        var before: String

        @Argument(help: "The later side; the working tree by default.")
        var after: String?

        @Option(help: ArgumentHelp("Draw the view with this key as SVG, with the changes marked.", valueName: "key"))
        var svg: String?

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let sides = try DiagramSides(before, after, DiagramShelf(in: world))
            let diff = C4Diff(from: sides.before, to: sides.after)
            if let svg {
                world.writeOutput(Array(try sides.drawing(of: svg).utf8))
            } else if data.json {
                output.print(json: ["items": .array(diff.changes.map(JSONValue.init))])
            } else {
                output.print(diff.changes.flatMap { Self.lines($0, output.style) })
                output.summarize(Self.summary(diff))
            }
            return diff.isEmpty ? .done : .no
        }

        private static func lines(_ change: C4Change, _ style: Styler) -> [String] {
            let (mark, color): (String, TextStyle) =
                switch change.state {
                case .added: ("+", .success)
                case .removed: ("-", .error)
                case .changed: ("~", .warning)
                }
            let name = change.name.isEmpty ? "" : " \"\(change.name)\""
            let head = style(color, mark) + SafeText.line(" \(change.kind) \(change.id)\(name)")
            return [head]
                + change.fields.map { field in
                    SafeText.line("    \(field.name): \(Self.shown(field.before)) → \(Self.shown(field.after))")
                }
        }

        private static func shown(_ text: String) -> String { text.isEmpty ? "(none)" : "\"\(text)\"" }

        private static func summary(_ diff: C4Diff) -> String {
            let states: [C4Change.State] = [.added, .removed, .changed]
            return states.map { state in "\(diff.changes.count { $0.state == state }) \(state.rawValue)" }
                .joined(separator: ", ")
        }
    }
}

extension JSONValue {
    fileprivate init(_ change: C4Change) {
        let fields = change.fields.map { field in
            JSONValue.object([
                "name": .string(field.name), "before": .string(field.before), "after": .string(field.after),
            ])
        }
        self = .object(present: [
            "change": .string(change.state.rawValue), "what": .string(change.subject.rawValue),
            "kind": .string(change.kind), "id": .string(change.id),
            "name": change.name.isEmpty ? nil : .string(change.name), "fields": .array(fields),
        ])
    }
}

/// The two sides of a comparison, each as one model.
struct DiagramSides {
    let before: C4Workspace
    let after: C4Workspace

    init(_ before: String, _ after: String?, _ shelf: DiagramShelf) throws {
        let left = try Side(before, shelf)
        let right = try after.map { try Side($0, shelf) } ?? Side.workingTree(like: left, shelf)
        // A revision beside a file means that file at the revision.
        self.before = try left.workspace(shelf, file: right.file)
        self.after = try right.workspace(shelf, file: left.file)
    }

    /// A view of both sides in one layout, as SVG.
    func drawing(of key: String) throws(CommandFailure) -> String {
        let views = [before, after].map { workspace in
            let resolver = ViewResolver(workspace)
            return resolver.views.first { $0.key == key }.flatMap(resolver.resolve)
        }
        guard let diff = DiffView(views[0], views[1]) else {
            throw CommandFailure(
                "neither side has a view \"\(SafeText.line(key))\". `archbook diagram list` names the views")
        }
        return SVGDrawing.svg(of: DiagramLayout.arrange(diff.view, options: .init(marks: diff.marks)))
    }

    /// One side: a revision, a file, or both.
    private struct Side {
        var revision: String?
        var file: String?

        init(_ text: String, _ shelf: DiagramShelf) throws(CommandFailure) {
            let full = text.hasPrefix("/") ? text : "\(shelf.world.directory)/\(text)"
            if (try? POSIX.exists(full)) == true {
                file = text
                return
            }
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard let history = Self.history(shelf), history.hasRevision(parts[0]) else {
                throw CommandFailure(
                    "\"\(SafeText.line(text))\" is neither a file nor a revision of git; check its spelling")
            }
            revision = parts[0]
            if parts.count > 1 { file = parts[1] }
        }

        private init() {}

        static func workingTree(like other: Side, _ shelf: DiagramShelf) -> Side {
            var side = Side()
            side.file = other.file
            return side
        }

        private static func history(_ shelf: DiagramShelf) -> GitHistory? {
            GitHistory(workspace: shelf.workspace, environment: shelf.world.environment)
        }

        func workspace(_ shelf: DiagramShelf, file other: String?) throws(CommandFailure) -> C4Workspace {
            guard let revision else {
                if let file { return Self.joined(try shelf.choose(file, view: nil).map(\.document)) }
                return Self.joined(shelf.workspace.readDiagrams().documents)
            }
            guard let history = Self.history(shelf) else { return C4Workspace() }
            let documents = shelf.workspace.readDiagrams(in: history, at: revision, file: file ?? other)
            return Self.joined(documents)
        }

        /// The models of several files as one; ids that two of them use belong to the first.
        private static func joined(_ documents: [DiagramDocument]) -> C4Workspace {
            var all = documents.first?.workspace ?? C4Workspace()
            for document in documents.dropFirst() {
                let known = Set(all.elements.map(\.id))
                let keys = Set(all.views.map(\.key))
                all.elements += document.workspace.elements.filter { !known.contains($0.id) }
                all.relationships += document.workspace.relationships.filter { !all.relationships.contains($0) }
                all.environments += document.workspace.environments
                all.views += document.workspace.views.filter { !keys.contains($0.key) }
            }
            return all
        }
    }
}
