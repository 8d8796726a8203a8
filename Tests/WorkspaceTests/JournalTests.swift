import Testing

@testable import Workspace

@Suite struct JournalTests {
    private let journal = Journal(
        steps: [
            .replace(target: "adr/0001-a b.md", staged: "adr/.archbook-after-0", before: .init(Array("old".utf8))),
            .create(target: "adr/0002-\n\t\"é.md", staged: "adr/.archbook-after-1"),
            .remove(target: "top.md", before: .init([])),
        ],
        folders: ["adr", "adr/sub"]
    )

    @Test func `comes back from its bytes as it was`() {
        #expect(Journal(journal.bytes) == journal)
    }

    @Test func `is not taken for whole when any of its end is missing`() {
        let bytes = journal.bytes
        for count in 0..<bytes.count { #expect(Journal(Array(bytes[..<count])) == nil, "\(count) bytes") }
        #expect(Journal(bytes + [0]) == nil)
        #expect(Journal(bytes + bytes) == nil)
    }

    @Test(arguments: ["../out", "/etc/passwd", "a/../../out", "a//b", ".", ""])
    func `refuses a path that leads out`(path: String) {
        let steps: [Journal.Step] = [
            .create(target: path, staged: ".archbook-after-0"), .remove(target: path, before: .init([])),
            .create(target: "fine", staged: "\(path)/.archbook-after-0"),
        ]
        for step in steps { #expect(Journal(Journal(steps: [step]).bytes) == nil) }
        #expect(
            Journal(Journal(steps: [.create(target: "a", staged: ".archbook-after-0")], folders: [path]).bytes) == nil)
    }

    @Test(arguments: [
        ("a", "notes.md"), ("adr/a", ".archbook-after-0"), ("a", "adr/.archbook-after-0"),
        ("adr/a", "adr/.archbook-x/y"), (".git/hooks/a", ".git/hooks/.archbook-after-0"),
    ])
    func `takes only hidden files beside their target for staged ones`(target: String, staged: String) {
        #expect(Journal(Journal(steps: [.create(target: target, staged: staged)]).bytes) == nil)
    }

    @Test func `tells contents apart by their bytes`() {
        #expect(Journal.Fingerprint([1, 2]) == Journal.Fingerprint([1, 2]))
        #expect(Journal.Fingerprint([1, 2]) != Journal.Fingerprint([2, 1]))
        #expect(Journal.Fingerprint([]) != Journal.Fingerprint([0]))
    }
}
