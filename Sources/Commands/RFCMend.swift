package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension RFC {
    /// `archbook rfc renumber`: gives proposals that share a number numbers of their own.
    package struct Renumber: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "renumber",
            abstract: "Give proposals that share a number numbers of their own.",
            discussion: """
                Where two branches gave out one number, the proposal that most others link to keeps it. The other gets \
                the next free number of all branches: its file, its title, and every link to it in the workspace change, \
                and a line tells the old number. Shows the change as a difference; --write makes it.

                  $ archbook rfc renumber
                  $ archbook rfc renumber --write
                """
        )

        @Flag(help: "Make the change.")
        var write = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let set = try folder.read().set
            let highest = set.nextProposalNumber(taken: folder.namesElsewhere()) - 1
            let renumbering = Renumbering(set, taken: ["\(highest)"], documents: try folder.namingDocuments())
            if renumbering.moves.isEmpty {
                folder.tell("Every proposal has a number of its own; nothing to do.\n")
                return .done
            }
            let changes = renumbering.changes
            try folder.commit(changes, isDryRun: !write, naming: changes.filter { !$0.isRemoval }.map(\.path))
            for move in renumbering.moves {
                let verb = write ? "is now" : "becomes"
                let survivor = move.survivor.map { "; \($0) keeps \(move.old ?? 0)" } ?? ""
                folder.tell(SafeText.line("\(move.path) \(verb) \(move.newPath)\(survivor)") + "\n")
            }
            if !write { folder.tell("Nothing is written yet; --write makes the change.\n") }
            return .done
        }
    }

    /// `archbook rfc audit`: what was changed in proposals after they were accepted.
    package struct Audit: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "audit",
            abstract: "Tell which proposals were rewritten after they were accepted.",
            discussion: """
                The text of a proposal is frozen when it is accepted. Compares each with its text in git of that day: \
                status, links, metadata, the sections Comments, Errata and References, and a few words may change. Ends \
                with 1 when a proposal was rewritten.

                  $ archbook rfc audit
                  $ archbook rfc audit --words 0 --json
                """
        )

        @Option(help: ArgumentHelp("The number of words that may change, for typing errors.", valueName: "number"))
        var words = RecordAudit.usualWords

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let findings = try folder.rewritten(words: words)
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: ["items": .array(findings.map(JSONValue.init))])
            } else {
                world.writeOutput(Array(FindingPrinter(style: output.style).text(findings).utf8))
            }
            if findings.isEmpty, !options.json { folder.tell("No proposal was rewritten after it was accepted.\n") }
            return findings.isEmpty ? .done : .no
        }
    }
}

extension DecisionFolder {
    /// The records that were rewritten after they were accepted.
    ///
    /// - Throws: when there is no history, or one that is cut off.
    func rewritten(words: Int) throws -> [Finding] {
        guard let audit = RecordAudit(self, words: words) else {
            throw CommandFailure("there is no git history here to compare with; run this in a repository")
        }
        guard !audit.isShallow else {
            throw CommandFailure(
                "the history is cut off (a shallow clone) and cannot tell what was accepted; run "
                    + "`git fetch --unshallow` first")
        }
        return audit.findings()
    }
}
