package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr convert`: writes the decisions in another dialect.
    package struct Convert: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "convert",
            abstract: "Write the decisions in the manner of another tool.",
            discussion: """
                Shows the change as a difference, and what the other tool's format has no place for. With --write it \
                makes the change. Files keep their names, so that links to them stay whole.

                  $ archbook adr convert --to madr-4
                  $ archbook adr convert --to madr-4 --write

                Dialects: adg, adrs, dotnet-adr, log4brains, madr-2, madr-3, madr-4, nygard, plain-lines, pyadr, table.
                """
        )

        @Option(help: ArgumentHelp("The dialect to write.", valueName: "dialect"))
        var to: String

        @Flag(help: "Make the change.")
        var write = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            guard let dialect = Dialect.decisions.first(where: { $0.name.rawValue == to }) else {
                let names = Dialect.decisions.map(\.name.rawValue).sorted().joined(separator: ", ")
                throw CommandFailure("there is no dialect \(to); there are \(names)")
            }
            let folder = try decisionFolder(in: world)
            let conversion = try DialectConversion(folder.read().set, to: dialect)
            if conversion.changes.isEmpty {
                folder.tell("All decisions are in the format of \(dialect.title) already; nothing to do.\n")
                return .done
            }
            try folder.commit(conversion.changes, isDryRun: !write, naming: conversion.changes.map(\.path))
            for loss in conversion.losses {
                folder.tell(SafeText.line("\(loss.path) \(write ? "has lost" : "would lose") \(loss.what)") + "\n")
            }
            if !write { folder.tell("Nothing is written yet; --write makes the change.\n") }
            return .done
        }
    }

    /// `archbook adr renumber`: gives decisions that share a number numbers of their own.
    package struct Renumber: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "renumber",
            abstract: "Give decisions that share a number numbers of their own.",
            discussion: """
                Where two branches gave out one number, the decision that most others link to keeps it. The other gets \
                the next free number of all branches: its file, its title, and every link to it in the workspace change, \
                and a line tells the old number. Shows the change as a difference; --write makes it.

                  $ archbook adr renumber
                  $ archbook adr renumber --write
                """
        )

        @Flag(help: "Make the change.")
        var write = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let set = try folder.read().set
            let documents = try folder.linkingDocuments()
            let renumbering = Renumbering(set, taken: folder.namesElsewhere(), documents: documents)
            if renumbering.moves.isEmpty {
                folder.tell("Every decision has a number of its own; nothing to do.\n")
                return .done
            }
            let changes = renumbering.changes
            try folder.commit(
                changes, isDryRun: !write, naming: changes.filter { !$0.isRemoval }.map(\.path))
            for move in renumbering.moves {
                folder.tell(
                    SafeText.line(
                        "\(move.path) \(write ? "is now" : "becomes") \(move.newPath); \(move.survivor) keeps "
                            + "\(move.old)") + "\n")
            }
            if !write { folder.tell("Nothing is written yet; --write makes the change.\n") }
            return .done
        }
    }

    /// `archbook adr audit`: what was changed in decisions after they were made.
    package struct Audit: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "audit",
            abstract: "Tell which decisions were rewritten after they were accepted.",
            discussion: """
                Compares each decision with its text in git when it was first accepted. Status, links, metadata, the \
                sections Errata and References, and a few words may change. Ends with 1 when a decision was rewritten.

                  $ archbook adr audit
                  $ archbook adr audit --words 0 --json
                """
        )

        @Option(help: ArgumentHelp("The number of words that may change, for typing errors.", valueName: "number"))
        var words = 6

        @OptionGroup var options: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            guard let git = GitHistory(workspace: folder.workspace, environment: world.environment) else {
                throw CommandFailure("there is no git history here to compare with; run this in a repository")
            }
            guard !git.isShallow else {
                throw CommandFailure(
                    "the history is cut off (a shallow clone) and cannot tell what was accepted; run "
                        + "`git fetch --unshallow` first")
            }
            let findings = try folder.read().set.files.compactMap { finding($0, git) }.sorted()
            let output = CommandOutput(world, options.display)
            if options.json {
                output.print(json: ["items": .array(findings.map(JSONValue.init))])
            } else {
                world.writeOutput(Array(FindingPrinter(style: output.style).text(findings).utf8))
            }
            if findings.isEmpty, !options.json { folder.tell("No decision was rewritten after it was accepted.\n") }
            return findings.isEmpty ? .done : .no
        }

        private func finding(_ file: RecordFile, _ git: GitHistory) -> Finding? {
            let versions = git.versions(of: file.path)
            let kind: RecordKind = file.entry.kind == .proposal ? .proposal : .decision
            for version in versions {
                let then = RecordFile(path: file.path, bytes: version.bytes, kind: kind)
                guard then.record.status.isInForce else { continue }
                let count = BodyAudit.changedWords(now: file, then: then)
                guard count > words else { return nil }
                let day = version.day.map { " on \($0)" } ?? ""
                return Finding(
                    rule: "record.edited-after-acceptance", severity: .warning, path: file.path,
                    message:
                        "\(count) words differ from the text that was accepted\(day) in \(version.commit); put them "
                        + "back, or write a decision that supersedes this one")
            }
            return nil
        }
    }
}

extension DecisionFolder {
    /// The other Markdown files of the workspace whose links lead to records.
    func linkingDocuments() throws -> [(path: String, bytes: [UInt8])] {
        var paths = ["README.md", "docs"].filter { (try? POSIX.exists(workspace.path($0))) == true }
        paths += [workspace.settings.knowledge, workspace.settings.decisions, workspace.settings.proposals]
        var files: [String: [UInt8]] = [:]
        for path in paths where try POSIX.exists(workspace.path(path)) {
            for name in try markdownFiles(path) where files[name] == nil {
                files[name] = try POSIX.readFile(workspace.path(name), limit: 16 << 20)
            }
        }
        return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func markdownFiles(_ path: String) throws -> [String] {
        guard try POSIX.status(workspace.path(path)).kind == .directory else { return [path] }
        var found: [String] = []
        var open = [path]
        while let folder = open.popLast() {
            for item in try POSIX.listDirectory(workspace.path(folder)) where item.isWellFormed {
                let name = "\(folder)/\(item.name)"
                if item.kind == .directory { open.append(name) }
                if item.kind == .file, item.name.lowercased().hasSuffix(".md") { found.append(name) }
            }
        }
        return found
    }
}
