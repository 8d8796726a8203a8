import Terminal
import Testing

@Suite struct `Safe text` {
    @Test(arguments: [
        ("\u{1B}[2Jgone", "␛[2Jgone"), ("bell\u{7}", "bell␇"), ("nul\0", "nul␀"), ("del\u{7F}", "del␡"),
        ("csi\u{9B}2J", "csi\u{FFFD}2J"), ("osc\u{9D}0;title\u{9C}", "osc\u{FFFD}0;title\u{FFFD}"),
        ("if \u{202E}admin\u{202C}", "if \u{FFFD}admin\u{FFFD}"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
        ("a\rb", "a b"), ("a\tb\nc", "a b c"), ("a\r\nb", "a b"),
    ])
    func `shows what it disarms on one line`(text: String, expected: String) {
        #expect(SafeText.line(text) == expected)
    }

    @Test func `keeps line feeds and tabs of a block`() {
        #expect(SafeText.block("a\tb\r\nc\rd\n\u{1B}") == "a\tb\nc␍d\n␛")
    }

    @Test(arguments: ["", "saga", "Сага → ×", "\u{200F}עברית", "👩‍💻 \u{A0} © …", "a\u{2028}b"])
    func `leaves clean text alone`(text: String) {
        #expect(SafeText.line(text) == text)
        #expect(SafeText.block(text) == text)
    }

    @Test func `lets no control through, whatever comes`() {
        var text = ""
        for value in UInt32(0)..<0x3000 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        let safe = SafeText.line(text)
        #expect(safe.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(
            !safe.unicodeScalars.contains {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            })
    }
}
