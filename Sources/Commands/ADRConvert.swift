package import ArgumentParser
package import Model
import Records
import Terminal

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
            for path in conversion.unread {
                folder.tell("\(SafeText.line(path)) could not be read and stays as it is; `archbook check` says why.\n")
            }
            for loss in conversion.losses {
                folder.tell(SafeText.line("\(loss.path) \(write ? "has lost" : "would lose") \(loss.what)") + "\n")
            }
            if !write { folder.tell("Nothing is written yet; --write makes the change.\n") }
            return .done
        }
    }
}
