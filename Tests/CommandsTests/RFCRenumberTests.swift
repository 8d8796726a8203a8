import Commands
import Model
import TestSupport
import Testing

/// Two branches that gave one number to two proposals.
@Suite struct RFCRenumberTests {
    private static func proposal(_ title: String, _ text: String = "It hurts.") -> String {
        "# \(title)\n\nTo be Reviewed By: 2026-01-20\nStatus: Draft\nRelated: N/A\n\n## Problem\n\n\(text)\n"
    }

    @Test func `the proposal that others name keeps the number`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/rfc/rfc-0001-log.md": Self.proposal("Log"), "adr/rfc/rfc-0001-outbox.md": Self.proposal("Outbox"),
            "adr/rfc/rfc-0002-relay.md": Self.proposal("Relay", "After [the outbox](rfc-0001-outbox.md)."),
        ])
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        #expect(await Archbook.run(["rfc", "renumber"], in: world) == 0)
        #expect(folder.exists("adr/rfc/rfc-0001-log.md"))
        #expect(await Archbook.run(["rfc", "renumber", "--write"], in: world) == 0)
        #expect(try folder.read("adr/rfc/rfc-0003-log.md").contains("\nFormerly: 0001\n"))
        #expect(try folder.read("adr/rfc/rfc-0001-outbox.md") == Self.proposal("Outbox"))
        #expect(!folder.exists("adr/rfc/rfc-0001-log.md"))
    }

    @Test func `the title follows in the words of its process`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/rfc/rfc-0001-log.md": Self.proposal("KIP-1: Log"),
            "adr/rfc/rfc-0001-outbox.md": Self.proposal("Outbox"),
            "adr/rfc/rfc-0002-relay.md": Self.proposal("Relay", "After [the outbox](rfc-0001-outbox.md)."),
        ])
        let world = World.test(directory: folder.path, recorder: OutputRecorder())
        #expect(await Archbook.run(["rfc", "renumber", "--write"], in: world) == 0)
        #expect(try folder.read("adr/rfc/rfc-0003-log.md").hasPrefix("# KIP-3: Log\n"))
    }

    @Test func `a bare number follows its file or is told, and decisions keep theirs`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/rfc/rfc-0001-log.md": Self.proposal("Log"), "adr/rfc/rfc-0001-outbox.md": Self.proposal("Outbox"),
            "adr/rfc/rfc-0002-relay.md": Self.proposal(
                "Relay", "[It](rfc-0001-outbox.md), [again](rfc-0001-outbox.md)."),
            "knowledge/a.md": "# A\n\nADR-0001, RFC-0001, [the log](../adr/rfc/rfc-0001-log.md).\n",
            "knowledge/b.md": "# B\n\nRFC-0001.\n",
        ])
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        #expect(await Archbook.run(["rfc", "renumber", "--write"], in: world) == 0)
        #expect(
            try folder.read("knowledge/a.md") == "# A\n\nADR-0001, RFC-0003, [the log](../adr/rfc/rfc-0003-log.md).\n")
        #expect(try folder.read("knowledge/b.md") == "# B\n\nRFC-0001.\n")
        #expect(recorder.error.contains("knowledge/b.md:3 has RFC-0001, which may mean either; name the file there"))
    }
}
