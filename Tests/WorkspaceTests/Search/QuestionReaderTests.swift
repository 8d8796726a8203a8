import Model
import TestSupport
import Testing

@testable import Workspace

/// The questions that the index gives are those of the book, whatever happens to the files and to the index.
struct QuestionReaderTests {
    @Test(arguments: 1...6)
    func `gives the questions of the book after every edit`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let folder = try TemporaryFolder(["knowledge/vocabulary.yml": Self.vocabulary])
        for _ in 0..<10 {
            try edit(folder, &random)
            let workspace = try OpenWorkspace(root: folder.path)
            let expected = await workspace.readBook().entries.filter { [.question, .exercise].contains($0.kind) }
            // Once with the index as it was left, once with the one that the first time has written.
            for _ in 0..<2 {
                let found = await workspace.readQuestions(version: "test", environment: [:])
                #expect(found == expected)
            }
        }
    }

    @Test func `gives the questions where no cache can be written`() async throws {
        let folder = try TemporaryFolder(["knowledge/saga.md": "# Sagas\n\n## What is a saga?\n\nSteps.\n"])
        try folder.write(".archbook", "")
        let found = try await OpenWorkspace(root: folder.path).readQuestions(version: "test", environment: [:])
        #expect(found.map(\.title) == ["What is a saga?"])
    }

    /// Changes the files, or damages or removes the index.
    private func edit(_ folder: TemporaryFolder, _ random: inout SeededRandom) throws {
        let name = "knowledge/\(["a", "b", "week/c"].randomElement(using: &random) ?? "a").md"
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where folder.exists(name): try folder.remove(name)
        case 1 where folder.exists(Self.index):
            var bytes = try folder.bytes(Self.index)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 0x55
            try folder.write(Self.index, bytes)
        case 2 where folder.exists(Self.index): try folder.remove(Self.index)
        case 3: try folder.write("knowledge/vocabulary.yml", Self.vocabulary + "  # changed\n")
        default:
            let parts = (0..<3).map { _ in Self.sections.randomElement(using: &random) ?? "" }
            try folder.write(name, "# Notes\n\n" + parts.joined(separator: "\n"))
        }
    }

    private static let index = ".archbook/cache/search.index"
    private static let vocabulary = "concepts:\n  - id: saga\n    label: {en: Saga, ru: Сага}\n"
    private static let sections = [
        "## What is a saga?\n\nA chain of local transactions, each with its own compensation, and no lock over all.\n",
        "## Что такое CQRS?\n\nДве модели: одна для записи, другая для чтения, и журнал между ними.\n",
        "## What is a queue?\n<!-- q: queue -->\n\nA buffer.\n",
        "## Queue\n\nA buffer between services.\n\n- [Queues](https://example.org/queue) - an overview\n",
        """
        ## Question 1: Order saga (40 points)

        **Problem:** Orders are lost when the payment fails.

        **Tasks:**
        1. Draw the steps.
        2. Name the compensations.

        **Model Answer (40/40):**

        An orchestrator keeps the state.

        **Score: 40/40**
        - Steps (20 pts)
        - Compensations (20 pts)

        """,
        "## Practice exercises\n\n### Exercise 1: Build an outbox\n\n**Problem:** Events are lost.\n",
    ]
}
