package import ArgumentParser
package import Model

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
            return try folder.reportRewritten(words: words, options)
        }
    }
}
