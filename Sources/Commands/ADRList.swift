package import ArgumentParser
package import Model
import Records
import Terminal

extension ADR {
    /// `archbook adr list`: all decisions, newest first.
    package struct List: BookCommand {
        package static let configuration = CommandConfiguration(
            abstract: "List all decisions, newest first.",
            discussion: """
                One line for each decision: number, status, date, title, and the decisions that supersede it.

                  $ archbook adr list
                  $ archbook adr list --json

                A decision whose file cannot be understood is listed too; what is wrong with it is told beside the \
                list.
                """
        )

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let (set, findings) = try folder.read()
            folder.tell(findings)
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: set.members(of: set.files))
            } else if set.files.isEmpty {
                folder.tell("No decisions in \(folder.path) yet. `archbook adr new TITLE` writes the first.\n")
            } else {
                let table = TableLayout([.right, .left, .left, .flexible])
                output.print(table.lines(set.files.map { set.row($0, output.style) }, width: output.width))
            }
            return .done
        }
    }
}

extension RecordSet {
    fileprivate func row(_ file: RecordFile, _ style: Styler) -> [String] {
        let record = file.record
        let successors = record.status == .superseded ? successors(of: file).map(shortName) : []
        let arrow = successors.isEmpty ? "" : "  -> \(successors.joined(separator: ", "))"
        return [
            style(.kind, record.number.map(String.init) ?? ""),
            style(record.status.style, record.status.rawValue),
            record.date.map(\.description) ?? "",
            SafeText.line(file.entry.title + arrow),
        ]
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
