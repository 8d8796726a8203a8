import Markdown
import Model

/// Keeps the prose that no entry was made of, as context of the nearest heading.
enum PassageReader {
    /// The passages of a document, one for each run of neighbouring blocks; accounts for their lines.
    static func read(_ draft: inout DocumentDraft) -> [Passage] {
        var passages: [Passage] = []
        for (index, section) in draft.outline.sections.enumerated() {
            if let heading = section.heading { draft.ledger.note(.context, draft.trimmed(draft.tree[heading].range)) }
            for block in section.blocks where draft.tree[block].kind == .thematicBreak {
                draft.ledger.note(.context, draft.trimmed(draft.tree[block].range))
            }
            guard !draft.claimed.contains(index) else { continue }
            var run: Range<Int>?
            for block in section.blocks {
                let range = draft.trimmed(draft.tree[block].range)
                if isCatalogued(range, draft) {
                    add(&run, section: index, draft, to: &passages)
                } else {
                    run = (run?.lowerBound ?? range.lowerBound)..<max(run?.upperBound ?? 0, range.upperBound)
                    draft.ledger.note(.context, range)
                }
            }
            add(&run, section: index, draft, to: &passages)
        }
        takeFootnotes(&draft)
        return passages
    }

    private static func add(
        _ run: inout Range<Int>?,
        section: Int,
        _ draft: DocumentDraft,
        to passages: inout [Passage]
    ) {
        defer { run = nil }
        guard let range = run else { return }
        let text = draft.text(range)
        guard text.utf8.contains(where: { $0.isAlphanumeric || $0 >= 0x80 }) else { return }
        let language = LanguageDetector.language(of: text)
        passages.append(
            Passage(
                section: draft.outline.path(to: section),
                text: text,
                language: language == .undetermined ? draft.language : language,
                source: draft.source.source(range)
            ))
    }

    /// Whether every line of some bytes is part of an entry already.
    private static func isCatalogued(_ range: Range<Int>, _ draft: DocumentDraft) -> Bool {
        guard !range.isEmpty else { return true }
        let lines = draft.source.lines
        return (lines.line(at: range.lowerBound)...lines.line(at: range.upperBound - 1)).allSatisfy {
            draft.ledger.isBlank($0) || draft.ledger.use(ofLine: $0) == .catalogued
        }
    }

    /// A footnote that nothing refers to leaves no node; it is context all the same.
    private static func takeFootnotes(_ draft: inout DocumentDraft) {
        for line in draft.ledger.unreadLines {
            let bytes = draft.source.bytes[draft.source.lines.offsets(ofLine: line)].trimmed
            if bytes.starts(with: Array("[^".utf8)), bytes.firstRange(of: Array("]:".utf8)) != nil {
                draft.ledger.note(.context, lines: line...line)
            }
        }
    }
}
