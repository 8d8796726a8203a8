package import ArgumentParser

/// `archbook site`: the book as a static site.
package struct SiteCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Publish the book as a static site.",
        discussion: """
              $ archbook site build
              $ archbook site serve
            """,
        subcommands: [SiteBuild.self, SiteServe.self]
    )

    package init() {}
}
