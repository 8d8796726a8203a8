import Commands
import Model
import TestSupport
import Testing

/// An old book adopts the rules with what is wrong in it today written down.
@Suite struct BaselineTests {
    private static let links = "## Books\n\n- https://a.io/x\n- https://a.io/y\n- https://a.io/y\n"
    private static let arguments = ["--baseline", "known.txt", "--strict"]

    private func adopted() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(workspace: ["knowledge/links.md": Self.links])
        let run = try await RuleCase.check(folder, Self.arguments + ["--write-baseline"])
        #expect(run.exit == 0)
        #expect(run.error == "known.txt now passes over 4 findings.\n")
        return folder
    }

    @Test func `passes over what there was and tells what is new`() async throws {
        let folder = try await adopted()
        let quiet = try await RuleCase.check(folder, Self.arguments)
        #expect(quiet.exit == 0)
        #expect(quiet.output == "No findings in 1 source. The baseline passes over 4.\n")
        try folder.write("knowledge/links.md", Self.links + "- https://a.io/z\n")
        let run = try await RuleCase.check(folder, Self.arguments + ["--json"])
        #expect(run.exit == 1)
        #expect(try run.findings().compactMap { $0["line"]?.int } == [6])
    }

    @Test func `knows a finding again whose line has moved`() async throws {
        let folder = try await adopted()
        let items = Self.links.split(separator: "\n").filter { $0.hasPrefix("- ") }.reversed().joined(separator: "\n")
        try folder.write("knowledge/links.md", "# Reading\n\nSome words.\n\n## Books\n\n\(items)\n")
        let run = try await RuleCase.check(folder, Self.arguments)
        #expect(run.exit == 0, "\(run.output)")
        #expect(run.error.isEmpty)
    }

    @Test func `a second finding on an equal line is new`() async throws {
        let folder = try await adopted()
        try folder.write("knowledge/links.md", Self.links + "\n## Talks\n\n- https://a.io/x\n")
        #expect(try await RuleCase.check(folder, Self.arguments + ["--json"]).findings().count == 1)
    }

    @Test func `tells of entries that are no longer needed, of what was looked at`() async throws {
        let folder = try await adopted()
        try folder.write("knowledge/links.md", "## Books\n\n- [X](https://a.io/x)\n- https://a.io/y\n")
        try folder.write("knowledge/other.md", "Text.\n")
        let run = try await RuleCase.check(folder, Self.arguments)
        #expect(run.exit == 0)
        #expect(run.error.hasPrefix("3 lines of known.txt are no longer true; --write-baseline takes them out:\n"))
        #expect(run.error.contains("\n  link.without-title knowledge/links.md\n"))
        #expect(try await RuleCase.check(folder, Self.arguments + ["knowledge/other.md"]).error.isEmpty)
        _ = try await RuleCase.check(folder, Self.arguments + ["--write-baseline"])
        #expect(try folder.read("known.txt").split(separator: "\n").count == 2)
    }

    @Test func `a baseline of one file leaves what it knows of others`() async throws {
        let folder = try await adopted()
        let before = try folder.read("known.txt")
        try folder.write("knowledge/other.md", "## Books\n\n- https://a.io/x\n")
        _ = try await RuleCase.check(folder, Self.arguments + ["--write-baseline", "knowledge/other.md"])
        let after = try folder.read("known.txt")
        #expect(after.hasPrefix(before))
        #expect(after.dropFirst(before.count).hasSuffix(" knowledge/other.md\n"))
    }

    @Test(arguments: [
        (nil, "there is no baseline at known.txt"), ("<<<<<<< HEAD\n", "known.txt:1: this is no line of a baseline"),
    ])
    func `says what is wrong with a baseline`(text: String?, message: String) async throws {
        let folder = try TemporaryFolder(workspace: text.map { ["known.txt": $0] } ?? [:])
        let run = try await RuleCase.check(folder, Self.arguments)
        #expect(run.exit == 2)
        #expect(run.error.contains(message))
    }

    @Test func `keeps a baseline with its book`() async throws {
        let folder = try TemporaryFolder(workspace: [:])
        let run = try await RuleCase.check(folder, ["--baseline", "../known.txt", "--write-baseline"])
        #expect(run.exit == 2)
        #expect(run.error.contains("is not in the workspace"))
    }
}
