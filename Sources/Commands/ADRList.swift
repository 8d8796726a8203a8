package import ArgumentParser
package import Model
import Records
import Terminal

extension ADR {
    /// `archbook adr list`: all decisions, newest first.
    package struct List: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List decisions, newest first.",
            discussion: """
                One line for each decision: number, status, date, title, and the decisions that supersede it. Where \
                packages or categories keep decisions of their own, their name stands before the title.

                  $ archbook adr list
                  $ archbook adr list --status accepted --tag storage
                  $ archbook adr list --in-force-on 2025-12-31
                  $ archbook adr list --json

                A decision is in force on a day when it was accepted by then and no successor was.

                A decision whose file cannot be understood is listed too; what is wrong with it is told beside the \
                list.
                """
        )

        @Option(help: ArgumentHelp("Only decisions with this status; may be repeated.", valueName: "word"))
        var status: [RecordStatus] = []

        @Option(help: ArgumentHelp("Only decisions with this tag; may be repeated.", valueName: "tag"))
        var tag: [String] = []

        @Option(help: ArgumentHelp("Only decisions that this person took part in.", valueName: "name"))
        var decider: String?

        @Option(help: ArgumentHelp("Only decisions from this day on, as in 2026-01-12.", valueName: "date"))
        var since: Day?

        @Option(help: ArgumentHelp("Only decisions up to this day.", valueName: "date"))
        var until: Day?

        @Option(help: ArgumentHelp("Only decisions that held on this day.", valueName: "date"))
        var inForceOn: Day?

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let (set, findings) = try folder.read()
            folder.tell(findings)
            let output = CommandOutput(world, options.display)
            let files = set.files.filter { isWanted($0, in: set) }
            if options.json {
                output.print(json: set.members(of: files))
            } else if set.files.isEmpty {
                folder.tell("No decisions in \(folder.path) yet. `archbook adr new TITLE` writes the first.\n")
            } else {
                let names = set.isSpread ? folder.packageNames(of: files) : []
                let columns: [TableLayout.Column] = [.right, .left, .left] + (names.isEmpty ? [] : [.left])
                let rows = files.enumerated().map { set.row($1, names.isEmpty ? nil : names[$0], output.style) }
                output.print(TableLayout(columns + [.flexible]).lines(rows, width: output.width))
            }
            return files.isEmpty && !set.files.isEmpty ? .no : .done
        }

        private func isWanted(_ file: RecordFile, in set: RecordSet) -> Bool {
            let record = file.record
            let tags = Set(file.entry.tags.map(\.name))
            return (status.isEmpty || status.contains(record.status))
                && tag.allSatisfy { tags.contains($0.lowercased()) }
                && (decider.map { name in record.deciders.contains { $0.lowercased() == name.lowercased() } } ?? true)
                && (since.map { day in record.date.map { $0 >= day } ?? false } ?? true)
                && (until.map { day in record.date.map { $0 <= day } ?? false } ?? true)
                && (inForceOn.map { set.isInForce(file, on: $0) } ?? true)
        }
    }
}

extension RecordStatus: ExpressibleByArgument {
    /// Reads a status in any of the words that records have for it.
    package init?(argument: String) { self.init(text: argument) }
}

extension RecordSet {
    /// - Parameter package: the name of the decision's package; nil where there are none.
    fileprivate func row(_ file: RecordFile, _ package: String?, _ style: Styler) -> [String] {
        let record = file.record
        let successors = record.status == .superseded ? successors(of: file).map(shortName) : []
        let arrow = successors.isEmpty ? "" : "  -> \(successors.joined(separator: ", "))"
        return [
            style(.kind, record.number.map(String.init) ?? ""),
            style(record.status.style, record.status.rawValue),
            record.date.map(\.description) ?? "",
        ] + (package.map { [SafeText.line($0)] } ?? []) + [SafeText.line(file.entry.title + arrow)]
    }

    /// The number of a record where no other has it, else its stem.
    func shortName(_ stem: String) -> String {
        guard let number = files.first(where: { $0.record.stem == stem })?.record.number else { return stem }
        return files.count { $0.record.number == number } == 1 ? String(number) : stem
    }
}

extension RecordStatus {
    /// How the word looks on a terminal.
    var style: TextStyle {
        switch self {
        case .accepted, .active: .success
        case .proposed, .discussion, .draft: .note
        case .superseded, .deprecated, .deferred, .unknown: .warning
        case .rejected, .dropped, .withdrawn: .error
        }
    }
}
