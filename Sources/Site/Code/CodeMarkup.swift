import Model

/// Marks the parts of code when the site is built: comments, texts, numbers and reserved words.
///
/// The marks are classes, so that no page needs a style or a script for them. The walk goes over the bytes once.
struct CodeMarkup {
    private let bytes: [UInt8]
    private let language: CodeLanguage
    private var html = HTML()
    private var index = 0
    /// The beginning of what has no mark and is not written yet.
    private var plain = 0

    /// The number of bytes beyond which code is shown without marks.
    private static let longest = 200_000

    /// The code as HTML; without marks when the language has no table.
    static func html(_ code: String, language name: String) -> HTML {
        guard let language = CodeLanguage.named(name), code.utf8.count <= longest else { return "\(code)" }
        var markup = CodeMarkup(Array(code.utf8), language)
        markup.walk()
        return markup.html
    }

    private init(_ bytes: [UInt8], _ language: CodeLanguage) {
        self.bytes = bytes
        self.language = language
    }

    private mutating func walk() {
        while index < bytes.count {
            let byte = bytes[index]
            if let end = endOfComment() {
                mark("c", to: end)
            } else if let end = endOfText() {
                mark(language.hasKeys && isKey(before: end) ? "k" : "s", to: end)
            } else if byte.isDigit {
                mark("n", to: endOfNumber())
            } else if isWordByte(byte) {
                takeWord()
            } else {
                index += 1
            }
        }
        write(plain..<bytes.count)
    }

    private mutating func mark(_ name: HTML, to end: Int) {
        write(plain..<index)
        html += "<span class=\"\(name)\">"
        write(index..<end)
        html += "</span>"
        (index, plain) = (end, end)
    }

    private mutating func write(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        html.add(text: bytes[range].text)
    }

    // MARK: Comments and texts

    private var isAtLineStart: Bool {
        var place = index
        while place > 0, bytes[place - 1].isBlank { place -= 1 }
        return place == 0 || bytes[place - 1].isLineEnd
    }

    private func starts(with text: [UInt8]) -> Bool { bytes[index...].starts(with: text) }

    private func endOfComment() -> Int? {
        if language.lineComments.contains(where: starts) {
            // Within a word the sign means something else, as in an address or in a colour.
            let isFree = index == 0 || !(isWordByte(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: ":"))
            if isFree { return lineEnd(from: index) }
        }
        if language.lineHeads.contains(where: starts), isAtLineStart { return lineEnd(from: index) }
        guard let block = language.blockComments.first(where: { starts(with: $0.begin) }) else { return nil }
        return find(block.end, from: index + block.begin.count)
    }

    private func endOfText() -> Int? {
        guard let quote = language.quotes.first(where: { starts(with: $0.mark) }) else { return nil }
        var place = index + quote.mark.count
        while place < bytes.count {
            if bytes[place...].starts(with: quote.mark) { return place + quote.mark.count }
            if bytes[place].isLineEnd, !quote.isMultiline { return place }
            place += quote.hasEscapes && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return bytes.count
    }

    private func lineEnd(from start: Int) -> Int { bytes[start...].firstIndex(where: \.isLineEnd) ?? bytes.count }

    private func find(_ text: [UInt8], from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place...].starts(with: text) { return place + text.count }
            place += 1
        }
        return bytes.count
    }

    // MARK: Words and numbers

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte >= 0x80 || language.wordBytes.contains(byte)
    }

    private func endOfNumber() -> Int {
        var place = index
        while place < bytes.count, bytes[place].isAlphanumeric || ".:_".utf8.contains(bytes[place]) { place += 1 }
        while place > index + 1, ".:_".utf8.contains(bytes[place - 1]) { place -= 1 }
        return place
    }

    private mutating func takeWord() {
        let end = bytes[index...].firstIndex { !isWordByte($0) } ?? bytes.count
        if language.hasKeys, isKey(before: end), isAtKeyPlace { return mark("k", to: end) }
        let word = bytes[index..<end].text
        if language.keywords.contains(language.ignoresCase ? word.lowercased() : word) { return mark("k", to: end) }
        index = end
    }

    /// Whether a colon follows, with a blank or a line end behind it.
    private func isKey(before end: Int) -> Bool {
        guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return false }
        return end + 1 == bytes.count || bytes[end + 1].isWhitespace
    }

    /// Whether only blanks and the dash of a list stand before on the line.
    private var isAtKeyPlace: Bool {
        var place = index
        while place > 0, bytes[place - 1].isBlank || bytes[place - 1] == UInt8(ascii: "-") { place -= 1 }
        return place == 0 || bytes[place - 1].isLineEnd
    }
}
