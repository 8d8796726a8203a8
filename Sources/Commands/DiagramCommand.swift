package import ArgumentParser

/// `archbook diagram`: the architecture as text.
package struct DiagramCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "diagram",
        abstract: "Show, export, compare and check C4 diagrams.",
        discussion: """
            Diagrams are text: files in the Structurizr DSL, and blocks marked c4 in notes and records; see \
            docs/diagrams.md. A view is named by its key, or by its file and --view.

              $ archbook diagram list
              $ archbook diagram show archbook-context
              $ archbook diagram export knowledge/diagrams/archbook.dsl --format c4plantuml
            """,
        subcommands: [List.self, Show.self, Export.self, Diff.self, Check.self, Draft.self]
    )

    package init() {}
}
