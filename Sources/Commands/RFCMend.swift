package import ArgumentParser
package import Model
import Records

extension RFC {
    /// `archbook rfc renumber`: gives proposals that share a number numbers of their own.
    package struct Renumber: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "renumber",
            abstract: "Give proposals that share a number numbers of their own.",
            discussion: """
                Where two branches gave out one number, the proposal that most others link to keeps it. The other gets \
                the next free number of all branches: its file, its title, and whatever names that file change, in all \
                text files of the repository, and a line tells the old number. A place that gives nothing but the number \
                is told and left alone where it may mean either. Shows the change as a difference; --write makes it.

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
            try folder.make(renumbering, write: write)
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
            return try folder.reportRewritten(words: words, options)
        }
    }
}
