/// Records that break a rule about them.
extension RuleCase {
    private static func adr(_ number: Int, _ title: String, _ status: String = "Accepted", _ rest: String = "")
        -> String
    {
        "# \(number). \(title)\n\nDate: 2026-01-02\n\n## Status\n\n\(status)\n\n## Context\n\nWhy.\n\(rest)"
    }

    private static func rfc(_ status: String, _ deadline: String, _ comments: String = "") -> String {
        "# Outbox\n\nTo be Reviewed By: \(deadline)\nStatus: \(status)\n\n## Problem\n\nIt hurts.\n\n## Comments\n\n"
            + "\(comments)\n"
    }

    static let records = [
        RuleCase(
            "record.duplicate-number",
            broken: ["adr/0001-a.md": adr(1, "A"), "adr/0001-b.md": adr(1, "B")],
            sound: ["adr/0001-a.md": adr(1, "A"), "adr/0002-b.md": adr(2, "B")]),
        RuleCase(
            "record.number-gap",
            broken: ["adr/0001-a.md": adr(1, "A"), "adr/0003-b.md": adr(3, "B")],
            sound: ["adr/0001-a.md": adr(1, "A"), "adr/0002-b.md": adr(2, "B")]),
        RuleCase(
            "record.missing-status",
            broken: ["adr/0001-a.md": "# 1. A\n\nDate: 2026-01-02\n\n## Status\n\n## Context\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        RuleCase(
            "record.unknown-status", broken: ["adr/0001-a.md": adr(1, "A", "Waiting for Godot")],
            sound: ["adr/0001-a.md": adr(1, "A", "Proposed")]),
        RuleCase(
            "record.dangling-relation", broken: ["adr/0001-a.md": adr(1, "A", "Amends [9. X](0009-x.md)")],
            sound: ["adr/0001-a.md": adr(1, "A", "Amends [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B")]),
        RuleCase(
            "record.one-way-relation",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"),
                "adr/0002-b.md": adr(2, "B", "Accepted\n\nSupersedes [1. A](0001-a.md)"),
            ]),
        RuleCase(
            "record.superseded-by-nothing", broken: ["adr/0001-a.md": adr(1, "A", "Superseded")],
            sound: ["adr/0001-a.md": adr(1, "A", "Deprecated")]),
        RuleCase(
            "record.succession-cycle",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"),
                "adr/0002-b.md": adr(2, "B", "Superseded by [1. A](0001-a.md)"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
            ]),
        RuleCase(
            "record.two-successors",
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
        RuleCase(
            "record.undated", broken: ["adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        RuleCase(
            "record.unknown-date",
            broken: ["adr/0001-a.md": "# 1. A\n\nDate: 2026-02-30\n\n## Status\n\nAccepted\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        RuleCase(
            "record.deadline-passed", broken: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-01-11")],
            sound: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-01-12")]),
        RuleCase(
            "record.revisit-due",
            broken: ["adr/0001-a.md": adr(1, "A").replacing("Date:", with: "Revisit: 2026-01-12\nDate:")],
            sound: ["adr/0001-a.md": adr(1, "A").replacing("Date:", with: "Revisit: 2026-01-13\nDate:")]),
        RuleCase(
            "record.unanswered-comment",
            broken: ["adr/rfc/rfc-0001-outbox.md": rfc("Accepted", "2026-01-11", "- [ ] Who pays?")],
            sound: ["adr/rfc/rfc-0001-outbox.md": rfc("Accepted", "2026-01-11", "- [x] Who pays?")]),
        RuleCase(
            "record.title-and-file", broken: ["adr/0003-use-queues.md": adr(9, "Use queues between services")],
            sound: ["adr/0003-use-queues.md": adr(3, "Use queues between services")]),
        RuleCase(
            "record.related-to-itself", broken: ["adr/0001-a.md": adr(1, "A", "Amends [1. A](0001-a.md)")],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        RuleCase(
            "record.no-review-day", broken: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-02-30")],
            sound: ["adr/rfc/rfc-0001-outbox.md": rfc("Discussion", "2026-02-20")]),
        RuleCase(
            "record.list-out-of-date",
            broken: ["adr/0001-a.md": adr(1, "A"), "README.md": "<!-- adrlog -->\n<!-- adrlogstop -->\n\nEnd.\n"],
            sound: [
                "adr/0001-a.md": adr(1, "A"),
                "README.md": "<!-- adrlog -->\n\n* [1. A](adr/0001-a.md)\n\n<!-- adrlogstop -->\n\nEnd.\n",
            ]),
        RuleCase(
            "record.template-text",
            broken: [
                "adr/0001-a.md": adr(
                    1, "A", "Accepted", "\nThe change that we're proposing or have agreed to implement.\n")
            ],
            sound: [
                "adr/0001-a.md": adr(
                    1, "A", "Proposed", "\nThe change that we're proposing or have agreed to implement.\n")
            ]),
        RuleCase(
            "record.refers-to-superseded",
            broken: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
                "adr/0003-c.md": adr(3, "C", "Accepted", "\nAs in [A](0001-a.md).\n"),
            ],
            sound: [
                "adr/0001-a.md": adr(1, "A", "Superseded by [2. B](0002-b.md)"), "adr/0002-b.md": adr(2, "B"),
                "adr/0003-c.md": adr(3, "C", "Accepted", "\nAs in [B](0002-b.md).\n"),
            ]),
        RuleCase(
            "record.missing-title", broken: ["adr/0001-a.md": "Date: 2026-01-02\n\n## Status\n\nAccepted\n"],
            sound: ["adr/0001-a.md": adr(1, "A")]),
        RuleCase(
            "record.unreadable",
            broken: ["adr/0001-a.md": String(repeating: "a", count: 17 << 20)],
            sound: ["adr/0001-a.md": adr(1, "A")]),
    ]
}
