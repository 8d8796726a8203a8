package import ArgumentParser
import LinkHealth
package import Model
import Terminal

/// `archbook links history`: what is known of the links from all checks.
package struct LinksHistory: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what is known of the links from all checks.",
        discussion: """
            Nothing is asked of the network: this is what `links check` has kept in .archbook/links.jsonl. An address is \
            found by the page that it leads to, however it is spelled. The exit code is 1 when nothing is known.

              $ archbook links history
              $ archbook links history https://example.org/saga --json
            """
    )

    @Argument(help: "Only this address.")
    var url: String?

    @Option(help: "Only links in this state: ok, moved, suspect, blocked or dead.")
    var state: LinkState?

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let history = try openWorkspace(in: world).linkHistory(tellingThrough: output)
        let records = history.records.filter { isWanted($0) }
        if data.json {
            output.print(json: ["items": .array(records.map { .object($0.members) })])
            return records.isEmpty ? .no : .done
        }
        guard !records.isEmpty else {
            output.tell(
                "Nothing is known\(url == nil && state == nil ? " of any link yet" : ""); run `archbook links check`.")
            return .no
        }
        if url != nil {
            output.print(Array(records.map { page(of: $0, output) }.joined(separator: [""])))
        } else {
            output.print(table(records, output))
            output.summarize(counted(records.count, "address", plural: "addresses"))
        }
        return .done
    }

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
