package import ArgumentParser
import Checks
package import Model
import Terminal

/// Looks the book over.
package struct CheckCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what is wrong in the book.",
        discussion: """
            Findings are printed as path:line:column, so that editors and CI understand them. Errors and warnings make \
            the exit code 1, notes do not unless --strict is given. Fixing, baselines and the formats of other tools are \
            not there yet.

              $ archbook check
              $ archbook check knowledge/links --json
            """
    )

    @Argument(help: "Only findings in these files and folders.")
    var paths: [String] = []

    @Flag(help: "Let notes fail the check too.")
    var strict = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let loaded = try await loadBook(in: world)
        let wanted = try CheckedPaths(paths, from: world.directory, in: loaded.workspace)
        let findings = BookCheck.findings(in: loaded.book, today: world.today).filter { wanted.contains($0.path) }
        let isFailed = findings.contains { strict || $0.severity < .note }
        if data.json {
            output.print(json: ["items": .array(findings.map(JSONValue.init)), "summary": summary(findings)])
            return isFailed ? .no : .done
        }
        let lines = SourceLines(loaded.workspace)
        let printer = FindingPrinter(style: output.style) { path, number in lines.line(number, of: path) }
        world.writeOutput(Array(printer.text(findings).utf8))
        let paths = loaded.book.documents.map(\.path) + loaded.book.entries.map(\.source.path)
        let sources = Set(paths).count { wanted.contains($0) }
        output.print((findings.isEmpty ? [] : [""]) + [FindingPrinter.summary(of: findings, sources: sources)])
        return isFailed ? .no : .done
    }

    private func summary(_ findings: [Finding]) -> JSONValue {
        let counts = Severity.allCases.map { severity in
            (severity.rawValue, JSONValue.int(findings.count { $0.severity == severity }))
        }
        return .object(Dictionary(uniqueKeysWithValues: counts))
    }
}

extension JSONValue {
    /// A finding in the form that every command gives it.
    init(_ finding: Finding) {
        self = .object([
            "path": .string(finding.path),
            "line": .int(finding.position.line),
            "column": .int(finding.position.column),
            "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.rule.rawValue),
            "message": .string(finding.message),
            "fixes": .array(finding.fixes.map(JSONValue.init)),
        ])
    }

    private init(_ fix: Fix) {
        let edits = fix.edits.map { edit in
            JSONValue.object([
                "source": JSONValue(Source(path: edit.path, range: edit.range)),
                "replacement": .string(edit.replacement),
            ])
        }
        self = .object(["title": .string(fix.title), "edits": .array(edits)])
    }
}
