package import ArgumentParser
package import Model
import Records
import Terminal

extension ADR {
    /// `archbook adr show`: one decision.
    package struct Show: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one decision.",
            discussion: """
                Prints what is known of a decision, and its text.

                  $ archbook adr show 12
                  $ archbook adr show 0012-publish --json
                """
        )

        @Argument(help: "The decision: its number, its file, or the beginning of its file's name.")
        var decision: String

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let set = try folder.read().set
            let file = try set.find(decision)
            folder.tell(file.findings)
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: set.members(of: [file]))
                return .done
            }
            var lines = set.head(of: file, output.style)
            if let body = file.entry.body, !body.isEmpty { lines += ["", SafeText.block(body)] }
            output.print(lines)
            return .done
        }
    }
}

extension RecordSet {
    /// The title, the facts, and one line for each relation, also for those that only the other record states.
    func head(of file: RecordFile, _ style: Styler) -> [String] {
        let record = file.record
        let number = record.number.map { "\($0). " } ?? ""
        let status = style(record.status.style, record.status.rawValue)
        let facts = [status, record.date?.description, style(.path, SafeText.line(file.path))].compactMap { $0 }
        let own = record.relations.filter { ![.supersedes, .supersededBy].contains($0.kind) }
        let relations =
            predecessors(of: file).map { ("supersedes", $0) } + successors(of: file).map { ("superseded by", $0) }
            + own.map { ($0.verb.lowercased(), target(of: $0) ?? $0.targetText) }
        return [style(.strong, SafeText.line(number + file.entry.title)), facts.joined(separator: "  ")]
            + relations.map { verb, stem in SafeText.line("\(verb) \(stem)") }
    }
}
