import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

/// Each rule about records on a workspace that breaks it, and on one that does not.
@Suite struct RecordChecksTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let broken: [String: String]
        let sound: [String: String]
        var testDescription: String { rule }
    }

    private static func adr(_ number: Int, _ title: String, _ status: String = "Accepted", _ rest: String = "")
        -> String
    {
        "# \(number). \(title)\n\nDate: 2026-01-02\n\n## Status\n\n\(status)\n\n## Context\n\nWhy.\n\(rest)"
    }

    private static func rfc(_ status: String, _ deadline: String, _ comments: String = "") -> String {
        "# Outbox\n\nTo be Reviewed By: \(deadline)\nStatus: \(status)\n\n## Problem\n\nIt hurts.\n\n## Comments\n\n"
            + "\(comments)\n"
    }

    static let cases = [
        Case(
            rule: "record.duplicate-number",
            broken: ["adr/0001-a.md": adr(1, "A"), "adr/0001-b.md": adr(1, "B")],
            sound: ["adr/0001-a.md": adr(1, "A"), "adr/0002-b.md": adr(2, "B")]),
        Case(
            rule: "record.number-gap",
            broken: ["adr/0001-a.md": adr(1, "A"), "adr/0003-b.md": adr(3, "B")],
            sound: ["adr/0001-a.md": adr(1, "A"), "adr/0002-b.md": adr(2, "B")]),
        Case(
            rule: "record.missing-status",
            broken: ["adr/0001-a.md": "# 1. A\n\nDate: 2026-01-02\n\n## Status\n\n## Context\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        Case(
            rule: "record.unknown-status", broken: ["adr/0001-a.md": adr(1, "A", "Waiting for Godot")],
            sound: ["adr/0001-a.md": adr(1, "A", "Proposed")]),
        Case(
            rule: "record.dangling-relation", broken: ["adr/0001-a.md": adr(1, "A", "Amends [9. X](0009-x.md)")],
            sound: ["adr/0001-a.md": adr(1, "A", "Amends [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B")]),
        Case(
            rule: "record.one-way-relation",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"),
                "adr/0002-b.md": adr(2, "B", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
            ]),
        Case(
            rule: "record.superseded-by-nothing", broken: ["adr/0001-a.md": adr(1, "A", "Superseded")],
            sound: ["adr/0001-a.md": adr(1, "A", "Deprecated")]),
        Case(
            rule: "record.succession-cycle",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"),
                "adr/0002-b.md": adr(2, "B", "Superseded by [1. A](0001-a.md)"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
            ]),
        Case(
            rule: "record.two-successors",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"),
                "adr/0002-b.md": adr(2, "B", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
                "adr/0003-c.md": adr(3, "C", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)\n\nSuperseded by [3. C](0003-c.md)"),
                "adr/0002-b.md": adr(2, "B", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
                "adr/0003-c.md": adr(3, "C", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
            ]),
        Case(
            rule: "record.undated", broken: ["adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        Case(
            rule: "record.unknown-date",
            broken: ["adr/0001-a.md": "# 1. A\n\nDate: 2026-02-30\n\n## Status\n\nAccepted\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        Case(
            rule: "record.deadline-passed", broken: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-01-11")],
            sound: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-01-12")]),
        Case(
            rule: "record.revisit-due",
            broken: ["adr/0001-a.md": adr(1, "A").replacing("Date:", with: "Revisit: 2026-01-12\nDate:")],
            sound: ["adr/0001-a.md": adr(1, "A").replacing("Date:", with: "Revisit: 2026-01-13\nDate:")]),
        Case(
            rule: "record.unanswered-comment",
            broken: ["adr/rfc/rfc-0001-outbox.md": rfc("Accepted", "2026-01-11", "- [ ] Who pays?")],
            sound: ["adr/rfc/rfc-0001-outbox.md": rfc("Accepted", "2026-01-11", "- [x] Who pays?")]),
        Case(
            rule: "record.title-and-file", broken: ["adr/0001-use-queues.md": adr(1, "Keep orders in PostgreSQL")],
            sound: ["adr/0001-use-queues.md": adr(1, "Use queues between services")]),
        Case(
            rule: "record.template-text",
            broken: [
                "adr/0001-a.md": adr(
                    1, "A", "Accepted", "\nThe change that we're proposing or have agreed to implement.\n")
            ],
            sound: [
                "adr/0001-a.md": adr(
                    1, "A", "Proposed", "\nThe change that we're proposing or have agreed to implement.\n")
            ]),
        Case(
            rule: "record.refers-to-superseded",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
                "adr/0003-c.md": adr(3, "C", "Accepted", "\nAs in [A](0001-a.md).\n"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
                "adr/0003-c.md": adr(3, "C", "Accepted", "\nAs in [B](0002-b.md).\n"),
            ]),
    ]

    @Test(arguments: cases)
    func `fires on what breaks it and on nothing else`(example: Case) async throws {
        #expect(try await rules(example.broken).contains(example.rule))
        #expect(try await !rules(example.sound).contains(example.rule))
    }

    /// The rules that the findings of `check` name.
    private func rules(_ files: [String: String]) async throws -> Set<String> {
        let folder = try TemporaryFolder(workspace: files)
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        _ = try await CheckCommand.parse(["--json", "--strict"]).run(in: world)
        let items = try JSONValue(parsing: recorder.outputBytes).object?["items"]?.array ?? []
        return Set(items.compactMap { $0.object?["rule"]?.string })
    }
}
