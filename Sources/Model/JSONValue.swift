/// A JSON value that prints itself with sorted keys.
///
/// Commands print tens of thousands of entries; `JSONEncoder` takes longer for that than reading them from disk.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

extension JSONValue {
    /// A list of texts.
    package init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

    /// An object without the keys whose value is absent.
    package static func object(present pairs: [String: JSONValue?]) -> JSONValue {
        .object(pairs.compactMapValues { $0 })
    }

    /// The value as UTF-8 JSON on one line, for logs.
    package var line: [UInt8] {
        var writer = JSONWriter(indent: nil)
        writer.write(self, depth: 0)
        return writer.bytes
    }

    /// The value as UTF-8 JSON with two spaces of indentation and a final line feed, for people and pipes.
    package var document: [UInt8] {
        var writer = JSONWriter(indent: 2)
        writer.write(self, depth: 0)
        return writer.bytes + [.lineFeed]
    }
}

/// Writes JSON as RFC 8259 has it, keys in the order of their UTF-8 bytes.
private struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let indent: Int?

    init(indent: Int?) { self.indent = indent }

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .int(let number): append(String(number))
        case .double(let number): append(number.isFinite ? "\(number)" : "null")
        case .string(let text): writeString(text)
        case .array(let elements):
            writeItems(elements, open: "[", close: "]", depth: depth) { writer, element in
                writer.write(element, depth: depth + 1)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            writeItems(sorted, open: "{", close: "}", depth: depth) { writer, member in
                writer.writeString(member.key)
                writer.append(writer.indent == nil ? ":" : ": ")
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func writeItems<Item>(
        _ items: [Item],
        open: String,
        close: String,
        depth: Int,
        writeItem: (inout JSONWriter, Item) -> Void
    ) {
        append(open)
        for (index, item) in items.enumerated() {
            if index > 0 { append(",") }
            breakLine(depth: depth + 1)
            writeItem(&self, item)
        }
        if !items.isEmpty { breakLine(depth: depth) }
        append(close)
    }

    private mutating func breakLine(depth: Int) {
        guard let indent else { return }
        bytes.append(.lineFeed)
        bytes.append(contentsOf: repeatElement(.space, count: indent * depth))
    }

    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if JSONWriter.isPlain(text.utf8.span) {
            bytes.append(contentsOf: text.utf8)
        } else {
            writeEscaping(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether nothing in a text has to be escaped, as in nearly all texts.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
            case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: return false
            default: continue
            }
        }
        return true
    }

    private mutating func writeEscaping(_ text: String) {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == 0xC2, byte < 0xA0 {
                // U+0080 to U+009F: a terminal may obey them as it obeys escape sequences.
                bytes.removeLast()
                writeEscape(byte)
            } else {
                writeCharacter(byte)
            }
            previous = byte
        }
    }

    private mutating func writeCharacter(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case .lineFeed: append("\\n")
        case .carriageReturn: append("\\r")
        case .tab: append("\\t")
        case 0..<0x20, 0x7F: writeEscape(byte)
        default: bytes.append(byte)
        }
    }

    /// Writes a character below U+0100 by its number.
    private mutating func writeEscape(_ character: UInt8) {
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        bytes.append(digits[Int(character >> 4)])
        bytes.append(digits[Int(character & 15)])
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
