import Commands
import FoundationEssentials
import Model
import TestSupport
import Testing

/// The whole process of a proposal in the manner of each tool, beside files that the tool would have written.
@Suite struct ProposalDialectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let dialect: String
        /// The file of the next proposal.
        let file: String
        /// What a new proposal has, whole lines.
        let new: [String]
        /// What it has besides once it is accepted.
        let accepted: [String]
        var testDescription: String { dialect }
    }

    static let cases = [
        Case(
            dialect: "geode", file: "rfc-0004-split-orders.md",
            new: ["# Split orders", "To be Reviewed By: 2026-01-26", "Authors: Bo", "Decider: Ann", "Status: Draft"],
            accepted: ["Status: Accepted", "Related: Led to [ADR-0001](../0001-outbox.md)"]),
        Case(
            dialect: "kip", file: "kip-4-split-orders.md",
            new: [
                "# KIP-4: Split orders", "**Current state**: *Draft*", "**To be Reviewed By**: *2026-01-26*",
                "**Decider**: *Ann*", "**Authors**: *Bo*",
            ],
            accepted: ["**Current state**: *Accepted*", "**To be Reviewed By**: *2026-02-02*"]),
        Case(
            dialect: "rust-rfc", file: "0004-split-orders.md",
            new: ["- Feature Name: Split orders", "- To be Reviewed By: 2026-01-26", "- Decider: Ann"],
            accepted: ["- Status: accepted", "- Led to [ADR-0001](../0001-outbox.md)"]),
        Case(
            dialect: "ember", file: "0004-split-orders.md",
            new: ["stage: proposed", "review-by: 2026-01-26", "decider: Ann", "# Split orders"],
            accepted: ["stage: accepted", "decided: 2026-01-12 by Ann", "- Led to [ADR-0001](../0001-outbox.md)"]),
        Case(
            dialect: "nixos", file: "0004-split-orders.md",
            new: ["feature: Split orders", "review-by: 2026-01-26", "shepherd-leader: Ann", "status: draft"],
            accepted: ["status: accepted", "- Led to [ADR-0001](../0001-outbox.md)"]),
        Case(
            dialect: "eip", file: "eip-4.md",
            new: ["eip: 4", "title: Split orders", "status: Draft", "last-call-deadline: 2026-01-26", "decider: Ann"],
            accepted: ["status: Final", "last-call-deadline: 2026-02-02"]),
        Case(
            dialect: "govuk", file: "rfc-004-split-orders.md",
            new: ["status: proposed", "review_by: 2026-01-26", "decider: Ann", "# Split orders"],
            accepted: ["status: accepted", "opened: 2026-01-12"]),
        Case(
            dialect: "pep", file: "pep-0004.rst",
            new: [
                "PEP: 4", "Title: Split orders", "Status: Draft", "Created: 12-Jan-2026", "PEP-Delegate: Ann",
                "Review-By: 26-Jan-2026", "Abstract", "========",
            ],
            accepted: ["Status: Accepted", "Related: Led to 0001-outbox"]),
        Case(
            dialect: "swift-evolution", file: "0004-split-orders.md",
            new: [
                "* Proposal: [SE-0004](0004-split-orders.md)", "* Authors: Bo", "* Review Manager: Ann",
                "* Status: Scheduled for review (January 12 - January 26, 2026)",
            ],
            accepted: ["* Status: Accepted", "* Led to [ADR-0001](../0001-outbox.md)"]),
        Case(
            dialect: "kep", file: "0004-split-orders/kep.yaml",
            new: [
                "title: Split orders", "kep-number: 4", "status: provisional", "review-by: 2026-01-26",
                "approvers: [Ann]",
            ],
            accepted: ["status: implementable", "see-also: [0001-outbox]"]),
    ]

    @Test(arguments: cases)
    func `a proposal lives in the manner of its neighbours`(example: Case) async throws {
        let book = try Shelf(of: example.dialect)
        let file = "adr/rfc/\(example.file)"
        #expect(try await book.run("rfc new Split orders --author Bo --decider Ann").output == "\(file)\n")
        for line in example.new { #expect(try book.lines(file).contains(line), "\(line)") }
        #expect(try await book.status(4) != "discussion")
        try await book.run("rfc open 4")
        #expect(try await book.status(4) == "discussion")
        let due = try await book.run("rfc due --as-of 2026-01-27", code: 1)
        #expect(Self.row(of: example, in: due.output) == ["2026-01-26", "1", "day", "late", "review"])
        try await book.run("rfc extend 4 --until 2026-02-02 --reason tests")
        let later = try await book.run("rfc due --as-of 2026-01-31", code: nil)
        #expect(Self.row(of: example, in: later.output) == ["2026-02-02", "in", "2", "days", "review"])
        try await book.run("rfc accept 4 --adr Outbox --revisit 2026-07-01")
        for line in example.accepted { #expect(try book.lines(file).contains(line), "\(line)") }
        #expect(try await book.status(4) == "accepted")
        #expect(try book.text("adr/0001-outbox.md").contains("Follows from ["))
        #expect(try await book.run("rfc due --as-of 2028-01-01", code: 1).output.contains("2026-07-01"))
        // What a KEP says stands beside its kep.yaml, which takes no remarks.
        let isText = example.dialect != "kep"
        try await book.run("rfc errata 4 Faster", code: isText ? 0 : 2)
        #expect(try book.text(file).contains("- 2026-01-12: Faster\n") == isText)
        // Nothing that was written is wrong in the eyes of the check.
        let findings = try await book.run("check \(file) --json", code: nil).output
        #expect(!findings.contains("\"error\","), "\(findings)")
    }

    /// The words of a proposal's line before its name.
    private static func row(of example: Case, in list: String) -> [Substring]? {
        let line = list.split(separator: "\n").first { $0.contains("Split orders") }
        return line.map { Array($0.split(separator: " ").prefix(5)) }
    }

    @Test func `a discussion without a day is overdue and can be given one`() async throws {
        let book = try Shelf(of: "kip")
        let due = try await book.run("rfc due", code: 1)
        #expect(due.output.contains("no day  never ends  review  kip-3-keep-orders-in-postgresql"))
        #expect(try await book.run("check", code: 1).output.contains("record.no-review-day"))
        try await book.run("rfc open 3 --review-by 2026-01-20")
        #expect(
            try book.lines("adr/rfc/kip-3-keep-orders-in-postgresql.md").contains("**To be Reviewed By**: *2026-01-20*")
        )
        #expect(try await book.run("rfc due").output.hasPrefix("2026-01-20  in 8 days"))
        let again = try await book.run("rfc open 3", code: 2)
        #expect(again.error.contains("is in discussion until 2026-01-20 already"))
    }

    @Test func `a day that cannot be read is put right by an extension`() async throws {
        let book = try Shelf(of: "geode")
        let file = "adr/rfc/rfc-0003-keep-orders-in-postgresql.md"
        try book.write(file, try book.text(file).replacing("2026-01-22", with: "2026-02-30"))
        #expect(try await book.run("rfc due", code: 1).output.contains("no day  never ends"))
        try await book.run("rfc extend 3 --until 2026-01-30 --reason tests")
        #expect(try book.lines(file).contains("To be Reviewed By: 2026-01-30"))
        #expect(try book.lines(file).contains("Extended: on 2026-01-12 to 2026-01-30, because tests"))
    }

    @Test(arguments: [
        "January 12 - January 26, 2026", "Jan 12...26, 2026", "January 12th...26th, 2026",
        "12 January – 26 January 2026",
        "December 28, 2025 - January 26, 2026", "2026-01-12 - 2026-01-26",
    ])
    func `the range of Swift Evolution is the time of review`(range: String) async throws {
        let book = try Shelf(of: "swift-evolution")
        let file = "adr/rfc/0003-keep-orders-in-postgresql.md"
        try book.write(file, try book.text(file).replacing("January 12 - January 26, 2026", with: range))
        #expect(try await book.run("rfc due").output.hasPrefix("2026-01-26  in 14 days  review"))
        try await book.run("rfc extend 3 --until 2026-02-02 --reason tests")
        #expect(
            try book.text(file).contains("* Status: **Active review (")
                && book.text(file).contains("February 2, 2026)**"))
    }

    @Test func `a file that several tools share keeps one key for two extensions`() async throws {
        let book = try Shelf(of: "eip")
        try await book.run("rfc extend 3 --until 2026-02-05 --reason tests")
        try await book.run("rfc extend 3 --until 2026-02-07 --reason more")
        let extended = try book.lines("adr/rfc/eip-3.md").filter { $0.hasPrefix("extended:") }
        #expect(
            extended == [
                "extended: on 2026-01-12 from 2026-02-01 to 2026-02-05, because tests; on 2026-01-12 from 2026-02-05 to "
                    + "2026-02-07, because more"
            ])
    }
}

