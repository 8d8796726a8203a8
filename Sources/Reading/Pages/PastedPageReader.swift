import Model

/// Makes entries of the lines of a pasted page.
struct PastedPageReader {
    func read(_ page: PastedPage, _ draft: inout DocumentDraft) {
        var section: [String] = []
        for line in page.lines {
            switch line.kind {
            case .heading(let text):
                let title = TextRepair.withoutDebris(text)
                section = section.isEmpty ? [title] : [section[0], title]
                draft.ledger.note(.context, line.range)
            case .definition(let name, let description):
                add(PatternName(heading: name), note: description, line: line, section: section, &draft)
            case .comingSoon(let names):
                for name in names { addTopic(name, line: line, section: section, &draft) }
            case .footer, .text, .bullet: draft.ledger.note(.context, line.range)
            }
        }
    }

    /// The prose of a page, one passage for each run of lines under a heading.
    static func passages(of page: PastedPage, in source: SourceText, language: Language) -> [Passage] {
        var passages: [Passage] = []
        var section: [String] = []
        for line in page.lines {
            switch line.kind {
            case .heading(let text):
                let title = TextRepair.withoutDebris(text)
                section = section.isEmpty ? [title] : [section[0], title]
            case .text(let text), .bullet(let text):
                passages.append(
                    Passage(section: section, text: text, language: language, source: source.source(line.range)))
            default: continue
            }
        }
        return passages
    }

    private func add(
        _ name: PatternName,
        note: String,
        line: PastedPage.Line,
        section: [String],
        _ draft: inout DocumentDraft
    ) {
        var entry = entry(name.title, line: line, section: section, content: .pattern(Pattern()), draft)
        entry.aliases = name.aliases
        entry.note = note
        draft.add(entry, madeOf: line.range)
    }

    /// A topic is named by its subject; the page's own wording with "patterns" stays findable as an alias.
    private func addTopic(_ name: String, line: PastedPage.Line, section: [String], _ draft: inout DocumentDraft) {
        var entry = entry(name, line: line, section: section, content: .topic, draft)
        if draft.source.bytes[line.range].text.lowercased().hasSuffix("patterns") {
            entry.aliases = ["\(name) patterns"]
        }
        draft.add(entry, madeOf: line.range)
    }

    private func entry(
        _ title: String,
        line: PastedPage.Line,
        section: [String],
        content: Entry.Content,
        _ draft: DocumentDraft
    ) -> Entry {
        let title = TextRepair.withoutDebris(title)
        var entry = Entry(
            id: EntryID(Slug.make(of: title)),
            title: title,
            language: LanguageDetector.language(ofTitle: title, url: nil, around: draft.language),
            source: draft.source.source(line.range),
            content: content
        )
        entry.section = section
        entry.tags = draft.tags(section: section, text: draft.source.bytes[line.range].text)
        return entry
    }
}
