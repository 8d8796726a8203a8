package import ArgumentParser
import Checks
package import Model
import Terminal

/// `archbook links duplicates`: links that lead to one page.
package struct LinksDuplicates: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Show links that lead to one page, and in what they differ.",
        discussion: """
            One page under several addresses is a finding, and so is one address twice in a section. Links of one title \
            with several addresses may be copies of one text, and are shown for you to judge. One address in several \
            sections is good practice, and is shown with --all only.

            Nothing is asked of the network, and nothing is changed: `archbook links fix` takes tracking out.

              $ archbook links duplicates
              $ archbook links duplicates --all --json
            """
    )

    @Flag(help: "Show addresses that stand in several sections too.")
    var all = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let groups = LinkGroup.all(in: try await loadBook(in: world).book)
            .filter { all || $0.kind != .severalSections }
        let findings = groups.count { $0.kind.isFinding }
        if data.json {
            output.print(json: ["items": .array(groups.map(JSONValue.init))])
        } else {
            output.print(Array(groups.map { lines(of: $0, output) }.joined(separator: [""])))
            let others = groups.count - findings
            output.summarize(
                "\(counted(findings, "finding"))\(others > 0 ? ", \(counted(others, "group")) to look at" : "")")
        }
        return findings > 0 ? .no : .done
    }

    private func lines(of group: LinkGroup, _ output: CommandOutput) -> [String] {
        let rows = group.links.map { link in
            [SafeText.line(link.link?.url ?? ""), SafeText.line("\(link.source)")]
        }
        let layout = TableLayout([.flexible, .left]).lines(rows, width: output.width.map { $0 - 2 })
        return [output.style(.strong, heading(of: group))] + layout.map { "  \($0)" }
    }

    private func heading(of group: LinkGroup) -> String {
        let title = SafeText.line(group.links.first?.title ?? "")
        switch group.kind {
        case .samePage:
            let phrases = group.differences.map(\.phrase).joined(separator: ", ")
            return "One page, several addresses\(phrases.isEmpty ? "" : ": \(phrases)")"
        case .repeated: return "One address, twice in a section"
        case .sameTitle: return "One title, several addresses: \(title)"
        case .severalSections: return "One address, several sections"
        }
    }
}

extension JSONValue {
    fileprivate init(_ group: LinkGroup) {
        self = .object([
            "kind": .string(group.kind.rawValue),
            "finding": .bool(group.kind.isFinding),
            "differences": JSONValue(group.differences.map(\.rawValue)),
            "links": .array(
                group.links.map { link in
                    .object(present: [
                        "id": .string(link.id.rawValue), "title": .string(link.title),
                        "url": link.link?.url.map(JSONValue.string), "source": JSONValue(link.source),
                        "section": JSONValue(link.section),
                    ])
                }),
        ])
    }
}
