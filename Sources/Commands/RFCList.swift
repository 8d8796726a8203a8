package import ArgumentParser
package import Model
import Records
import Terminal

extension RFC {
    /// `archbook rfc list`: the proposals, newest first.
    package struct List: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List proposals, newest first.",
            discussion: """
                One line for each proposal: number, state, day of review, title, and "-> 5" where 5 took its place.

                  $ archbook rfc list
                  $ archbook rfc list --status discussion --json
                """
        )

        @Option(help: ArgumentHelp("Only proposals with this status; may be repeated.", valueName: "word"))
        var status: [RecordStatus] = []

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let (set, findings) = try folder.read()
            folder.tell(findings)
            let files = set.files.filter { status.isEmpty || status.contains($0.record.status) }
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: set.members(of: files))
            } else if set.files.isEmpty {
                folder.tell("No proposals in \(folder.path) yet. `archbook rfc new TITLE` writes the first.\n")
            } else {
                let table = TableLayout([.right, .left, .left, .flexible])
                output.print(table.lines(files.map { row($0, in: set, output.style) }, width: output.width))
            }
            return files.isEmpty && !set.files.isEmpty ? .no : .done
        }

        private func row(_ file: RecordFile, in set: RecordSet, _ style: Styler) -> [String] {
            let successors = set.successors(of: file).map(set.shortName)
            let arrow = successors.isEmpty ? "" : "  -> " + successors.joined(separator: ", ")
            return [
                style(.kind, file.record.number.map(String.init) ?? ""),
                style(file.record.status.style, SafeText.line(file.state.name)),
                (file.record.deadline ?? file.record.date)?.description ?? "",
                SafeText.line(file.entry.title + arrow),
            ]
        }
    }

    /// `archbook rfc show`: one proposal.
    package struct Show: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one proposal.",
            discussion: """
                  $ archbook rfc show 3
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let set = try folder.read().set
            let file = try folder.findProposal(proposal, in: set)
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

    /// `archbook rfc due`: what waits for a decision, and what is to be looked at again.
    package struct Due: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "due",
            abstract: "List proposals and decisions that wait for somebody, the earliest first.",
            discussion: """
                Proposals that are in discussion, and records that are to be looked at again. Ends with 1 when a day has \
                passed, or when a discussion has no day on which it ends, so that CI can ask for the decision.

                  $ archbook rfc due
                  $ archbook rfc due --as-of 2026-02-01 --json
                  $ archbook rfc due --ics > reviews.ics
                """
        )

        @Option(help: ArgumentHelp("The day to look from; else today.", valueName: "date"))
        var asOf: Day?

        @Flag(help: "Print a calendar for other programs.")
        var ics = false

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let proposals = try proposalFolder(in: world)
            let decisions = try decisionFolder(in: world)
            let today = asOf ?? world.today
            let items = (DueItem.items(in: try proposals.read().set) + DueItem.items(in: try decisions.read().set))
                .sorted()
            let outcome = items.contains { $0.isOverdue(on: today) } ? Outcome.no : .done
            let output = CommandOutput(world, options.display)
            if ics {
                world.writeOutput(Array(DueItem.calendar(items, stamp: today).utf8))
            } else if options.json {
                output.print(json: ["items": .array(items.map { json($0, today) })])
            } else if items.isEmpty {
                proposals.tell("Nothing waits for anybody.\n")
            } else {
                let table = TableLayout([.left, .left, .left, .flexible])
                output.print(table.lines(items.map { row($0, today, output.style) }, width: output.width))
            }
            return outcome
        }

        private func row(_ item: DueItem, _ today: Day, _ style: Styler) -> [String] {
            let distance = item.day.map { day in
                let days = day.daysSince1970 - today.daysSince1970
                return days == 0 ? "today" : days > 0 ? "in \(counted(days, "day"))" : "\(counted(-days, "day")) late"
            }
            return [
                item.day?.description ?? "no day",
                style(item.isOverdue(on: today) ? .error : .quiet, distance ?? "never ends"),
                item.reason.rawValue, SafeText.line("\(item.file.record.stem)  \(item.file.entry.title)"),
            ]
        }

        private func json(_ item: DueItem, _ today: Day) -> JSONValue {
            var own: [String: JSONValue] = [
                "reason": .string(item.reason.rawValue),
                "overdue": .bool(item.isOverdue(on: today)),
            ]
            own["dueOn"] = item.day.map { .string($0.description) }
            return .object(JSONValue.members(of: item.file.entry).merging(own) { _, own in own })
        }
    }
}
