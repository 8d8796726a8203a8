import Foundation
import Model
import TestSupport
import Testing

struct JSONValueTests {
    @Test func `sorts the keys and indents by two spaces`() {
        let value: JSONValue = ["b": [1, true, .null], "a": "x"]
        #expect(value.document.text == "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    true,\n    null\n  ]\n}\n")
        #expect(value.line.text == #"{"a":"x","b":[1,true,null]}"#)
    }

    @Test func `leaves out what is absent`() {
        #expect(JSONValue.object(present: ["a": nil, "b": 1]).line.text == #"{"b":1}"#)
        #expect(JSONValue.object([:]).document.text == "{}\n")
    }

    /// Foundation's parser is the judge of what is JSON.
    @Test func `writes any text so that a parser reads the same`() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<300 {
            let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random)) }
            let text = String(String.UnicodeScalarView(scalars)) + "\"\\/\u{7F}\u{2028}"
            let data = Data(JSONValue.object([text: .string(text)]).line)
            let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
            #expect(read == [text: text])
        }
    }
}
