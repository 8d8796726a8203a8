package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr new`: writes the next decision.
    package struct New: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Write a new decision.",
            discussion: """
                Makes the next numbered file in the manner of its neighbours, from templates/decision.md or from a \
                built-in template, and prints its path. The decisions that it supersedes, amends or is linked to are \
                changed in the same step. On a terminal it then opens $VISUAL or $EDITOR.

                  $ archbook adr new Publish order events through an outbox
                  $ archbook adr new "Use PostgreSQL for orders" --status Proposed --tag storage
                  $ archbook adr new "Use a log" --supersedes 7 --link "9:Clarifies:Clarified by"
                  $ archbook adr new "Cache in the client" --package web
                  $ git log -1 --format=%s | archbook adr new - --no-edit

                The number is the next one on all branches that this repository knows, so that two branches do not \
                give out the same. What the book already has on the subject is told beside the result.

                Built-in templates: madr, madr-minimal, nygard, y-statement.
                """
        )

        @Argument(help: "The title; quotes are needed only for what the shell would take for itself. - reads it.")
        var title: [String]

        @Option(help: ArgumentHelp("A decision that the new one supersedes; may be repeated.", valueName: "decision"))
        var supersedes: [String] = []

        @Option(help: ArgumentHelp("A decision that the new one amends; may be repeated.", valueName: "decision"))
        var amends: [String] = []

        @Option(
            help: ArgumentHelp(
                "A link to another decision, with the verbs of both sides; may be repeated.",
                valueName: "decision:verb:reverse"))
        var link: [String] = []

        @Option(help: ArgumentHelp("The template: a file, or a name in templates/.", valueName: "name"))
        var template: String?

        @Option(help: ArgumentHelp("The status to begin with; Accepted, if nothing else is said.", valueName: "word"))
        var status: String?

        @Option(help: ArgumentHelp("A tag; may be repeated.", valueName: "tag"))
        var tag: [String] = []

        @Option(help: ArgumentHelp("Somebody who decides; may be repeated.", valueName: "name"))
        var decider: [String] = []

        @Option(help: ArgumentHelp("The day on which to look at it again.", valueName: "date"))
        var revisit: Day?

        @Option(
            help: ArgumentHelp(
                "The package of log4brains or the category of MADR to write it in; the one of the current folder, if "
                    + "nothing else is said.", valueName: "name"))
        var package: String?

        @Flag(help: "Do not open an editor.")
        var noEdit = false

        @Flag(help: "Write what the book has on the subject into the record, under References.")
        var withReferences = false

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package mutating func validate() throws {
            if let status {
                guard let word = Self.statusWord(status) else {
                    throw ValidationError(RecordError.unknownStatus(status).description)
                }
                self.status = word
            }
            for (option, values) in [("--tag", tag), ("--decider", decider)] {
                if values.contains(where: \.trimmed.isEmpty) { throw ValidationError("\(option) needs a word") }
                // Records hold several in one line, with commas between them.
                if let value = values.first(where: { $0.contains(",") }) {
                    throw ValidationError("\(option) \"\(value)\" would be read as two; give \(option) once for each")
                }
            }
        }

        /// A word for a status that a new decision may have, with a capital; nil where it is none.
        private static func statusWord(_ text: String) -> String? {
            let word = text.trimmed
            guard word.allSatisfy(\.isLetter), let known = RecordStatus(text: word), known != .superseded else {
                return nil
            }
            return word.prefix(1).uppercased() + word.dropFirst()
        }

        package func run(in world: World) async throws -> Outcome {
            var folder = try decisionFolder(in: world)
            folder.package = try folder.package(named: package)
            let title = try RecordName.title(title == ["-"] ? try readTitle(world) : title.joined(separator: " "))
            let isSearched = !dryRun || withReferences
            let priorArt = !isSearched ? [] : await PriorArt.find(title: title, tags: tag, in: folder.workspace, world)
            let changes = try folder.commit(isDryRun: dryRun, naming: 1) {
                try self.changes(writing: title, citing: withReferences ? priorArt : [], in: folder)
            }
            if dryRun { return .done }
            for change in changes.dropFirst() {
                folder.tell("\(SafeText.line(change.path)) now names it.\n")
            }
            folder.tell(PriorArt.text(priorArt))
            folder.tell("Next: write down its context, decision and consequences, and commit it.\n")
            if !noEdit, let path = changes.first?.path { folder.edit(path) }
            return .done
        }

        private func changes(
            writing title: String,
            citing entries: [Entry],
            in folder: DecisionFolder
        ) throws -> [FileChange] {
            let set = try folder.read().set
            let settings = folder.workspace.settings
            let beginning = try folder.hasADGIndex() ? .adg : settings.decisionDialect ?? .nygard
            let dialect = set.dialect ?? .named(beginning)
            let template = try folder.template(named: template, for: dialect, in: set)
            let status = status ?? settings.decisionStatus.flatMap(Self.statusWord) ?? "Accepted"
            var draft = RecordDraft(
                title: title, status: word(status, in: dialect), date: folder.world.today, template: template,
                dialect: dialect)
            (draft.deciders, draft.tags, draft.revisit) = (decider, tag, revisit)
            draft.references = entries.map { PriorArt.reference(to: $0, from: folder.path) }
            let relations = try relations(in: set)
            let old = try supersedes.map { name in try set.find(name) } + relations.filter(\.isSuccession).map(\.target)
            for file in old {
                try folder.process.decisions.prove(file, to: ProcessState(.superseded))
                guard let successor = set.successors(of: file).first else { continue }
                throw CommandFailure(
                    "\(file.record.stem) is superseded by \(successor) already; supersede that one instead")
            }
            return try set.changes(
                writing: draft, superseding: old, relating: relations.filter { !$0.isSuccession }, in: folder.path,
                taken: folder.namesElsewhere())
        }

        /// The one line of a title that is piped in.
        private func readTitle(_ world: World) throws -> String {
            var lines: [String] = []
            while let line = world.readLine() {
                if !line.trimmed.isEmpty { lines.append(line) }
            }
            guard lines.count < 2 else {
                throw CommandFailure(
                    "a title is one line, and standard input has \(lines.count); pipe in the first alone, as with `head -1`"
                )
            }
            return lines.first ?? ""
        }

        /// The status in the word that the dialect has for it.
        private func word(_ status: String, in dialect: Dialect) -> String {
            guard let known = RecordStatus(text: status), known.rawValue == status.lowercased() else { return status }
            return dialect.word(for: known)
        }

        private func relations(in set: RecordSet) throws -> [DraftRelation] {
            var paths: Set<String> = []
            let amended = try amends.map { name in try set.find(name) }.filter { paths.insert($0.path).inserted }
                .map { DraftRelation("Amends", $0, reverse: "Amended by") }
            return try amended
                + link.map { text in
                    let parts = text.split(separator: ":", maxSplits: 2).map(\.trimmed)
                    guard parts.count == 3, !parts.contains("") else {
                        throw CommandFailure(
                            "--link takes a decision and two verbs, as in \"12:Clarifies:Clarified by\"; "
                                + "\"\(text)\" is none")
                    }
                    return DraftRelation(parts[1], try set.find(parts[0]), reverse: parts[2])
                }
        }
    }
}
