import Reading
import Testing

@Suite struct `Text repair` {
    @Test(arguments: [
        ("‚Üí", "→"), ("√ó", "×"), ("–ü—Ä–∏–≤–µ—Ç", "Привет"), ("\u{F8FF}üöÄ", "🚀"), ("‚úÖ ‚ùå", "✅ ❌"),
        ("‚îú‚îÄ‚îÄ", "├──"), ("caf√© tr√®s fran√ßais", "café très français"), ("hei√ü", "heiß"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"), ("cafÃ©", "café"), ("donâ€™t", "don’t"), ("voilÃ  la suite", "voilà la suite"),
        ("atenÃ§Ã£o Ã s crianÃ§as, Ã luz", "atenção às crianças, à luz"),
        ("РџСЂРёРІРµС‚", "Привет"), ("вЂ” в†’ в„–", "— → №"), ("cafГ©", "café"),
        ("п÷я─п╦п╡п╣я┌", "Привет"), ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"), ("Ξ±ΞΈΞ®Ξ½Ξ±", "αθήνα"),
        ("π\u{9F}§ͺ", "🧪"), ("ðŸš€ and ðŸ§ª", "🚀 and 🧪"),
    ])
    func `undoes one layer`(_ damaged: String, _ clean: String) {
        #expect(repaired(damaged) == clean)
    }

    @Test(arguments: [
        ("nÃƒÂ©", "né", [LegacyEncoding.Name.windows1252, .windows1252]),
        ("doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "doesn’t", [.windows1252, .windows1252, .windows1252]),
        ("√ê¬ø√ë‚Ç¨√ê¬∏", "при", [.macRoman, .windows1252]), ("â€“Ã¼â€”Ã„", "Пр", [.windows1252, .macRoman]),
    ])
    func `undoes every layer and names them`(_ damaged: String, _ clean: String, _ layers: [LegacyEncoding.Name]) {
        let result = TextRepair.repair(Array(damaged.utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == clean)
        #expect(result.edits.map(\.layers) == [layers])
    }

    @Test(arguments: [("Р Рѕссия", "Р Рѕссия"), ("Р РѕСЃСЃРёСЏ", "Россия"), ("п п╬я─п╬п╡п╟", "Корова")])
    func `reads a space as the no-break space it was, inside a broken word`(_ damaged: String, _ clean: String) {
        #expect(repaired(damaged) == clean)
    }

    @Test(arguments: [
        ("a ‚U\u{308}i\u{301} b", "a → b"), ("cafe\u{301} ‚Üí", "cafe\u{301} →"), ("йе\u{308}", "йе\u{308}"),
    ])
    func `reads letters that normalisation took apart`(_ damaged: String, _ clean: String) {
        #expect(Array(repaired(damaged).utf8) == Array(clean.utf8))
    }

    @Test func `repairs one-letter words where the file is evidently broken`() {
        let words = "–ü—Ä–∏–≤–µ—Ç, —ç—Ç–æ –ø—Ä–æ—Å—Ç–æ–π —Ç–µ–∫—Å—Ç"
        #expect(repaired("–∏ –≤ —è") == "–∏ –≤ —è")
        #expect(repaired(words + "\n–∏ –≤ —è") == "Привет, это простой текст\nи в я")
    }

    @Test func `leaves clean text beside broken text alone`() {
        #expect(repaired("√2 ≈ π – ok\n‚Üí – “É” √π") == "√2 ≈ π – ok\n→ – “É” √π")
    }

    @Test(arguments: CleanProse.all)
    func `changes nothing the second time`(_ prose: CleanProse) throws {
        for encoding in LegacyEncoding.all {
            let lines = prose.lines(60, seed: 5).compactMap { encoding.decode($0.utf8) }
            let once = TextRepair.repair(Array(lines.joined(separator: "\n").utf8)).bytes
            let twice = TextRepair.repair(once)
            #expect(twice.bytes == once)
            #expect(twice.edits.isEmpty)
        }
    }

    @Test(arguments: LegacyEncoding.all)
    func `keeps every line break`(_ encoding: LegacyEncoding) throws {
        let text = CleanProse.all.flatMap { $0.lines(10, seed: 3) }.joined(separator: "\r\n") + "\n\n\u{2028}–\u{85}\n"
        let damaged = try #require(
            String(
                decoding: text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
                    .map { encoding.decode($0) ?? "" }.joined(separator: "\n").utf8, as: UTF8.self) as String?)
        let result = repaired(damaged)
        #expect(result.utf8.filter { $0 == 0x0A }.count == damaged.utf8.filter { $0 == 0x0A }.count)
        #expect(!result.unicodeScalars.contains("\u{2028}"))
    }
}
