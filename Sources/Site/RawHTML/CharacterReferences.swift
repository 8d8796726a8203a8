import Markdown
import Model

/// Reads references to characters in raw HTML, such as `&rarr;` and `&#8594;`.
///
/// The names are those that Markdown's parser knows, which are all of HTML's; a reference that it does not know is text.
struct CharacterReferences {
    /// What was read before, by the whole reference.
    private var known: [[UInt8]: String] = [:]

    /// More different references than any text has; those beyond are text, for each costs a call of the parser.
    private static let most = 500
    private static let longest = 34

    /// A text with its references read.
    mutating func read(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes.text }
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "&"), let end = end(of: bytes[index...]) {
                output += character(Array(bytes[index..<end])).utf8
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output.text
    }

    /// The index after a reference that the bytes begin with.
    private func end(of bytes: ArraySlice<UInt8>) -> Int? {
        let name = bytes.dropFirst().prefix(Self.longest).prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "#") }
        let isEnded = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ";")
        return isEnded && !name.isEmpty ? name.endIndex + 1 : nil
    }

    private mutating func character(_ reference: [UInt8]) -> String {
        if let text = known[reference] { return text }
        guard known.count < Self.most else { return reference.text }
        let tree = MarkdownParser.parse(reference)
        let text = tree.plainText(of: 0)
        // A character that is a blank or a mark of Markdown does not come through as a text; the reference stays one.
        known[reference] = text.isEmpty ? reference.text : text
        return known[reference] ?? ""
    }
}
