package import ArgumentParser
package import Model
import Records

extension ADR {
    /// `archbook adr renumber`: gives decisions that share a number numbers of their own.
    package struct Renumber: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "renumber",
            abstract: "Give decisions that share a number numbers of their own.",
            discussion: """
                Where two branches gave out one number, the decision that most others link to keeps it. The other gets \
                the next free number of all branches: its file, its title, and whatever names that file change, in all \
                text files of the repository, and a line tells the old number. A place that gives nothing but the number \
                follows where its file names the one decision and not the other; else it is told and left alone. Shows \
                the change as a difference; --write makes it.

                  $ archbook adr renumber
                  $ archbook adr renumber --write
                """
        )

        @Flag(help: "Make the change.")
        var write = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            var isNeeded = false
            // Packages and categories number by themselves.
            for part in folder.parts {
                let set = try part.read().set
                guard set.sharesNumbers else { continue }
                isNeeded = true
                let documents = try part.namingDocuments()
                try part.make(Renumbering(set, taken: part.namesElsewhere(), documents: documents), write: write)
            }
            if !isNeeded { folder.tell("Every decision has a number of its own; nothing to do.\n") }
            return .done
        }
    }
}
