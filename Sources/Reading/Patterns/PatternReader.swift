import Markdown
import Model

/// Makes entries of the headings that name patterns.
///
/// A heading names a pattern when its form says so ("What is X?", "X pattern", "CQRS (…)"), when it stands under a
/// category, when the front matter says so, or when it heads the usual parts of a note. A short noun phrase with prose
/// below it names one only where something else speaks of patterns: its first paragraph, the file's path, or a heading
/// beside it. Headings below a pattern are parts of it. Manuals, minutes and records have no patterns.
struct PatternReader {
    /// The sections right below which a heading is evidently a pattern; nil stands for the top.
    private let evidentParents: Set<Int?>
    private let isOtherDocument: Bool

    init(_ outline: Outline) {
        let named = outline.sections.filter { $0.level > 0 && PatternName(heading: $0.title).isEvident }
        evidentParents = Set(named.map(\.parent))
        isOtherDocument = outline.sections.count { SectionWords.isOfOtherDocument($0.title) } >= 2
    }

    func read(_ draft: inout DocumentDraft) {
        guard !isOtherDocument || draft.frontMatter.text("kind") == EntryKind.pattern.rawValue else { return }
        let outline = draft.outline
        if let name = titledNote(draft) {
            addTitledNote(name, &draft)
            return
        }
        var index = 1
        while index < outline.sections.count {
            guard !draft.claimed.contains(index), let role = role(of: index, in: draft) else {
                index += 1
                continue
            }
            switch role {
            case .category:
                addCategory(index, &draft)
                index += 1
            case .pattern(let name):
                addPattern(name, section: index, &draft)
                index = max(outline.sections[index].end, index + 1)
            }
        }
    }

    /// What a heading is, if it is a pattern or a group of them.
    private enum Role {
        case pattern(PatternName)
        case category
    }

    private func role(of index: Int, in draft: DocumentDraft) -> Role? {
        let section = draft.outline.sections[index]
        let children = draft.outline.children(of: index)
        let isOnlyTitle = section.level == 1 && isSingleNote(children: children, in: draft)
        // "Read model" is a part of many notes, and the subject of one.
        guard isOnlyTitle || !SectionWords.contains(section.title), !section.title.isBlank else { return nil }
        let name = PatternName(heading: section.title)
        if !isOnlyTitle, PatternName.isCategory(section.title), !children.isEmpty {
            return children.contains { hasProse(sectionAndBelow: $0, in: draft) } ? .category : nil
        }
        guard hasProse(sectionAndBelow: index, in: draft) else { return nil }
        if name.isEvident && (children.isEmpty || isOnlyTitle || section.level > 1) { return .pattern(name) }
        if isOnlyTitle || isUnderCategory(index, in: draft) { return .pattern(name) }
        guard section.level > 1 || children.isEmpty, isNounPhrase(section.title) else { return nil }
        guard hasOwnProse(index, in: draft), isAmongPatterns(index, in: draft) else { return nil }
        return .pattern(name)
    }

    /// Whether the document is one note about what its first heading names.
    private func isSingleNote(children: [Int], in draft: DocumentDraft) -> Bool {
        if draft.frontMatter.text("kind") == EntryKind.pattern.rawValue { return true }
        let titles = children.map { draft.outline.sections[$0].title }
        let parts = titles.count { SectionWords.contains($0) || $0.hasSuffix("?") }
        return titles.contains(where: SectionWords.isPartOfPattern) && parts * 2 >= titles.count
    }

    /// Whether something beside its form says that a heading names a pattern.
    private func isAmongPatterns(_ index: Int, in draft: DocumentDraft) -> Bool {
        if SectionWords.speaksOfPattern(draft.source.path) { return true }
        if let text = draft.firstParagraph(ofSection: index), SectionWords.speaksOfPattern(text) { return true }
        let parent = draft.outline.sections[index].parent
        return evidentParents.contains(parent)
    }

    private func isUnderCategory(_ index: Int, in draft: DocumentDraft) -> Bool {
        guard let parent = draft.outline.sections[index].parent else { return false }
        return PatternName.isCategory(draft.outline.sections[parent].title)
    }

    private func isNounPhrase(_ title: String) -> Bool {
        let scalars = title.unicodeScalars
        let words = scalars.split(whereSeparator: \.properties.isWhitespace)
        guard (1...5).contains(words.count), let last = scalars.last else { return false }
        return !".!?:;,".unicodeScalars.contains(last) && scalars.contains(where: \.properties.isAlphabetic)
            && !scalars.contains { $0.properties.numericType != nil }
    }

