import Model

/// The lines of the templates in which something is asked or left to choose.
///
/// They are taken from the templates themselves, so that a template that changes is still known by its text.
enum TemplateRemnants {
    /// Whether a line is one that a template put there: a sentence of it, or a choice in braces as MADR has them.
    static func hold(_ line: ArraySlice<UInt8>) -> Bool {
        let text = withoutMark(line)
        if text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.contains(.space) { return true }
        return lines[Array(text.prefix(keyLength))]?.contains { text.starts(with: $0) } == true
    }

    /// The lines by their first bytes.
    private static let lines: [[UInt8]: [[UInt8]]] = {
        let templates = RecordTemplate.builtIn.values.map(\.bytes) + Dialect.all.map(\.template.bytes)
        let all = templates.flatMap { sentences(of: $0) } + TemplateText.adrTools.map { Array($0.utf8) }
        return Dictionary(grouping: Set(all)) { Array($0.prefix(keyLength)) }
    }()

    private static let keyLength = 12

    /// The lines below the first section of a template that have words of their own to write over.
    private static func sentences(of template: [UInt8]) -> [[UInt8]] {
        let layout = RecordLayout(template)
        let sections = layout.headings.filter { $0.level > 1 || $0 != layout.title }
        let first = sections.first?.line ?? 1
        return layout.prose.filter { $0 > first && layout.statusSection?.lines.contains($0) != true }.compactMap {
            line in
            let text = withoutMark(layout.bytes[layout.content(line)].trimmed)
            let words = text.split(separator: .space)
            return words.count > 2 && !text.text.contains("{{") ? Array(text) : nil
        }
    }

    /// A line without the mark of a list.
    private static func withoutMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let mark = line.first, "*-+".utf8.contains(mark), line.dropFirst().first == .space else { return line }
        return line.dropFirst(2).trimmed
    }
}
