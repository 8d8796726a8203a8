package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr toc`: the list of decisions.
    package struct Toc: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "toc",
            abstract: "Print the list of decisions, or keep it in a README.",
            discussion: """
                With a file it writes the list between the lines <!-- adrlog --> and <!-- adrlogstop --> of that file, \
                and nothing else in it. With --check it writes nothing and ends with 1 when the list is out of date.

                  $ archbook adr toc
                  $ archbook adr toc README.md
                  $ archbook adr toc README.md --check
                """
        )

        @Argument(help: "The file to keep the list in, relative to the workspace.")
        var file: String?

        @Flag(help: "Only tell whether the list is up to date.")
        var check = false

        package init() {}

        package mutating func validate() throws {
            if check, file == nil { throw ValidationError("--check needs the file whose list is to be checked") }
        }

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let set = try folder.read().set
            guard let file else {
                let lines = DecisionTable.lines(set, from: "\(folder.path)/README.md")
                world.writeOutput(Array(lines.map { "\($0)\n" }.joined().utf8))
                return .done
            }
            let before = try POSIX.readFile(folder.workspace.path(file), limit: Self.largestFile)
            guard let after = DecisionTable.filled(before, with: DecisionTable.lines(set, from: file)) else {
                throw CommandFailure(
                    "\(file) has no lines \(DecisionTable.start) and \(DecisionTable.end); write them where the list "
                        + "shall stand")
            }
            if before == after { return .done }
            if check {
                folder.tell("The list in \(SafeText.line(file)) is out of date; run `archbook adr toc \(file)`.\n")
                return .no
            }
            let change = FileChange(path: file, before: before, after: after)
            try folder.commit([change], isDryRun: false, naming: [file])
            return .done
        }

        private static let largestFile = 16 << 20
    }

    /// `archbook adr export`: the decisions as data.
    package struct Export: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Print all decisions as JSON or CSV.",
            discussion: """
                JSON is what `adr list --json` prints. CSV has one line for each decision, as RFC 4180 has it.

                  $ archbook adr export --format csv > decisions.csv
                """
        )

        /// The formats of data.
        enum Format: String, CaseIterable, ExpressibleByArgument {
            case json, csv
        }

        @Option(help: "The format: json or csv.")
        var format = Format.json

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let set = try decisionFolder(in: world).read().set
            switch format {
            case .json:
                let members = set.members(of: set.files).merging(["schemaVersion": 1]) { own, _ in own }
                world.writeOutput(JSONValue.object(members).document)
            case .csv: world.writeOutput(Array(csv(set).utf8))
            }
            return .done
        }

        private func csv(_ set: RecordSet) -> String {
            let head = [
                "number", "id", "title", "status", "statusText", "date", "deciders", "tags", "supersedes",
                "supersededBy", "path",
            ]
            let rows = set.files.map { file in
                let record = file.record
                return [
                    record.number.map(String.init) ?? "", record.stem, file.entry.title, record.status.rawValue,
                    record.statusText ?? "", record.date?.description ?? "",
                    record.deciders.joined(separator: "; "), file.entry.tags.map(\.name).joined(separator: "; "),
                    set.predecessors(of: file).joined(separator: "; "),
                    set.successors(of: file).joined(separator: "; "), file.path,
                ]
            }
            return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        }

        /// A cell, in quotation marks where it must be; one that a spreadsheet would take for a formula is disarmed.
        private static func cell(_ text: String) -> String {
            let isFormula = text.first.map { "=+-@\t\r".contains($0) } == true
            let text = isFormula ? "'\(text)" : text
            guard text.contains(where: { "\",\n\r\r\n".contains($0) }) else { return text }
            return "\"" + text.flatMap { $0 == "\"" ? "\"\"" : "\($0)" } + "\""
        }
    }
}
