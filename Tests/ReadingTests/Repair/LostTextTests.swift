import Reading
import Testing

@Suite struct `Lost text` {
    @Test(arguments: ["🧪", "🛡️", "🏗️", "🏛️", "☁️", "🤖", "❤️"])
    func `is named by what it may have been`(_ emoji: String) throws {
        let debris = try #require(residue(of: emoji))
        let text = debris + " Testing Patterns"
        let result = TextRepair.repair(Array(text.utf8))
        #expect(result.edits == [])
        #expect(String(decoding: result.bytes, as: UTF8.self) == text)
        let lost = try #require(result.lost.first)
        #expect(lost.original == 0..<debris.utf8.count)
        #expect(lost.encoding == .iso8859_7)
        #expect(lost.candidates.isEmpty || lost.candidates.contains(emoji), "\(lost.candidates)")
    }

    @Test func `has one candidate where one emoji leaves it`() {
        #expect(TextRepair.repair(Array("π§ͺ Tests".utf8)).lost.map(\.candidates) == [["🧪"]])
        #expect(TextRepair.repair(Array("π‘οΈ Security".utf8)).lost.map(\.candidates) == [["🌡️", "🗡️", "🛡️"]])
    }

    @Test func `counts a bare letter only before a capitalised word and beside other debris`() {
        let debris = { (text: String) in TextRepair.repair(Array(text.utf8)).lost.map(\.original.lowerBound) }
        #expect(debris("π Data\nπ Links") == [])
        #expect(debris("π Data\nπ§ͺ Tests\nπ is irrational, 2π Periods") == [0, 8])
        #expect(debris("## π Data\n- π Links\nthe π Room\nποΈ Apps").count == 3)
    }

    @Test func `has one candidate where only the first character is gone`() {
        let lost = TextRepair.repair(Array("Ship üöÄ now".utf8)).lost
        #expect(lost.map(\.candidates) == [["🚀"]])
        #expect(lost.map(\.encoding) == [.macRoman])
        #expect(TextRepair.withoutDebris("üöÄ Launch") == "Launch")
    }

    @Test func `names the letters of a lead without its follower`() {
        let result = TextRepair.repair(Array("Ð²Ð°Ñ Ð¸ ÑÐ¾Ð²ÐµÑ‚".utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == "ваÑ и Ñовет")
        #expect(result.lost.map(\.candidates) == [["с", "э", "я", "ѐ", "ѝ"], ["с", "э", "я", "ѐ", "ѝ"]])
        #expect(result.lost.map(\.original) == [8..<10, 16..<18])
        #expect(result.lost.map(\.encoding) == [.windows1252, .windows1252])
    }

    @Test func `stands where it stood in the text given`() {
        let result = TextRepair.repair(Array("‚Üí x\nπ§ͺ Tests".utf8))
        #expect(result.lost.map(\.original) == [10..<16])
    }

    @Test(arguments: [
        ("π Architecture Categories", "Architecture Categories"),
        ("ποΈ Application Architecture", "Application Architecture"),
        ("π§ͺ Testing Patterns", "Testing Patterns"), ("βοΈ Cloud-Native Patterns", "Cloud-Native Patterns"),
        ("Testing π§ͺ Patterns", "Testing Patterns"), ("Patterns π§ͺ", "Patterns"), ("π‘ Ideas", "Ideas"),
        ("π is irrational", "π is irrational"), ("2π Periods", "2π Periods"), ("π", "π"), ("ποΈ", "ποΈ"),
        ("The π Room", "The π Room"), ("π = 3.14", "π = 3.14"), ("Η ουρά π. Βασιλείου", "Η ουρά π. Βασιλείου"),
        ("Plain title", "Plain title"),
    ])
    func `is dropped from titles`(_ title: String, _ clean: String) {
        #expect(TextRepair.withoutDebris(title) == clean)
    }

    @Test func `keeps a bare letter in the title of a clean text`() {
        #expect(TextRepair.withoutDebris("π Day", fromDamagedText: false) == "π Day")
        #expect(TextRepair.withoutDebris("π§ͺ Tests", fromDamagedText: false) == "Tests")
    }

    private func residue(of text: String) -> String? {
        LegacyEncoding.iso8859_7.decode(text.utf8).map { decoded in
            var rest = String.UnicodeScalarView()
            rest.append(contentsOf: decoded.unicodeScalars.filter { !(0x80...0x9F ~= $0.value) })
            return String(rest)
        }
    }
}
