package import ArgumentParser
package import Model
import Records
import Terminal

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

        @Option(help: ArgumentHelp("The status to begin with.", valueName: "word"))
        var status = "Accepted"

        @Option(help: ArgumentHelp("A tag; may be repeated.", valueName: "tag"))
        var tag: [String] = []

        @Option(help: ArgumentHelp("Somebody who decides; may be repeated.", valueName: "name"))
        var decider: [String] = []

        @Flag(help: "Do not open an editor.")
        var noEdit = false

        @Flag(help: "Write what the book has on the subject into the record, under References.")
        var withReferences = false

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package mutating func validate() throws {
            let word = status.trimmed
            guard word.allSatisfy(\.isLetter), let known = RecordStatus(text: word), known != .superseded else {
                throw ValidationError(RecordError.unknownStatus(status).description)
            }
            status = word.prefix(1).uppercased() + word.dropFirst()
        }

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let words = title == ["-"] ? world.readLine() ?? "" : title.joined(separator: " ")
            let title = try RecordName.title(words)
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
            let dialect = set.dialect ?? .named(.nygard)
            let template = try folder.template(named: template, for: dialect)
            var draft = RecordDraft(
                title: title, status: word(in: dialect), date: folder.world.today, template: template,
                dialect: dialect)
            (draft.deciders, draft.tags) = (decider, tag)
            draft.references = entries.map { PriorArt.reference(to: $0, from: folder.path) }
            return try set.changes(
                writing: draft, superseding: supersedes.map { name in try set.find(name) },
                relating: relations(in: set), in: folder.path, taken: folder.namesElsewhere())
        }

        /// The status in the word that the dialect has for it.
        private func word(in dialect: Dialect) -> String {
            guard let known = RecordStatus(text: status), known.rawValue == status.lowercased() else { return status }
            return dialect.word(for: known)
        }

        private func relations(in set: RecordSet) throws -> [DraftRelation] {
            let amended = try amends.map { name in
                DraftRelation("Amends", try set.find(name), reverse: "Amended by")
            }
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
