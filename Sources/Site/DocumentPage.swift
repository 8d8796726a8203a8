import Markdown
import Model

/// The page of a source: its prose and its entries in the order of the file.
struct DocumentPage {
    let plan: DocumentPlan
    let parts: PageParts
    private(set) var findings: [Finding] = []
    private var hasDrawing = false

    init(_ plan: DocumentPlan, site: SitePlan) {
        self.plan = plan
        parts = PageParts(plan: site, page: plan.page)
    }

    /// What goes into the frame.
    mutating func content() -> Frame.Content {
        let document = plan.document
        let isWeek = document.shape == .reviewWeek
        var main: HTML = "<h1\(Wording.attribute(of: document.language))>\(document.title)</h1>\n\(block().html())"
        main += items()
        main += plan.weeks.map(learnings).joined()
        var content = Frame.Content(
            page: plan.page,
            title: document.title,
            path: [isWeek ? ("Weeks", SiteMap.weeks) : ("Collections", SiteMap.collections)],
            main: main,
            contents: plan.contents,
            beside: SheetMargin(parts: parts, source: document.path).html(),
            language: document.language
        )
        content.hasDrawing = hasDrawing
        return content
    }

    private func block() -> TitleBlock {
        var block = TitleBlock()
        block.add("Sheet", text: DocumentPage.kind(of: plan.document.shape))
        let counts = Dictionary(grouping: entries) { parts.plan.book.entries[$0].kind }.mapValues(\.count)
        let words = counts.sorted { $0.key < $1.key }.map { Wording.count($0.value, $0.key.rawValue, $0.key.plural) }
        block.add("Holds", text: words.joined(separator: ", "), width: 2)
        block.add("Language", text: Wording.language(plan.document.language))
        for week in plan.weeks { block.add("Model answers", text: week.statedTotal) }
        block.add("Source", "<span class=\"path\">\(plan.document.path)</span>", width: 2)
        return block
    }

    private var entries: [Int] {
        plan.items.compactMap { item in
            if case .entry(let index) = item { index } else { nil }
        }
    }

    static func kind(of shape: Document.Shape) -> String {
        switch shape {
        case .linkCollection: "Collection"
        case .patternNotes: "Pattern notes"
        case .reviewWeek: "Review week"
        case .pastedPage: "Pasted page"
        case .prose: "Prose"
        }
    }

    /// Neighbouring entries stand in one list.
    private mutating func items() -> HTML {
        var html = HTML()
        var run: [Int] = []
        for item in plan.items {
            if case .entry(let index) = item {
                run.append(index)
                continue
            }
            html += parts.rows(run)
            run = []
            html += self.html(of: item)
        }
        return html + parts.rows(run)
    }

    private mutating func html(of item: DocumentPlan.Item) -> HTML {
        switch item {
        case .entry: return ""
        case .heading(let heading):
            return RenderedBlocks.ownHeading(heading, language: Wording.attribute(of: plan.document.language))
        case .text(let text):
            var renderer = HTMLRenderer(text, on: plan.page, of: parts.plan)
            renderer.render()
            findings += renderer.findings
            hasDrawing = hasDrawing || renderer.hasDrawing
            return "<div class=\"text\"\(Wording.attribute(of: text.language))>\n\(renderer.html)</div>\n"
        }
    }

    /// What a week taught, unless the prose of the page has it already.
    private func learnings(of week: ReviewWeek) -> HTML {
        guard let first = week.learnings.first else { return "" }
        guard !plan.texts.contains(where: { $0.tree.text.text.contains(first.subject) }) else { return "" }
        let subjects = week.learnings.map { learning -> HTML in
            let points = learning.points.map { point -> HTML in "<li>\(point)</li>\n" }.joined()
            return "<h3>\(learning.subject)</h3>\n<ul>\n\(points)</ul>\n"
        }
        return "<h2>What the week taught</h2>\n\(subjects.joined())"
    }
}
