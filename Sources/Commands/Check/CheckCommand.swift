package import ArgumentParser
import Checks
package import Model
import Reading
import Terminal
import Workspace

/// Looks the book over.
package struct CheckCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what is wrong in the book, and mend what can be mended.",
        discussion: """
            Findings are printed as path:line:column, so that editors and CI understand them. Errors and warnings make \
            the exit code 1, notes do not unless --strict is given. docs/rules.md explains each rule, and how to turn \
            one off.

              $ archbook check
              $ archbook check knowledge/links --json
              $ archbook check --fix --dry-run
              $ archbook check --format sarif > archbook.sarif
              $ archbook check --baseline baseline.txt --write-baseline
            """
    )

    @Argument(help: "Only findings in these files and folders.")
    var paths: [String] = []

    @Flag(help: "Let notes fail the check too.")
    var strict = false

    @Flag(help: "Mend what can be mended without a doubt, all of it or nothing, and tell the rest.")
    var fix = false

    @Flag(help: "With --fix: only show the changes.")
    var dryRun = false

    @Option(help: "How to print findings: text, json, sarif or github.")
    var format: CheckFormat?

    @Option(help: ArgumentHelp("Pass over the findings in this file.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Write the findings that there are into the baseline.")
    var writeBaseline = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func validate() throws {
        if dryRun, !fix { throw ValidationError("--dry-run shows what --fix would change; add --fix") }
        if writeBaseline, baseline == nil {
            throw ValidationError("--write-baseline needs the file to write: --baseline FILE")
        }
        if data.json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) ask for two things; leave one out")
        }
    }

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let workspace = try openWorkspace(in: world)
        let wanted = try CheckedPaths(paths, from: world.directory, in: workspace)
        var result = try await result(workspace, wanted, world)
        if fix {
            let mending = Mending(result.findings, in: workspace, output)
            if dryRun {
                try mending.show()
                return outcome(of: result.findings)
            }
            if try mending.write() { result = try await self.result(workspace, wanted, world) }
        }
        var report = CheckReport(result, in: workspace, output)
        if let baseline {
            let file = try BaselineFile(baseline, from: world.directory, in: workspace)
            if writeBaseline { return try file.write(report, wanted, output) }
            try report.passOver(file, wanted)
        }
        report.print(as: data.json ? .json : format ?? .text)
        return outcome(of: report.findings)
    }

    private func outcome(of findings: [Finding]) -> Outcome {
        findings.contains { strict || $0.severity < .note } ? .no : .done
    }

    private func result(
        _ workspace: OpenWorkspace,
        _ wanted: CheckedPaths,
        _ world: World
    ) async throws -> CheckResult {
        var book = await readBook(of: workspace, with: .checks, world)
        book.findings += RecordFindings(workspace, world).all()
        let findings = BookCheck.findings(in: book, today: world.today, settings: workspace.settings.check)
        let paths = Set(book.documents.map(\.path) + book.entries.map(\.source.path))
        return CheckResult(
            findings: findings.filter { wanted.contains($0.path) },
            sources: paths.count { wanted.contains($0) })
    }
}

/// What a check found.
struct CheckResult {
    let findings: [Finding]
    /// How many sources were looked at.
    let sources: Int
}

/// The ways in which findings can be printed.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github
}
