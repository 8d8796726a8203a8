package import ArgumentParser
import LinkHealth
import Model
import Terminal
import Workspace

/// `archbook links`: what has to do with the addresses in a book.
package struct LinksCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Keep the links of the book healthy.",
        discussion: """
            Only `links check` uses the network. What it learns is kept in .archbook/links.jsonl, to be committed with \
            the book, and `links history` and `links fix` work from that.

              $ archbook links duplicates
              $ archbook links check
              $ archbook links history
              $ archbook links fix
            """,
        subcommands: [LinksDuplicates.self, LinksCheck.self, LinksHistory.self, LinksFix.self]
    )

    package init() {}
}

/// The links that a command is about.
struct LinkSelection: ParsableArguments {
    @Argument(help: ArgumentHelp("Only these addresses, or the links in these files and folders.", valueName: "what"))
    var wanted: [String] = []

    /// The links with an address, in the order of their sources.
    ///
    /// - Throws: when there is nothing at a path, and when the book does not have an address: a typing error must not
    ///   pass as a clean result.
    func links(in loaded: LoadedBook, _ world: World) throws -> [Entry] {
        let addresses = Set(wanted.filter { $0.contains("://") })
        let typed = wanted.filter { !$0.contains("://") }
        let paths = try CheckedPaths(typed, from: world.directory, in: loaded.workspace)
        let all = loaded.book.entries.filter { $0.link?.url != nil }.sorted { $0.source < $1.source }
        for address in addresses.sorted() where !all.contains(where: { $0.link?.url == address }) {
            throw CommandFailure.notInBook(address)
        }
        if wanted.isEmpty { return all }
        return all.filter { entry in
            addresses.contains(entry.link?.url ?? "") || !typed.isEmpty && paths.contains(entry.source.path)
        }
    }
}

extension CommandFailure {
    static func notInBook(_ address: String) -> CommandFailure {
        CommandFailure(
            "no link of the book has the address \(SafeText.line(address)) exactly; `archbook list links` shows them")
    }
}

extension OpenWorkspace {
    /// What is known of the links, with what is wrong in the file told on the stream of errors.
    func linkHistory(tellingThrough output: CommandOutput) throws -> LinkHistory {
        let history = try linkHistory()
        output.tellHistoryFindings(history)
        return history
    }
}

extension CommandOutput {
    /// Tells of the lines of the history that are no records.
    func tellHistoryFindings(_ history: LinkHistory) {
        guard !history.findings.isEmpty else { return }
        world.writeError(Array(FindingPrinter().text(history.findings).utf8))
    }
}
