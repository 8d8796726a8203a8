import Model

/// The text that a new record begins with, and the places in it that are filled.
///
/// `{{number}}`, `{{title}}`, `{{date}}` and `{{status}}` are filled once each time they stand there; everything else
/// is kept byte for byte.
package struct RecordTemplate: Sendable, Equatable {
    /// The template as it stands in its file.
    package let bytes: [UInt8]

    /// How the places are marked.
    package var marks = Marks.braces

    /// The two ways to mark a place.
    package enum Marks: Sendable, Equatable {
        /// `{{title}}`
        case braces
        /// `TITLE`, as templates of adr-tools have it; the first of each line is filled.
        case capitals
    }

    /// - Parameter bytes: the template as it stands in its file.
    package init(bytes: [UInt8], marks: Marks = .braces) {
        self.bytes = bytes
        self.marks = marks
    }

    /// The template for decisions where a workspace has no `templates/decision.md`; the same text as that file here.
    package static let decision = RecordTemplate(bytes: Array(TemplateText.nygard.utf8))

    /// The decision with which a folder of decisions begins.
    package static let firstDecision = RecordTemplate(bytes: Array(TemplateText.firstDecision.utf8))

    /// The templates that are there without a file, by the names that `--template` takes.
    package static let builtIn: [String: RecordTemplate] = [
        "nygard": decision,
        "madr": RecordTemplate(bytes: Array(TemplateText.madr.utf8)),
        "madr-minimal": RecordTemplate(bytes: Array(TemplateText.madrMinimal.utf8)),
        "y-statement": RecordTemplate(bytes: Array(TemplateText.yStatement.utf8)),
        "proposal": proposal,
    ]

    /// The template for proposals where a workspace has no `templates/proposal.md`.
    package static let proposal = RecordTemplate(bytes: Array(TemplateText.proposal.utf8))

    /// Makes the text of a record.
    ///
    /// - Parameters:
    ///   - others: the values of further places.
    ///   - needsHeading: whether the title must stand in a heading; else it stands in a field.
    /// - Throws: `RecordError.templateWithoutTitle` when what comes out has no title.
    package func filled(
        number: Int,
        title: String,
        date: String,
        status: String,
        others: [String: String] = [:],
        needsHeading: Bool = true
    ) throws(RecordError) -> [UInt8] {
        let own = ["number": "\(number)", "title": title, "date": date, "status": status]
        let values = own.merging(others) { own, _ in own }
        if marks == .capitals { return try filledCapitals(values) }
        var result: [UInt8] = []
        var hasTitle = false
        var rest = bytes[...]
        while !rest.isEmpty {
            if let (name, length) = RecordTemplate.placeholder(rest), let value = values[name] {
                result += value.utf8
                rest = rest.dropFirst(length)
                hasTitle = hasTitle || name == "title" || (!needsHeading && name == "yaml-title")
            } else {
                result.append(rest.removeFirst())
            }
        }
        guard hasTitle, !needsHeading || RecordLayout(result).title != nil else {
            throw RecordError.templateWithoutTitle(mark: "{{title}}")
        }
        return result
    }

    private func filledCapitals(_ values: [String: String]) throws(RecordError) -> [UInt8] {
        var isTitled = false
        let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).map { line in
            var line = Array(line)
            // The title comes last, so that nothing in it is taken for another mark.
            for name in ["number", "date", "status", "title"] {
                let mark = Array(name.uppercased().utf8)
                let place = line.indices.first { line[$0...].starts(with: mark) }
                guard let place else { continue }
                line.replaceSubrange(place..<place + mark.count, with: Array((values[name] ?? "").utf8))
                isTitled = isTitled || name == "title"
            }
            return line
        }
        let result = Array(lines.joined(separator: [.lineFeed]))
        guard isTitled, RecordLayout(result).title != nil else {
            throw RecordError.templateWithoutTitle(mark: "TITLE")
        }
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
