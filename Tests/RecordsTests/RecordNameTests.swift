import Records
import Testing

@Suite struct RecordNameTests {
    @Test(arguments: [
        ("Use PostgreSQL", "use-postgresql"), ("  a  --  b ", "a-b"), ("../../etc/passwd", "etc-passwd"),
        ("Pipes | and & \"quotes\"", "pipes-and-quotes"), ("Принять CQRS и сагу", "принять-cqrs-и-сагу"),
        ("数据库选型", "数据库选型"), ("🚀 Launch 🚀", "launch"), ("C++ / C#", "c-c"), ("Café", "café"),
        ("version 2.0", "version-2-0"), ("line\nbreak\tand\u{0}NUL", "line-break-and-nul"), ("हिन्दी", "हिन्दी"),
        ("1️⃣ first", "1-first"),
    ])
    func `makes a slug`(title: String, slug: String) throws {
        #expect(try RecordName.slug(title) == slug)
    }

    @Test(arguments: ["", "   ", "...", "🚀🚀", "\n", "—!?", "\u{FE0F}\u{200D}"])
    func `refuses a title that names nothing`(title: String) {
        #expect(throws: RecordError.emptyTitle) { try RecordName.slug(title) }
        #expect(throws: RecordError.emptyTitle) { try RecordName.title(title) }
    }

    @Test func `keeps a slug short, whole words first`() throws {
        let words = try RecordName.slug(Array(repeating: "decision", count: 50).joined(separator: " "))
        #expect(words == Array(repeating: "decision", count: 9).joined(separator: "-"))
        let word = try RecordName.slug(String(repeating: "数", count: 400))
        #expect(word == String(repeating: "数", count: 26))
        #expect(try RecordName.slug(String(repeating: "x", count: 400)).utf8.count == 80)
    }

    @Test func `puts a title on one line`() throws {
        #expect(try RecordName.title("  a\n\tb \u{1B}[31m c ") == "a b [31m c")
        #expect(try RecordName.title("# not a heading") == "# not a heading")
    }

    @Test func `numbers after the highest, whatever the files are`() {
        #expect(RecordName.nextNumber(after: []) == 1)
        #expect(RecordName.nextNumber(after: ["0001-a.md", "0007-b.md", "0003-c.md"]) == 8)
        #expect(RecordName.nextNumber(after: ["0009-not-a-record.txt", "12", "README.md", "rfc-0040-x.md"]) == 13)
        #expect(RecordName.nextNumber(after: ["20260112-dated.md", "0002-a.md"]) == 3)
        #expect(RecordName.nextNumber(after: ["99999999999999999999999-x.md"]) == 1)
    }

    @Test(arguments: [
        ("0012-slug", 12), ("0012", 12), ("0000-first", 0), ("rfc-0003-slug", 3), ("adr-0004-slug", 4),
        ("12345-x", 12345),
        ("20260112-slug", nil), ("20261399-slug", 20_261_399), ("slug", nil), ("12factor", nil), ("rfc-slug", nil),
    ])
    func `finds the number in a stem`(stem: String, number: Int?) {
        #expect(RecordName.number(ofStem: stem) == number)
    }

    @Test func `writes four digits or more`() throws {
        #expect(try RecordName.file(number: 3, title: "A b") == "0003-a-b.md")
        #expect(try RecordName.file(number: 12_345, title: "A") == "12345-a.md")
    }

    @Test(arguments: [
        ("0001-a.md", true), ("no-number.markdown", true), ("README.md", false), ("template.md", false),
        (".hidden.md", false), ("0001-a.txt", false), ("index.md", false),
    ])
    func `tells records from what lies beside them`(name: String, isRecord: Bool) {
        #expect(RecordName.isRecord(file: name) == isRecord)
    }
}
