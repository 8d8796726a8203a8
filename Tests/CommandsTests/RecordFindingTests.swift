import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

/// What `check` says of records, where it points, and what it offers.
@Suite struct RecordFindingTests {
    private static func adr(_ number: Int, _ title: String, _ status: String = "Accepted", _ rest: String = "")
        -> String
    {
        "# \(number). \(title)\n\nDate: 2026-01-02\n\n## Status\n\n\(status)\n\n## Context\n\nWhy.\n\(rest)"
    }

    @Test func `a record that names itself is told once and as such`() async throws {
        let found = try await findings([
            "adr/0001-use-queues.md": Self.adr(
                1, "Use queues", "Accepted\n\nAmends [1. Use queues](0001-use-queues.md)")
        ])
        #expect(found.map(\.rule) == ["record.related-to-itself"])
        #expect(found.first?.place == "9:8")
        #expect(found.first?.message.contains("names ADR 1 itself") == true)
    }

    @Test func `a title with another number than its file can be numbered anew`() async throws {
        let found = try await findings(["adr/0003-use-queues.md": Self.adr(9, "Use queues")])
        #expect(found.map(\.rule) == ["record.title-and-file"])
        #expect(found.first?.place == "1:3")
        #expect(found.first?.fixes == ["number the title 3, as its file is"])
    }

    @Test func `a title without a word of its file is a note`() async throws {
        let found = try await findings(["adr/0001-use-queues.md": Self.adr(1, "Keep orders in PostgreSQL")])
        #expect(found.map(\.rule) == ["record.title-and-file"])
        #expect(found.first?.fixes.isEmpty == true)
    }

    @Test func `a mention of a superseded decision is found where it stands`() async throws {
        let found = try await findings([
            "adr/0001-use-queues.md": Self.adr(1, "Use queues", "Superseded by [2. Use a log](0002-use-a-log.md)"),
            "adr/0002-use-a-log.md": Self.adr(
                2, "Use a log", "Accepted\n\nSupersedes [1. Use queues](0001-use-queues.md)"),
            "adr/0003-keep-it.md": Self.adr(
                3, "Keep it", "Accepted", "\nAs ADR-0001 says; RFC 1 is the host software's.\n"),
        ])
        #expect(found.map(\.rule) == ["record.refers-to-superseded"])
        #expect(found.first?.place == "13:4")
    }

    @Test(arguments: ["nygard", "madr", "madr-minimal", "y-statement"])
    func `the text of any template is known by the template`(template: String) async throws {
        let folder = try TemporaryFolder(workspace: [:])
        _ = try await ADR.New.parse(["Use queues", "--template", template]).run(in: .test(directory: folder.path))
        let found = try await findings(in: folder).filter { $0.rule == "record.template-text" }
        #expect(found.count == 1)
        #expect(found.first?.place != "1:1")
    }

    @Test func `a list that is out of date can be written anew`() async throws {
        let readme =
            "# Read me\n\n<!-- adrlog -->\n\n* [1. Use queues](adr/0001-use-queues.md)\n\n<!-- adrlogstop -->\n\nMore.\n"
        let folder = try TemporaryFolder(workspace: [
            "adr/0001-use-queues.md": Self.adr(1, "Use queues"), "adr/0002-use-a-log.md": Self.adr(2, "Use a log"),
            "README.md": readme,
        ])
        let found = try await findings(in: folder)
        #expect(found.map(\.rule) == ["record.list-out-of-date"])
        #expect(found.first?.fixes == ["write the list anew"])
        _ = try await ADR.Toc.parse(["README.md"]).run(in: .test(directory: folder.path))
        #expect(try await findings(in: folder).isEmpty)
        #expect(try folder.read("README.md").hasSuffix("<!-- adrlogstop -->\n\nMore.\n"))
    }

    @Test func `a deadline is pointed at in its field`() async throws {
        let found = try await findings([
            "adr/rfc/rfc-0001-outbox.md":
                "# Outbox\n\nTo be Reviewed By: 2026-01-11\nStatus: Discussion\n\n## Problem\n\nIt hurts.\n\n## Comments\n\n- [ ] Who?\n"
        ])
        #expect(found.map(\.rule) == ["record.deadline-passed", "record.unanswered-comment"])
        #expect(found.map(\.place) == ["3:20", "12:1"])
    }

    struct Found {
        let rule: String
        let place: String
        let message: String
        let fixes: [String]
    }

    private func findings(_ files: [String: String]) async throws -> [Found] {
        try await findings(in: TemporaryFolder(workspace: files))
    }

    private func findings(in folder: TemporaryFolder) async throws -> [Found] {
        let recorder = OutputRecorder()
        _ = try await CheckCommand.parse(["--json"]).run(in: .test(directory: folder.path, recorder: recorder))
        let items = try JSONValue(parsing: recorder.outputBytes).object?["items"]?.array ?? []
        return items.compactMap(\.object).map { item in
            Found(
                rule: item["rule"]?.string ?? "", place: "\(item["line"]?.int ?? 0):\(item["column"]?.int ?? 0)",
                message: item["message"]?.string ?? "",
                fixes: (item["fixes"]?.array ?? []).compactMap { $0.object?["title"]?.string })
        }
    }
}
