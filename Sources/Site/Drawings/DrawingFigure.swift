import Diagrams
import Model

/// A drawn view with its caption and its twins: the same as words, as characters and as text of the model.
struct DrawingFigure {
    let plan: SitePlan
    let page: String
    let drawn: DrawnViews.Drawn

    /// The figure as it stands in a note.
    func html(title: String? = nil) -> HTML {
        let own = plan.drawings.page(of: drawn, in: plan.map)
        let name: HTML = "\(title ?? drawn.view.title)"
        let caption = own.map { PageLink.html(name, to: $0, from: page) } ?? name
        return """
            <figure class="drawing">
            \(sheet())<figcaption><b>\(DrawingFigure.level(drawn.view.kind))</b> <span>\(caption)</span>
            <details><summary>Text and source</summary>
            \(words())\(characters())\(source())</details></figcaption>
            </figure>

            """
    }

    /// The drawing on its paper; wide ones are scrolled within it.
    func sheet() -> HTML {
        let links = ElementLinks(plan: plan, page: page, drawn: drawn).addresses
        var view = drawn.view
        // A link that leads to no page stays unwritten.
        for index in view.elements.indices { view.elements[index].link = nil }
        let options = SVGDrawing.Options(includesStylesheet: false, showsTitle: false, links: links)
        let arranged = DiagramLayout.arrange(view)
        let svg = SVGDrawing.svg(of: arranged, options: options)
        return """
            <div class="sheet \(DrawingFigure.least(arranged.size.width))" role="region" aria-label="Drawing: \(drawn.view.title)" tabindex="0">
            \(HTML(markup: svg))</div>

            """
    }

    /// The class that keeps a drawing from getting smaller than five eighths, where its text could no longer be read;
    /// beyond that it is scrolled.
    static func least(_ width: Int) -> String { "least\(min(width * 5 / 8 / 80, 20))" }

    /// The view in sentences.
    func words() -> HTML { "<pre class=\"words\" tabindex=\"0\">\(DiagramProse.body(of: drawn.view))</pre>\n" }

    /// The view in the characters of a terminal.
    func characters() -> HTML {
        "<pre class=\"twin\" tabindex=\"0\">\(TextDrawing.text(of: drawn.view, width: 76))</pre>\n"
    }

    /// The model that the view is one of, as text in a normal form.
    func source() -> HTML {
        "<pre tabindex=\"0\"><code>\(CodeMarkup.html(DSLWriter.text(of: drawn.document.workspace), language: "structurizr"))</code></pre>\n"
    }

    /// What a view shows, in the words of the C4 model (c4model.com).
    static func level(_ kind: DiagramView.Kind) -> String {
        switch kind {
        case .systemLandscape: "C4 landscape"
        case .systemContext: "C4 context"
        case .container: "C4 container"
        case .component: "C4 component"
        case .dynamic: "C4 dynamic"
        case .deployment: "C4 deployment"
        case .custom: "C4"
        }
    }
}
