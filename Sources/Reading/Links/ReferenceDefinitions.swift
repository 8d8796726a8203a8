import Markdown
import Model

/// Accounts for link reference definitions, which the Markdown parser consumes without leaving a node.
enum ReferenceDefinitions {
    /// A line of the form `[label]: address "title"`.
    struct Definition: Equatable {
        var label: String
        var url: String
        /// The bytes of the line without its ending.
        var range: Range<Int>
    }

    /// Takes up the lines that nothing was made of yet: a definition that no link uses is a link of its own.
    static func read(_ draft: inout DocumentDraft) {
        let used = Set(draft.entries.compactMap { $0.link?.url })
        for line in draft.ledger.unreadLines {
            guard let definition = definition(onLine: line, in: draft) else { continue }
            if used.contains(definition.url) || !LinkMention.isExternal(definition.url) {
                draft.ledger.note(used.contains(definition.url) ? .catalogued : .context, lines: line...line)
                continue
            }
            add(definition, &draft)
        }
    }

    /// The definition that stands alone on a line.
    static func definition(onLine line: Int, in draft: DocumentDraft) -> Definition? {
        let range = draft.source.lines.content(ofLine: line, in: draft.source.bytes)
        let bytes = draft.source.bytes[range].trimmed
        guard bytes.first == UInt8(ascii: "["), let end = bytes.firstRange(of: Array("]:".utf8)) else { return nil }
        let label = bytes[bytes.index(after: bytes.startIndex)..<end.lowerBound]
        guard !label.isEmpty, label.first != UInt8(ascii: "^") else { return nil }
        var address = bytes[end.upperBound...].trimmed.prefix { !$0.isWhitespace }
        if address.first == UInt8(ascii: "<"), address.last == UInt8(ascii: ">") {
            address = address.dropFirst().dropLast()
        }
        guard !address.isEmpty else { return nil }
        return Definition(label: label.text, url: address.text, range: bytes.startIndex..<bytes.endIndex)
    }

    private static func add(_ definition: Definition, _ draft: inout DocumentDraft) {
        let mention = LinkMention(url: definition.url, label: definition.label, range: definition.range, endNode: 0)
        let description = LinkDescription(mention)
        let section = draft.outline.path(to: draft.outline.section(at: definition.range.lowerBound))
        let link = Link(
            url: definition.url,
            key: LinkKey(address: definition.url),
            medium: URLParts(definition.url).map(Medium.init(of:)) ?? .article,
            author: description.author
        )
        var entry = Entry(
            id: EntryID(Slug.make(of: description.title)),
            title: description.title,
            language: LanguageDetector.language(
                ofTitle: description.title, url: definition.url, around: draft.language),
            source: draft.source.source(definition.range),
            content: .link(link)
        )
        entry.section = section
        entry.tags = draft.tags(section: section, text: nil)
        draft.add(entry, madeOf: definition.range)
    }
}
