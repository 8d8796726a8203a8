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
        var words = RecordAudit.usualWords

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let findings = try folder.rewritten(words: words)
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: ["items": .array(findings.map(JSONValue.init))])
            } else {
                world.writeOutput(Array(FindingPrinter(style: output.style).text(findings).utf8))
            }
            if findings.isEmpty, !options.json { folder.tell("No decision was rewritten after it was accepted.\n") }
            return findings.isEmpty ? .done : .no
        }
    }
}
