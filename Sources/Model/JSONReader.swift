/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The offset of the byte at which reading stopped, counted from 0.
    package var offset: Int
    /// What is wrong there, as half a sentence.
    package var description: String

    package init(offset: Int, _ description: String) {
        self.offset = offset
        self.description = description
    }
}

extension JSONValue {
    /// Reads one JSON value as RFC 8259 has it, with nothing but white space around it.
    ///
    /// A number without fraction and exponent becomes an `int`, any other a `double`. Of several members with one key
    /// the last counts. More than 64 levels are refused, so that no input can exhaust the stack.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.readDocument()
    }

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var int: Int? { if case .int(let number) = self { number } else { nil } }
    package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    package var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
    package var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The value of a number, whole or not.
    package var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}

/// The state of reading one JSON text.
private struct JSONReader {
    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func readDocument() throws(JSONError) -> JSONValue {
        let value = try readValue(depth: 0)
        skipWhitespace()
        guard index == bytes.count else { throw failure("there is more after the value") }
        return value
    }

    private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < 64 else { throw failure("the value is nested deeper than 64 levels") }
        skipWhitespace()
        switch peek {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try readWord("true", as: true)
        case UInt8(ascii: "f"): return try readWord("false", as: false)
        case UInt8(ascii: "n"): return try readWord("null", as: .null)
        case let byte? where byte.isDigit || byte == UInt8(ascii: "-"): return try readNumber()
        case nil: throw failure("the value ends too early")
        default: throw failure("a value must begin here")
        }
    }

    private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var members: [String: JSONValue] = [:]
        if try isClosed(by: "}") { return .object(members) }
        repeat {
            skipWhitespace()
            guard peek == UInt8(ascii: "\"") else { throw failure("a key in double quotes must stand here") }
            let key = try readString()
            skipWhitespace()
            guard peek == UInt8(ascii: ":") else { throw failure("a colon must stand here") }
            index += 1
            members[key] = try readValue(depth: depth + 1)
        } while try continues(before: "}")
        return .object(members)
    }

    private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var elements: [JSONValue] = []
        if try isClosed(by: "]") { return .array(elements) }
        repeat { elements.append(try readValue(depth: depth + 1)) } while try continues(before: "]")
        return .array(elements)
    }

    /// Takes a closing bracket that follows the opening one.
    private mutating func isClosed(by bracket: Unicode.Scalar) throws(JSONError) -> Bool {
        skipWhitespace()
        guard peek == UInt8(ascii: bracket) else { return false }
        index += 1
        return true
    }

    /// Takes a comma, or the closing bracket.
    private mutating func continues(before bracket: Unicode.Scalar) throws(JSONError) -> Bool {
        skipWhitespace()
        let byte = peek
        guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: bracket) else {
            throw failure("a comma or \(bracket) must stand here")
        }
        index += 1
        return byte == UInt8(ascii: ",")
    }

    private mutating func readWord(_ word: String, as value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw failure("a value must begin here") }
        index += word.utf8.count
        return value
    }

    private mutating func readNumber() throws(JSONError) -> JSONValue {
        let start = index
        if peek == UInt8(ascii: "-") { index += 1 }
        let first = peek
        let wholeDigits = skipDigits()
        guard wholeDigits > 0, wholeDigits == 1 || first != UInt8(ascii: "0") else {
            throw failure("a number is ill-formed")
        }
        var isWhole = true
        if peek == UInt8(ascii: ".") {
            isWhole = false
            index += 1
            guard skipDigits() > 0 else { throw failure("a number is ill-formed") }
        }
        if let byte = peek, byte.lowercased == UInt8(ascii: "e") {
            isWhole = false
            index += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
            guard skipDigits() > 0 else { throw failure("a number is ill-formed") }
        }
        let text = bytes[start..<index].text
        if isWhole, let number = Int(text) { return .int(number) }
        guard let number = Double(text) else { throw failure("a number is ill-formed") }
        return .double(number)
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while let byte = peek, byte.isDigit { index += 1 }
        return index - start
    }

    private mutating func readString() throws(JSONError) -> String {
        index += 1
        var start = index
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text += bytes[start..<index]
                index += 1
                guard let string = String(validating: text, as: UTF8.self) else { throw failure("a text is not UTF-8") }
                return string
            case UInt8(ascii: "\\"):
                text += bytes[start..<index]
                text += try readEscape()
                start = index
            case 0..<0x20: throw failure("a control character must be escaped")
            default: index += 1
            }
        }
        throw failure("a text has no closing quote")
    }

    private mutating func readEscape() throws(JSONError) -> [UInt8] {
        index += 1
        guard let byte = peek else { throw failure("a text has no closing quote") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [.lineFeed]
        case UInt8(ascii: "r"): return [.carriageReturn]
        case UInt8(ascii: "t"): return [.tab]
        case UInt8(ascii: "u"): return try readUnicodeEscape()
        default: throw failure("an escape is unknown")
        }
    }

    /// A scalar of `\u` and four digits, or of two such escapes that form a surrogate pair; U+FFFD for half a pair.
    private mutating func readUnicodeEscape() throws(JSONError) -> [UInt8] {
        var value = UInt32(try readHexDigits())
        if (0xD800..<0xDC00).contains(value), bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            let before = index
            index += 2
            let low = UInt32(try readHexDigits())
            if (0xDC00..<0xE000).contains(low) {
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            } else {
                index = before
            }
        }
        return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }

    private mutating func readHexDigits() throws(JSONError) -> UInt16 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit), let value = UInt16(digits.text, radix: 16) else {
            throw failure("an escape needs four hexadecimal digits")
        }
        index += 4
        return value
    }

    private mutating func skipWhitespace() {
        while let byte = peek, byte.isBlank || byte.isLineEnd { index += 1 }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func failure(_ description: String) -> JSONError { JSONError(offset: index, description) }
}
