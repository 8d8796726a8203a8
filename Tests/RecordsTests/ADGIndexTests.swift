import Model
import Records
import Testing

/// The index of an ADG model, changed in nothing but the entries that must.
@Suite struct ADGIndexTests {
    private static func entry(_ id: String, _ title: String, status: String = "open") -> String {
        """
            "\(id)":
                adr_id: "\(id)"
                title: \(title)
                status: \(status)
                tags:
                    - queues
                links:
                    precedes: []
                    succeeds:
                        - "0001"
                comments: []

        """
    }

    private static func record(_ id: String, _ title: String, status: String = "open", more: String = "") -> [UInt8] {
        let head = "adr_id: \"\(id)\"\ntitle: \(title)\nstatus: \(status)\ntags:\n    - queues\n"
        let links = "links:\n    precedes: []\n    succeeds:\n        - \"0001\"\ncomments: []\n"
        return Array("---\n\(head)\(more)\(links)---\n\n## <a name=\"question\"></a> Question\n".utf8)
    }

    private static func updated(_ index: String, _ records: [UInt8]...) -> String? {
        guard var index = ADGIndex(Array(index.utf8)) else { return nil }
        for record in records { index.take(record) }
        return index.text.text
    }

    @Test func `begins an empty one`() {
        #expect(
            Self.updated("decisions: {}\n", Self.record("0001", "a"), Self.record("0002", "b"))
                == "decisions:\n" + Self.entry("0001", "a") + Self.entry("0002", "b"))
    }

    @Test func `puts an entry in the order of the ids`() {
        let (first, third) = (Self.entry("0001", "a"), Self.entry("0003", "c"))
        #expect(
            Self.updated("decisions:\n\(first)\(third)", Self.record("0002", "b"))
                == "decisions:\n\(first)\(Self.entry("0002", "b"))\(third)")
        #expect(
            Self.updated("decisions:\n\(third)", Self.record("0001", "a")) == "decisions:\n\(first)\(third)")
    }

    @Test func `writes one entry anew and keeps every other byte`() {
        let before = "# ours\ndecisions:\n\(Self.entry("0001", "a"))  # kept\n\(Self.entry("0002", "b"))# the end"
        let after =
            "# ours\ndecisions:\n\(Self.entry("0001", "a", status: "decided"))  # kept\n\(Self.entry("0002", "b"))# the end"
        #expect(Self.updated(before, Self.record("0001", "a", status: "decided")) == after + "\n")
    }

    @Test func `keeps line endings, and leaves out what ADG does not know`() {
        let index = Self.entry("0001", "a").replacing("\n", with: "\r\n")
        let record = Self.record("0002", "b", more: "revisit: 2026-01-01\nparts:\n  - x\n")
        #expect(
            Self.updated("decisions:\r\n\(index)", record)
                == "decisions:\r\n\(index)" + Self.entry("0002", "b").replacing("\n", with: "\r\n"))
    }

    @Test(arguments: ["", "decisions: {\"0001\": {}}\n", "other:\n    x: 1\n"])
    func `is none in another form`(text: String) {
        #expect(ADGIndex(Array(text.utf8)) == nil)
    }

    @Test func `takes nothing from a record without an id`() {
        let index = "decisions:\n\(Self.entry("0001", "a"))"
        #expect(Self.updated(index, Array("# A\n\n## Status\n\nAccepted\n".utf8)) == index)
    }
}
