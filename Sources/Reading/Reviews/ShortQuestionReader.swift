import Markdown
import Model

/// Makes a short review question of every heading in question form, its text being the answer.
struct ShortQuestionReader {
    /// The sections that a long question or an exercise was made of.
    var excluded: Set<Int>

    func read(_ draft: inout DocumentDraft) {
        for index in draft.outline.sections.indices where !excluded.contains(index) {
            let section = draft.outline.sections[index]
            guard let heading = section.heading, section.title.hasSuffix("?"), section.title.count > 3 else { continue }
            let answer = QuestionIdentity.withoutMarker(draft.body(ofSection: index))
            guard !answer.isBlank, !isOnlyLinks(section, draft) else { continue }
            let title = TextRepair.withoutDebris(section.title)
            let range = draft.trimmed(section.range)
            var entry = Entry(
                id: QuestionIdentity.id(marker: QuestionIdentity.marker(in: section.blocks, draft), title: title),
                title: title,
                language: LanguageDetector.language(of: title + answer),
                source: draft.source.source(range),
                content: .question(Question(form: .short, modelAnswer: answer))
            )
            entry.section = draft.outline.path(above: index)
            entry.note = draft.firstParagraph(ofSection: index)
            entry.tags = draft.tags(section: entry.section, text: draft.source.bytes[draft.tree[heading].range].text)
            draft.add(entry, madeOf: range)
        }
    }

    /// A question over a list of links asks for reading, not for an answer.
    private func isOnlyLinks(_ section: Outline.Section, _ draft: DocumentDraft) -> Bool {
        guard !section.blocks.isEmpty, section.end > 0 else { return false }
        return section.blocks.allSatisfy { block in
            guard case .list = draft.tree[block].kind else { return false }
            return draft.tree.children(of: block).allSatisfy { item in
                draft.links.isLinked(item)
            }
        }
    }
}

/// The names of review questions and rubric bullets in the review log.
enum QuestionIdentity {
    /// The id that a marker gives, else one made of the question's text, so that an edited answer changes nothing.
    static func id(marker: String?, title: String, problem: String = "", tasks: [String] = []) -> EntryID {
        if let marker { return EntryID(marker) }
        var hash = StableHash()
        for text in [title, problem] + tasks { hash.combine(normalized(text)) }
        return EntryID("q-" + hash.name(length: 8))
    }

    /// The id of a rubric bullet.
    static func bulletID(_ text: String) -> String { "b-" + StableHash(normalized(text)).name(length: 6) }

    /// The id in a comment of the form `<!-- q: id -->` among some blocks.
    static func marker(in blocks: [Int], _ draft: DocumentDraft) -> String? {
        for block in blocks {
            guard case .htmlBlock(let html) = draft.tree[block].kind else { continue }
            if let id = marker(html) { return id }
        }
        return nil
    }

    /// The id in a comment, when it is such a marker.
    static func marker(_ html: String) -> String? {
        let comment = html.trimmed
        guard comment.hasPrefix("<!--"), comment.hasSuffix("-->") else { return nil }
        let inside = String(comment.dropFirst(4).dropLast(3)).trimmed
        guard inside.hasPrefix("q:") else { return nil }
        let id = String(inside.dropFirst(2)).trimmed
        return !id.isEmpty && id.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) } ? id : nil
    }

    /// A text without the marker that its first line may be.
    static func withoutMarker(_ text: String) -> String {
        let first = text.prefix { $0 != "\n" && $0 != "\r\n" }
        return marker(String(first)) == nil ? text : String(text.dropFirst(first.count).drop(while: \.isNewline))
    }

    /// The text in lower case with letters and digits only, single spaces between the words.
    private static func normalized(_ text: String) -> String {
        Slug.make(of: text, longest: .max)
    }
}
