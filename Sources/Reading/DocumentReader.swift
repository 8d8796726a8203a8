package import Markdown
package import Model

/// What one source gave.
package struct ReadDocument: Sendable {
    package var document: Document
    package var entries: [Entry]
    package var passages: [Passage]
    package var weeks: [ReviewWeek]
    package var findings: [Finding]
    /// What the rules look at beside the entries; nil when it was not asked for.
    package var checked: CheckedFile?
    /// The parsed bodies of entries by the places of the entries, as far as they were asked for and come from the text
    /// as a whole.
    package var bodies: [Source: MarkdownTree] = [:]
}

/// Reads one source of the book, whatever its shape.
package enum DocumentReader {
    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The path relative to the workspace, for positions and names.
    ///   - extras: What is wanted besides the entries; it is taken from the same parsed text.
    package static func read(path: String, bytes: [UInt8], extras: ReadingExtras = []) -> ReadDocument {
        let source = SourceText(path: path, fileBytes: bytes)
        let frontMatter = FrontMatter(source.bytes, from: source.start)
        let tree = MarkdownParser.parse(source.bytes, from: frontMatter.range.upperBound, lines: source.lines)
        var draft = DocumentDraft(source: source, frontMatter: frontMatter, tree: tree)
        draft.keepsBodies = extras.contains(.bodies)
        draft.findings += ReadingFindings.findings(of: tree, frontMatter: frontMatter, in: source)
        let page = PageShape.page(in: source, frontMatter, tree)
        var document = page.map { readPage($0, &draft) } ?? readMarkdown(&draft)
        if extras.contains(.checks) { document.checked = CheckedFileReader.read(source, tree) }
        return document
    }

    private static func readMarkdown(_ draft: inout DocumentDraft) -> ReadDocument {
        var review = ReviewReader()
        review.read(&draft)
        LinkReader(sectionsWithoutWorks: review.questionSections).read(&draft)
        let links = draft.entries.count { $0.kind == .link }
        // The headings of a review are those of the week, not patterns.
        if review.questionCount == 0 { PatternReader(draft.outline).read(&draft) }
        ShortQuestionReader(excluded: review.questionSections).read(&draft)
        ReferenceDefinitions.read(&draft)
        let passages = PassageReader.read(&draft)
        let patterns = draft.entries.count { $0.kind == .pattern }
        let shape: Document.Shape =
            if review.questionCount > 0 { .reviewWeek } else if patterns > 0 { .patternNotes } else if links > 0 {
                .linkCollection
            } else { .prose }
        return finish(draft, shape: shape, passages: passages)
    }

    private static func readPage(_ page: PastedPage, _ draft: inout DocumentDraft) -> ReadDocument {
        LinkReader().read(&draft)
        PastedPageReader().read(page, &draft)
        let passages = PastedPageReader.passages(of: page, in: draft.source, language: draft.language)
        return finish(draft, shape: .pastedPage, passages: passages)
    }

    private static func finish(_ draft: DocumentDraft, shape: Document.Shape, passages: [Passage]) -> ReadDocument {
        let firstHeading = draft.outline.sections.first { $0.heading != nil }?.title
        let title = draft.frontMatter.text("title") ?? firstHeading ?? draft.stem
        let document = Document(
            path: draft.source.path,
            title: TextRepair.withoutDebris(title),
            shape: shape,
            language: draft.language,
            coverage: draft.ledger.coverage
        )
        return ReadDocument(
            document: document,
            entries: draft.entries.sorted { ($0.source, $0.kind, $0.title) < ($1.source, $1.kind, $1.title) },
            passages: passages,
            weeks: draft.weeks,
            findings: draft.findings,
            bodies: draft.bodies
        )
    }
}

/// Tells pages pasted as plain text from Markdown.
enum PageShape {
    /// The page that a source is: one without Markdown structure and with the lines of a page, or one that says so in
    /// its front matter.
    static func page(in source: SourceText, _ frontMatter: FrontMatter, _ tree: MarkdownTree) -> PastedPage? {
        let isDeclared = frontMatter.text("shape") == PageMarkdown.shape
        guard isDeclared || !isStructured(tree) else { return nil }
        let page = PastedPage(source.bytes, lines: source.lines, from: frontMatter.range.upperBound)
        if isDeclared || page.definitionCount >= 2 { return page }
        let hasHeading = page.lines.contains { if case .heading = $0.kind { true } else { false } }
        return source.path.hasSuffix(".txt") && (hasHeading || page.definitionCount > 0) ? page : nil
    }

    /// Whether a text has headings, lists, tables, code or quotes of Markdown.
    private static func isStructured(_ tree: MarkdownTree) -> Bool {
        tree.children(of: 0).contains { block in
            switch tree[block].kind {
            case .heading, .list, .table, .codeBlock, .blockQuote: true
            default: false
            }
        }
    }
}
