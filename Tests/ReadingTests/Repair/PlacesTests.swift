import Reading
import Testing

@Suite struct `Places of repair` {
    @Test(arguments: [
        ("‚Üí", RepairEdit.Place.prose), ("```\na\n‚Üí\n```", .code), ("~~~ x\n‚Üí\n~~~", .code),
        ("> ```\n> ‚Üí\n", .code),
        ("- ```\n  ‚Üí\n  ```", .code), ("```\na\n```\n‚Üí", .prose), ("text\n\n    ‚Üí", .code),
        ("text\n    ‚Üí", .prose),
        ("- item\n\n    ‚Üí", .prose), ("a `‚Üí` b", .codeSpan), ("a ``` ‚Üí ``` b", .codeSpan), ("a ` ‚Üí b", .prose),
        ("\\`‚Üí`", .prose), ("[‚Üí](x)", .prose), ("\t‚Üí", .code),
        ("[x](/–ü—Ä–∏–≤–µ—Ç)", .url), ("https://x.org/–ü—Ä–∏–≤–µ—Ç", .url), ("<http://x.org/–ü—Ä–∏–≤–µ—Ç>", .url),
        ("[x]: /–ü—Ä–∏–≤–µ—Ç", .url), ("https://x.org –ü—Ä–∏–≤–µ—Ç", .prose), ("(https://x.org/a)–ü—Ä–∏–≤–µ—Ç", .prose),
    ])
    func `are told apart`(_ text: String, _ place: RepairEdit.Place) {
        #expect(TextRepair.repair(Array(text.utf8)).edits.map(\.place) == [place])
    }

    @Test func `want more evidence in URLs`() {
        #expect(repaired("https://x.org/a‚Üíb") == "https://x.org/a‚Üíb")
        #expect(repaired("https://x.org/caf√©") == "https://x.org/caf√©")
        #expect(
            repaired("https://x.org/caf√© d√©j√† v√©cu tr√®s √©l√©gant") == "https://x.org/café déjà vécu très élégant")
        #expect(repaired("https://x.org/–ü—Ä–∏–≤–µ—Ç") == "https://x.org/Привет")
    }
}