/// A workspace with the proposals of a dialect's fixture.
private final class Shelf {
    private let folder: TemporaryFolder

    init(of dialect: String) throws {
        folder = try TemporaryFolder(workspace: [:])
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "RecordsTests/Fixtures/\(dialect)")
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path)
        where name.contains(".") && name != "expected.txt" {
            let text = String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
            try folder.write("adr/rfc/\(name)", text)
        }
    }

    /// Runs a command line whose words have no blanks in them.
    ///
    /// - Parameter code: the exit code that is expected; nil when it does not matter.
    @discardableResult
    func run(_ line: String, code: Int32? = 0) async throws -> OutputRecorder {
        let recorder = OutputRecorder()
        let words = line.split(separator: " ").map(String.init)
        let result = await Archbook.run(words, in: .test(directory: folder.path, recorder: recorder))
        if let code { #expect(result == code, "\(line): \(recorder.error)\(recorder.output)") }
        return recorder
    }

    /// The status of a proposal.
    func status(_ number: Int) async throws -> String? {
        let answer = try await JSONValue(parsing: run("rfc show \(number) --json").outputBytes)
        return answer.object?["items"]?.array?.first?.object?["status"]?.string
    }

    func text(_ path: String) throws -> String { try folder.read(path) }
    func lines(_ path: String) throws -> [String] { try text(path).split(separator: "\n").map(String.init) }
    func write(_ path: String, _ text: String) throws { try folder.write(path, text) }
}
