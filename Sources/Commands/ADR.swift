package import ArgumentParser

/// `archbook adr`: the decisions of the workspace.
package struct ADR: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "adr",
        abstract: "Write, list, change and relate decisions.",
        discussion: """
            A decision is a numbered Markdown file such as adr/0012-publish-order-events.md. The formats of adr-tools, \
            MADR, log4brains, adrs, dotnet-adr, ADG and pyadr are read, and each is changed in its own manner; see \
            docs/records.md.

              $ archbook adr new Publish order events through an outbox
              $ archbook adr list --status accepted
              $ archbook adr supersede 7 --by 12 --dry-run

            A decision is named by its number, by its file, or by the beginning of its file's name. A command that \
            changes files changes only the lines it must, and all of its files or none.
            """,
        groupedSubcommands: [
            CommandGroup(name: "Writing", subcommands: [Init.self, New.self]),
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Graph.self, Toc.self, Export.self]),
            CommandGroup(
                name: "Deciding",
                subcommands: [
                    Propose.self, Defer.self, Accept.self, Reject.self, Activate.self, Deprecate.self, Supersede.self,
                    Link.self,
                ]),
            CommandGroup(name: "Mending", subcommands: [Convert.self, Renumber.self, Audit.self]),
        ]
    )

    package init() {}
}
