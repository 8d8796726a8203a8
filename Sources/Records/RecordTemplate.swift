import Model

/// The text that a new record begins with, and the places in it that are filled.
///
/// `{{number}}`, `{{title}}`, `{{date}}` and `{{status}}` are filled once each time they stand there; everything else
/// is kept byte for byte.
package struct RecordTemplate: Sendable, Equatable {
    /// The template as it stands in its file.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// The template for decisions where a workspace has no `templates/decision.md`; the same text as that file here.
    package static let decision = RecordTemplate(bytes: Array(decisionText.utf8))

    /// Makes the text of a record.
    ///
    /// - Throws: `RecordError.templateWithoutTitle` when what comes out has no title.
    package func filled(number: Int, title: String, date: String, status: String) throws(RecordError) -> [UInt8] {
        let values = ["number": "\(number)", "title": title, "date": date, "status": status]
        var result: [UInt8] = []
        var hasTitle = false
        var rest = bytes[...]
        while !rest.isEmpty {
            if let (name, length) = RecordTemplate.placeholder(rest), let value = values[name] {
                result += value.utf8
                rest = rest.dropFirst(length)
                hasTitle = hasTitle || name == "title"
            } else {
                result.append(rest.removeFirst())
            }
        }
        guard hasTitle, RecordLayout(result).title != nil else { throw RecordError.templateWithoutTitle }
        return result
    }

    /// The name in a `{{name}}` that the bytes begin with, and its whole length.
    private static func placeholder(_ bytes: ArraySlice<UInt8>) -> (name: String, length: Int)? {
        guard bytes.starts(with: "{{".utf8) else { return nil }
        let inside = bytes.dropFirst(2).prefix(24)
        guard let end = inside.firstIndex(of: UInt8(ascii: "}")), bytes[end...].starts(with: "}}".utf8) else {
            return nil
        }
        return (inside[..<end].trimmed.text, end + 2 - bytes.startIndex)
    }
}

/// Michael Nygard's five parts ("Documenting Architecture Decisions", 2011), in the layout of adr-tools.
private let decisionText = #"""
    # {{number}}. {{title}}

    Date: {{date}}

    ## Status

    {{status}}

    ## Context

    Which forces are at play, technical and human, and what makes a decision necessary now? State facts, not the answer.

    ## Decision

    What we will do, in whole sentences and in the active voice: "We will ...".

    ## Consequences

    What becomes easier and what becomes harder, for whom, and what we will have to watch from here on.

    """#
