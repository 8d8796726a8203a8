import Model

/// A piece of HTML.
///
/// The only ways to make one are a literal and an interpolation, and an interpolation escapes every text: content
/// cannot become markup by being forgotten. The escaping holds in element content and in double-quoted attributes.
package struct HTML: Sendable, Equatable {
    /// The markup as UTF-8.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Takes markup that another part of the program has made and escaped, such as a drawing.
    package init(markup: String) { bytes = Array(markup.utf8) }

    /// Whether there is nothing in it.
    package var isEmpty: Bool { bytes.isEmpty }
    /// The markup as text.
    package var text: String { bytes.text }

    package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

    package static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    /// Takes away what was added after the piece had so many bytes.
    mutating func cut(to count: Int) { bytes.removeSubrange(count...) }

    /// Adds a text, escaped.
    package mutating func add(text: String) { HTML.escape(text, into: &bytes) }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        var follows: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case .tab, .lineFeed: bytes.append(byte)
            case .carriageReturn: bytes.append(.space)
            case 0..<0x20, 0x7F: bytes += replacement
            case 0x80..<0xA0 where follows == 0xC2:
                bytes.removeLast()
                bytes += replacement
            default: bytes.append(byte)
            }
            follows = byte
        }
    }

    /// What stands for a control character, which HTML does not allow: U+FFFD.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { bytes = Array(value.utf8) }
    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.html.bytes }

    /// Puts a piece together: literals as they are, texts escaped, pieces as they are.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        package init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { html.bytes += literal.utf8 }
        package mutating func appendInterpolation(_ text: String) { html.add(text: text) }
        package mutating func appendInterpolation(_ number: Int) { html.bytes += String(number).utf8 }
        package mutating func appendInterpolation(_ piece: HTML) { html += piece }
    }
}

extension Sequence<HTML> {
    /// The pieces one after the other, with another one between them.
    func joined(by separator: HTML = HTML()) -> HTML {
        var whole = HTML()
        for (index, piece) in enumerated() {
            if index > 0 { whole += separator }
            whole += piece
        }
        return whole
    }
}
