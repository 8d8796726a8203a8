package import ArgumentParser

/// `archbook adr`: the decisions of the workspace.
package struct ADR: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "adr",
        abstract: "Write, list and supersede decisions.",
        discussion: """
            A decision is a numbered Markdown file such as \
            adr/0012-publish-order-events.md, in the format of adr-tools.

              $ archbook adr new Publish order events through an outbox
              $ archbook adr list
              $ archbook adr supersede 7 --by 12 --dry-run

            A decision is named by its number, by its file, or by the beginning of its file's name. A command that \
            changes files changes only the lines it must, and all of its files or none.

            Decisions with another place for the status (MADR, log4brains) are listed, but not changed yet. Commands \
            to accept, reject and link decisions, and for proposals, are still to come.
            """,
        subcommands: [New.self, List.self, Show.self, Supersede.self]
    )

    package init() {}
}
