import Model

/// All questions that are answered in the head, each with its answer folded away.
///
/// Nobody's scores are here.
struct ReviewPage {
    let site: SitePlan
    private(set) var findings: [Finding] = []

    init(_ site: SitePlan) { self.site = site }

    /// What goes into the frame; nil when the book has no short questions.
    mutating func content() -> Frame.Content? {
        let entries = site.book.entries
        let questions = site.order[.question].filter { entries[$0].question?.form == .short }
        guard !questions.isEmpty else { return nil }
        var reader = PageTextReader()
        var groups: [(title: String, language: HTML, rows: HTML)] = []
        for index in questions {
            let page = site.map.sourcePages[entries[index].source.path]
            let title = page.flatMap { site.sourceTitles[$0] } ?? entries[index].source.path
            let language = Wording.attribute(of: entries[index].language)
            if groups.last?.title != title { groups.append((title, language, "")) }
            groups[groups.count - 1].rows += row(index, &reader)
        }
        let sections = groups.map { group -> HTML in
            let heading = reader.heading(group.title, level: 2)
            return "\(RenderedBlocks.ownHeading(heading, language: group.language))\(group.rows)"
        }
        let main: HTML = """
            <h1>Review</h1>
            <p class="lead">\(Wording.count(questions.count, "short question")); unfold one when you have answered it.</p>
            \(sections.joined())
            """
        return Frame.Content(
            page: SiteMap.review, title: "Review",
            path: [(Wording.title(of: .question), SiteMap.index(of: .question))], main: main)
    }

    private mutating func row(_ index: Int, _ reader: inout PageTextReader) -> HTML {
        let entry = site.book.entries[index]
        let language = Wording.attribute(of: entry.language)
        let way = PageLink.html("Its own page", to: site.map.entryPages[index], from: SiteMap.review)
        guard let answer = entry.question?.modelAnswer ?? entry.body, !answer.isEmpty else {
            return "<p\(language)>\(entry.title)</p>\n<p>\(way)</p>\n"
        }
        let text = reader.read(answer, source: entry.source, language: entry.language, level: 3)
        var renderer = HTMLRenderer(text, on: SiteMap.review, of: site)
        renderer.render()
        findings += renderer.findings
        return """
            <details class="question"><summary><span\(language)>\(entry.title)</span></summary>
            <div class="text"\(language)>
            \(renderer.html)</div>
            <p>\(way)</p></details>

            """
    }
}
