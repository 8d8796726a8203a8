import FoundationEssentials
import Testing

/// Whole commands, compared with what they printed and changed when they were recorded.
///
/// `ARCHBOOK_RECORD=1 swift test --filter GoldenTests` records them anew; then look at the difference and commit it.
struct GoldenTests {
    private static let isRecording = ProcessInfo.processInfo.environment["ARCHBOOK_RECORD"] == "1"

    @Test(arguments: GoldenCase.all)
    func `prints and changes what was recorded`(_ golden: GoldenCase) async throws {
        let run = try await golden.run()
        let recorded = try golden.recorded()
        if Self.isRecording || recorded.isEmpty {
            try golden.record(run)
            Issue.record("recorded \(golden.testDescription); look at it, commit it, and run the test again")
            return
        }
        for name in Set(run.keys).union(recorded.keys).sorted() {
            let (now, before) = (run[name] ?? "", recorded[name] ?? "")
            #expect(now == before, "\(name) differs: \(Self.firstDifference(before, now))")
        }
    }

    @Test func `every command has a recorded run`() async throws {
        let recorded = try GoldenCase.all.flatMap { try $0.commands() }.map(\.arguments)
        for command in try await CommandTree.read() where command.isLeaf {
            let runs = recorded.filter { command.isCalled(by: $0) && !$0.contains("--help") }
            #expect(!runs.isEmpty, "archbook \(command.name) has no case in Golden")
        }
    }

    private static func firstDifference(_ before: String, _ now: String) -> String {
        let before = before.split(separator: "\n", omittingEmptySubsequences: false)
        let now = now.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(before, now).enumerated().first { $1.0 != $1.1 }?.offset ?? min(before.count, now.count)
        let (old, new) = (before.dropFirst(line).first ?? "(end)", now.dropFirst(line).first ?? "(end)")
        return "line \(line + 1) was `\(old)` and is `\(new)`"
    }
}