    private func hasProse(sectionAndBelow index: Int, in draft: DocumentDraft) -> Bool {
        (index..<draft.outline.sections[index].end).contains { hasOwnProse($0, in: draft) }
    }

    /// Whether the blocks right under a heading hold more than links.
    private func hasOwnProse(_ index: Int, in draft: DocumentDraft) -> Bool {
        draft.outline.sections[index].blocks.contains { block in
            switch draft.tree[block].kind {
            case .thematicBreak, .htmlBlock: return false
            default: break
            }
            let lines = draft.source.lines
            let range = draft.trimmed(draft.tree[block].range)
            guard !range.isEmpty else { return false }
            let numbers = lines.line(at: range.lowerBound)...lines.line(at: range.upperBound - 1)
            return numbers.contains { draft.ledger.use(ofLine: $0) != .catalogued && !draft.ledger.isBlank($0) }
        }
    }

    /// The name of a note whose title stands in its front matter alone.
    private func titledNote(_ draft: DocumentDraft) -> PatternName? {
        guard let title = draft.frontMatter.text("title"), !title.isBlank,
            !draft.outline.sections.contains(where: { $0.level == 1 })
        else { return nil }
        let name = PatternName(heading: title)
        let parts = draft.outline.sections.indices.filter { $0 > 0 && draft.outline.sections[$0].parent == nil }
        if isSingleNote(children: parts, in: draft) { return name }
        guard parts.isEmpty, hasOwnProse(0, in: draft) else { return nil }
        return name.isEvident || isNounPhrase(title) && isAmongPatterns(0, in: draft) ? name : nil
    }

    private func addTitledNote(_ name: PatternName, _ draft: inout DocumentDraft) {
        let sections = draft.outline.sections.indices
        let range = draft.trimmed(draft.outline.range(of: sections))
        guard !range.isEmpty else { return }
        var entry = makeEntry(name, section: 0, isCategory: false, draft)
        entry.source = draft.source.source(range)
        entry.body = draft.text(range)
        entry.aliases += draft.frontMatter.list("aliases").filter { !entry.aliases.contains($0) }
        entry.id = Slug.id(ofStem: draft.stem) ?? entry.id
        entry.tags = draft.tags(section: [], text: entry.body)
        draft.add(entry, madeOf: range)
        draft.claimed.formUnion(sections)
    }

    private func addCategory(_ index: Int, _ draft: inout DocumentDraft) {
        let section = draft.outline.sections[index]
        var entry = makeEntry(PatternName(heading: section.title), section: index, isCategory: true, draft)
        entry.title = TextRepair.withoutDebris(section.title)
        entry.aliases = []
        entry.body = draft.text(section.ownRange.dropHeading(section, draft))
        draft.add(entry, madeOf: draft.trimmed(section.ownRange))
    }

    private func addPattern(_ name: PatternName, section index: Int, _ draft: inout DocumentDraft) {
        let section = draft.outline.sections[index]
        var entry = makeEntry(name, section: index, isCategory: false, draft)
        if index == draft.outline.onlyTitle {
            entry.aliases += draft.frontMatter.list("aliases").filter { !entry.aliases.contains($0) }
            entry.id = Slug.id(ofStem: draft.stem) ?? entry.id
        }
        draft.keepBody(ofSection: index, for: entry)
        draft.add(entry, madeOf: draft.trimmed(section.range))
        draft.claim(section: index)
    }

    private func makeEntry(_ name: PatternName, section index: Int, isCategory: Bool, _ draft: DocumentDraft) -> Entry {
        let section = draft.outline.sections[index]
        let range = draft.trimmed(isCategory ? section.ownRange : section.range)
        let body = isCategory ? draft.text(range) : draft.body(ofSection: index)
        let ofBody = LanguageDetector.language(of: body)
        var entry = Entry(
            id: EntryID(Slug.make(of: name.title)),
            title: name.title,
            language: draft.frontMatter.text("language") != nil || ofBody == .undetermined ? draft.language : ofBody,
            source: draft.source.source(range),
            content: .pattern(Pattern(isCategory: isCategory))
        )
        entry.body = body
        entry.aliases = name.aliases
        entry.section = draft.outline.path(above: index)
        entry.note = draft.firstParagraph(ofSection: index)
        entry.tags = draft.tags(section: entry.section, text: body)
        return entry
    }
}

extension Range where Bound == Int {
    /// The range without the heading of a section.
    fileprivate func dropHeading(_ section: Outline.Section, _ draft: DocumentDraft) -> Range<Int> {
        guard let heading = section.heading else { return self }
        return Swift.min(draft.tree[heading].range.upperBound, upperBound)..<upperBound
    }
}
