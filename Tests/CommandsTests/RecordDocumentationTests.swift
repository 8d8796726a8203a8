import FoundationEssentials
import Model
import Records
import Testing

/// The tables of the documentation are those of the program; where one's name stands instead of it, it is written.
@Suite(.serialized) struct RecordDocumentationTests {
    private static let tables = [
        ("docs/records.md", "STATUS-TABLE", RecordStatus.table),
        ("docs/process.md", "DECISION-TABLE", Lifecycle.decision.table),
        ("docs/process.md", "PROPOSAL-TABLE", Lifecycle.proposal.table),
        ("docs/process.md", "STATE-TABLE", ProcessSettings.table),
    ]

    @Test(arguments: tables)
    func `the documentation has the table of the program`(path: String, place: String, table: String) throws {
        let text = try Repository.read(path)
        if text.contains("\(place)\n") {
            let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(path)")
            try Data(text.replacing("\(place)\n", with: table + "\n").utf8).write(to: url)
            Issue.record("the table was written into \(path); look at it and run the test again")
            return
        }
        #expect(text.contains(table), "\(path) lacks the table \(place):\n\(table)")
    }

    @Test func `the documentation names every key of the process`() throws {
        let (settings, process) = (try Repository.read("docs/settings.md"), try Repository.read("docs/process.md"))
        for key in ProcessSettings.Key.allCases {
            #expect(settings.contains("| `process.\(key.rawValue)` |"))
            #expect(process.contains(key.rawValue))
        }
    }

    @Test func `the documentation names every dialect`() throws {
        let text = try Repository.read("docs/records.md")
        for dialect in Dialect.all { #expect(text.contains("| `\(dialect.name.rawValue)` |")) }
    }

    @Test(arguments: [
        ("decision", "nygard"), ("madr", "madr"), ("madr-minimal", "madr-minimal"), ("y-statement", "y-statement"),
        ("proposal", "proposal"),
    ])
    func `a template's file is the template that is built in`(file: String, name: String) throws {
        let template = try #require(RecordTemplate.builtIn[name])
        #expect(try Repository.read("templates/\(file).md") == template.bytes.text)
    }
}
