package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr init`: begins to keep decisions.
    package struct Init: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Begin to keep decisions here.",
            discussion: """
                Writes the first decision, which says that decisions are recorded. With a folder it also writes .adr-dir, \
                by which adr-tools and Archbook find it; a workspace with archbook.yml names its folder there.

                  $ archbook adr init
                  $ archbook adr init docs/decisions
                """
        )

        @Argument(help: "The folder for the decisions, relative to this one.")
        var folder: String?

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            var decisions = try decisionFolder(in: world)
            var changes: [FileChange] = []
            if let folder, folder != decisions.path {
                let file = WorkspaceSettings.fileName
                guard try !POSIX.exists(decisions.workspace.path(file)) else {
                    throw CommandFailure(
                        "\(file) says that decisions are in \(decisions.path); write `decisions: \(folder)` there")
                }
                changes.append(FileChange(path: ".adr-dir", before: nil, after: Array("\(folder)\n".utf8)))
                decisions.otherPath = folder
            }
            let set = try decisions.read().set
            guard set.files.isEmpty else {
                decisions.tell("There are decisions in \(SafeText.line(decisions.path)) already; nothing to do.\n")
                return .done
            }
            let draft = RecordDraft(
                title: "Record architecture decisions", status: "Accepted", date: world.today,
                template: .firstDecision)
            changes += try set.changes(writing: draft, superseding: [], in: decisions.path)
            try decisions.commit(changes, isDryRun: false, naming: changes.suffix(1).map(\.path))
            return .done
        }
    }
}
