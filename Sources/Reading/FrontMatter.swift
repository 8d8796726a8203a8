import Model
import Yams

/// The YAML between two `---` lines at the start of a source.
///
/// Only top-level keys with a scalar or a list of scalars are read: that is what notes and records use, and it keeps
/// hostile YAML (deep nesting, aliases that multiply) from costing anything.
package struct FrontMatter: Sendable, Equatable {
    /// The values by key, in lower case; a single value is a list of one.
    package private(set) var values: [String: [String]] = [:]
    /// The bytes of the block with its two fences; empty when there is none.
    package private(set) var range: Range<Int>
    /// What is wrong with the block; nil when nothing is.
    package private(set) var fault: Fault?

    /// Why a block could not be read.
    package enum Fault: Sendable, Equatable {
        /// The YAML parser's reason and its line within the block, counted from 1.
        case illFormed(reason: String, line: Int)
        case tooLarge
        case notAMapping
        /// The text begins with `---` and a `key: value` line, and no second `---` follows.
        case unclosed
    }

    /// The number of bytes beyond which a block is not read.
    package static let largest = 64 * 1024
    /// The depth of brackets beyond which a block is not given to the YAML parser, which recurses on it.
    package static let deepest = 32
    /// The number of aliases beyond which a block is not given to the YAML parser, for which they multiply.
    package static let mostAliases = 16

    /// Reads the block at the start of a text, if there is one.
    package init(_ text: [UInt8], from start: Int = 0) {
        range = start..<start
        guard let block = Self.block(in: text, from: start) else {
            if Self.isOpened(text, from: start) { fault = .unclosed }
            return
        }
        range = start..<block.end
        guard block.content.count <= Self.largest, Self.isTame(text[block.content]) else {
            fault = .tooLarge
            return
        }
        read(text[block.content].text)
    }

    /// The first value of a key.
    package func text(_ key: String) -> String? { values[key]?.first }

    /// All values of a key; a single text is split at commas.
    package func list(_ key: String) -> [String] {
        guard let values = values[key] else { return [] }
        guard values.count == 1 else { return values }
        return values[0].split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }

    private mutating func read(_ yaml: String) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return }
            guard let mapping = node.mapping else {
                if node.scalar?.string.trimmed.isEmpty != true { fault = .notAMapping }
                return
            }
            for (key, value) in mapping {
                guard let name = key.scalar?.string else { continue }
                values[name.lowercased()] = Self.texts(of: value)
            }
        } catch let error as YamlError {
            fault = .illFormed(reason: Self.reason(error), line: Self.line(error))
        } catch {
            fault = .illFormed(reason: "it could not be parsed", line: 1)
        }
    }

    private static func texts(of node: Node) -> [String] {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? [] : [scalar.string]
        case .sequence(let sequence): sequence.compactMap { $0.scalar?.string }
        default: []
        }
    }

    private static func block(in text: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
        guard isFence(text, start, "---"), let first = lineEnd(text, start) else { return nil }
        var line = first
        while line < text.count {
            let next = lineEnd(text, line) ?? text.count
            if isFence(text, line, "---") || isFence(text, line, "...") { return (first..<line, next) }
            line = next
        }
        return nil
    }

    /// Whether a text begins as front matter does: a fence, and right below it a line `key: value`.
    private static func isOpened(_ text: [UInt8], from start: Int) -> Bool {
        guard isFence(text, start, "---"), let first = lineEnd(text, start) else { return false }
        let line = text[first..<(lineEnd(text, first) ?? text.count)]
        let key = line.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        let rest = line.dropFirst(key.count)
        return !key.isEmpty && rest.first == UInt8(ascii: ":") && rest.dropFirst().first.map(\.isWhitespace) ?? true
    }

    /// Whether the line at an offset is a fence, white space after it allowed.
    private static func isFence(_ text: [UInt8], _ start: Int, _ fence: String) -> Bool {
        var index = start
        for byte in fence.utf8 {
            guard index < text.count, text[index] == byte else { return false }
            index += 1
        }
        while index < text.count, text[index].isBlank { index += 1 }
        return index == text.count || text[index].isLineEnd
    }

    /// The start of the line after the one at an offset; nil when there is none.
    private static func lineEnd(_ text: [UInt8], _ start: Int) -> Int? {
        guard var index = text[start...].firstIndex(where: \.isLineEnd) else { return nil }
        if text[index] == .carriageReturn, index + 1 < text.count, text[index + 1] == .lineFeed { index += 1 }
        return index + 1
    }

    /// Whether the YAML parser can be trusted with a block.
    private static func isTame(_ yaml: ArraySlice<UInt8>) -> Bool {
        let aliases = zip(yaml, yaml.dropFirst()).count { $0 == UInt8(ascii: "*") && !$1.isWhitespace }
        return aliases <= mostAliases && depth(of: yaml) <= deepest
    }

    /// An upper bound for how deep the YAML nests: brackets, and indentation of one blank a level.
    private static func depth(of yaml: ArraySlice<UInt8>) -> Int {
        var open = 0
        var indent = 0
        var atLineStart = true
        var blanks = 0
        var dashes = 0
        for byte in yaml {
            if byte.isLineEnd {
                (atLineStart, blanks, dashes) = (true, 0, 0)
                continue
            }
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { open += 1 }
            if atLineStart, byte.isBlank {
                blanks += 1
            } else if atLineStart, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
                dashes += 1
            } else {
                atLineStart = false
            }
            indent = max(indent, blanks / 2 + dashes)
        }
        return open > deepest * 8 ? open : max(min(open, deepest), indent)
    }

    private static func reason(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .reader(let problem, _, _, _): problem
        default: "it could not be parsed"
        }
    }

    private static func line(_ error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}
