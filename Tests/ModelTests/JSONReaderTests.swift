import Model
import Testing

@Suite struct `Reading JSON` {
    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-12", -12), ("0.5", 0.5),
            ("1e2", 100.0),
            ("99999999999999999999", .double(1e20)), ("[]", []), ("{}", [:]), ("[1, [2]]", [1, [2]]),
            (#"{"b": {"c": null}, "a": "x"}"#, ["a": "x", "b": ["c": .null]]), (#"{"a": 1, "a": 2}"#, ["a": 2]),
            (#""Сага \"\\\/\n\t\u0041\u0441\ud83d\ude80""#, "Сага \"\\/\n\tAс🚀"), (#""\ud83d!""#, "\u{FFFD}!"),
        ] as [(String, JSONValue)])
    func `reads what RFC 8259 allows`(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "tru", "01", "1.", "-", "+1", "\"", "\"\\x\"", "\"\\u12\"",
        "\"\n\"",
        "1 2", "[1}", "'a'", "NaN",
    ])
    func `refuses the rest`(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test func `says where it stopped`() {
        #expect(throws: JSONError(offset: 7, "a comma or } must stand here")) {
            try JSONValue(parsing: Array(#"{"q": 1x}"#.utf8))
        }
    }

    @Test func `refuses endless nesting and bytes that are not UTF-8`() {
        #expect(throws: JSONError.self) {
            try JSONValue(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test(arguments: [JSONValue.null, ["a": [1, 0.5, "\u{1}\"\\\u{7F}я🚀\n"], "b": [:], "c": []]])
    func `reads back what is written`(value: JSONValue) throws {
        #expect(try JSONValue(parsing: value.line) == value)
        #expect(try JSONValue(parsing: value.document) == value)
    }
}
