package import ArgumentParser
import LinkHealth
package import Model
import Terminal
import Workspace

/// `archbook links history`: what is known of the links from all checks.
package struct LinksHistory: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what is known of the links from all checks.",
        discussion: """
            Nothing is asked of the network: this is what `links check` has kept in .archbook/links.jsonl. An address is \
            found by the page that it leads to, however it is spelled. The exit code is 1 when nothing is known.

            What is known of an address is kept when the address leaves the book, for it may come back. --unlisted shows \
            such addresses, and --forget removes their lines.

              $ archbook links history
              $ archbook links history https://example.org/saga --json
              $ archbook links history --unlisted --forget
            """
    )

    @Argument(help: "Only this address.")
    var url: String?

    @Option(help: "Only links in this state: ok, moved, suspect, blocked or dead.")
    var state: LinkState?

    @Flag(help: "Only addresses that the book no longer has.")
    var unlisted = false

    @Flag(help: "Remove the lines of these; only with --unlisted.")
    var forget = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func validate() throws {
        guard unlisted || !forget else {
            throw ValidationError("--forget goes with --unlisted; what is known of the book's own links is kept")
        }
    }

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let workspace = try openWorkspace(in: world)
        let history = try workspace.linkHistory(tellingThrough: output)
        var records = history.records.filter { isWanted($0) }
        if unlisted {
            let listed = try await listedAddresses(of: workspace, world)
            records.removeAll { listed.contains($0.url) }
        }
        if forget, !records.isEmpty { try workspace.forgetLinks(Set(records.map(\.url))) }
        return show(records, output)
    }

    private func show(_ records: [LinkRecord], _ output: CommandOutput) -> Outcome {
        if data.json {
            output.print(json: ["items": .array(records.map { .object($0.members) })])
            return records.isEmpty ? .no : .done
        }
        guard !records.isEmpty else {
            output.tell(nothing)
            return .no
        }
        if url != nil {
            output.print(Array(records.map { page(of: $0, output) }.joined(separator: [""])))
        } else {
            output.print(table(records, output))
            let count = counted(records.count, "address", plural: "addresses")
            output.summarize(forget ? "\(count), forgotten now" : count)
        }
        return .done
    }

    private var nothing: String {
        if unlisted { return "The book has every address of which something is known." }
        return "Nothing is known\(url == nil && state == nil ? " of any link yet" : ""); run `archbook links check`."
    }

    /// The addresses of the book.
    ///
    /// - Throws: `CommandFailure` when a source cannot be read, for its addresses would seem to have gone.
    private func listedAddresses(of workspace: OpenWorkspace, _ world: World) async throws -> Set<String> {
        let book = await readBook(of: workspace, world)
        guard unreadSources(of: book) == 0 else { throw Self.unread }
        return Set(book.entries.compactMap(\.link?.url))
    }

    private static let unread = CommandFailure(
        "some sources could not be read, so it is not known which addresses have left the book; "
            + "`archbook check` says what to do")

    private func isWanted(_ record: LinkRecord) -> Bool {
        if let state, record.state != state { return false }
        guard let url else { return true }
        if record.url == url { return true }
        return LinkKey(address: url).map { $0 == LinkKey(address: record.url) } ?? false
    }

    private func table(_ records: [LinkRecord], _ output: CommandOutput) -> [String] {
        let rows = records.map { record in
            [
                record.state.rawValue, record.status.map(String.init) ?? "-", "\(record.checkedOn)",
                SafeText.line(record.url), SafeText.line(record.finalUrl.map { "-> \($0)" } ?? record.remark ?? ""),
            ]
        }
        return TableLayout([.left, .right, .left, .flexible, .flexible]).lines(rows, width: output.width)
    }

    private func page(of record: LinkRecord, _ output: CommandOutput) -> [String] {
        var rows = [["state", record.state.rawValue], ["checked", "\(record.checkedOn)"]]
        if let status = record.status { rows.append(["status", "\(status)"]) }
        if let remark = record.remark { rows.append(["because", remark]) }
        if let okOn = record.okOn { rows.append(["last well", "\(okOn)"]) }
        if let since = record.goneSince {
            rows.append(["gone since", "\(since), in \(counted(record.goneRuns, "run"))"])
        }
        for step in record.redirects { rows.append(["led on to", "\(step.address) (\(step.status))"]) }
        if record.isSecureToo { rows.append(["https", "answers too"]) }
        let safe = rows.map { $0.map(SafeText.line) }
        return [output.style(.strong, SafeText.line(record.url)), ""]
            + TableLayout([.left, .left]).lines(safe, width: nil)
    }
}

extension LinkState: ExpressibleByArgument {}
