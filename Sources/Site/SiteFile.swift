package import Diagrams
package import LinkHealth
package import Markdown
package import Model

/// One file of the site.
package struct SiteFile: Sendable, Equatable {
    /// The path relative to the site's folder, with `/` between its parts.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What building a site gives: its files, and what the builder found wrong on the way.
package struct BuiltSite: Sendable, Equatable {
    /// The files in the order of their paths.
    package var files: [SiteFile]
    /// What is wrong in the book's files as far as the pages show it, such as a link that leads nowhere.
    package var findings: [Finding]

    /// The number of HTML pages.
    package var pageCount: Int { files.count { $0.path.hasSuffix(".html") } }
    /// The size of all files in bytes.
    package var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

/// What a site can be built with, besides its book.
package struct SiteOptions: Sendable {
    /// The files of the workspace's theme by their names; each replaces the built-in one of the same name.
    package var theme: [String: [UInt8]]
    /// Where the theme stands in the workspace, for findings.
    package var themePath: String

    /// What `check` finds, for the page that tells how the book is kept; asked once, while pages are being made.
    package var health: @Sendable () -> [Finding] = { [] }
    /// Parsed bodies of entries by the places of the entries; one that is not here is parsed.
    package var bodies: [Source: MarkdownTree] = [:]
    /// What is known of the links, by their addresses.
    package var links: [String: LinkRecord] = [:]
    /// The address that the site will have; without it there are no feeds and no map of the site.
    package var address: String?
    /// The address under which the repository shows a file for editing, such as
    /// `https://github.com/someone/book/edit/main`.
    package var repository: String?

    /// The diagrams of the book, of which the pages show the views.
    package var diagrams: [DiagramDocument] = []
    /// The files that diagrams within notes may name.
    package var diagramFiles = DiagramFiles.none
    /// The images and other files that notes show and lead to.
    package var files: FileSource = { _ in nil }
    /// When the sources were changed last, and what they were called before.
    package var history = FileHistory()

    package init(theme: [String: [UInt8]] = [:], themePath: String = "site/theme") {
        self.theme = theme
        self.themePath = themePath
    }
}
