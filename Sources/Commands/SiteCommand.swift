package import ArgumentParser

/// `archbook site`: the book as a static site.
package struct SiteCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Publish the book as a static site.",
        discussion: """
              $ archbook site build

            Not there yet: a preview server.
            """,
        subcommands: [SiteBuild.self]
    )

    package init() {}
}
