package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr audit`: what was changed in decisions after they were made.
    package struct Audit: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "audit",
            abstract: "Tell which decisions were rewritten after they were accepted.",
            discussion: """
                Compares each decision with its text in git when it was first accepted. Status, links, metadata, the \
                sections Errata and References, and a few words may change. Ends with 1 when a decision was rewritten.

                  $ archbook adr audit
                  $ archbook adr audit --words 0 --json
                """
        )

        @Option(help: ArgumentHelp("The number of words that may change, for typing errors.", valueName: "number"))
        var words = 6

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            guard let git = GitHistory(workspace: folder.workspace, environment: world.environment) else {
                throw CommandFailure("there is no git history here to compare with; run this in a repository")
            }
            guard !git.isShallow else {
                throw CommandFailure(
                    "the history is cut off (a shallow clone) and cannot tell what was accepted; run "
                        + "`git fetch --unshallow` first")
            }
            let findings = try folder.read().set.files.compactMap { finding($0, git) }.sorted()
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: ["items": .array(findings.map(JSONValue.init))])
            } else {
                world.writeOutput(Array(FindingPrinter(style: output.style).text(findings).utf8))
            }
            if findings.isEmpty, !options.json { folder.tell("No decision was rewritten after it was accepted.\n") }
            return findings.isEmpty ? .done : .no
        }

        private func finding(_ file: RecordFile, _ git: GitHistory) -> Finding? {
            let versions = git.versions(of: file.path)
            let kind: RecordKind = file.entry.kind == .proposal ? .proposal : .decision
            for version in versions {
                let then = RecordFile(path: file.path, bytes: version.bytes, kind: kind)
                // A skeleton that was committed as accepted decides nothing until it is filled in.
                guard then.record.status.isInForce, !BodyAudit.isSkeleton(then) else { continue }
                let count = BodyAudit.changedWords(now: file, then: then)
                guard count > words else { return nil }
                let day = version.day.map { " on \($0)" } ?? ""
                return Finding(
                    rule: "record.edited-after-acceptance", severity: .warning, path: file.path,
                    message:
                        "\(count) words differ from the text that was accepted\(day) in \(version.commit); put them "
                        + "back, or write a decision that supersedes this one")
            }
            return nil
        }
    }
}
