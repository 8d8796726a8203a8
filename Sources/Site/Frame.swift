import Model
import Mustache

/// The frame around every page: the theme's template, which gets a dozen ready strings.
///
/// All of them are HTML, so that a template writes them with three braces.
struct Frame: Sendable {
    /// Nil never stands here, as long as the built-in template can be read; a test holds that it can.
    private let template: MustacheTemplate?
    private let book: Book
    private let rooms: Rooms
    /// The feeds, where the address of the site is known.
    private let feeds: WebFeeds?

    /// What goes into the frame.
    struct Content {
        var page: String
        var title: String
        /// Where the page stands: titles and pages, outermost first, without the page itself.
        var path: [(title: String, page: String)] = []
        var main = HTML()
        /// The headings that "On this page" lists.
        var contents: [PageHeading] = []
        /// What stands beside the text, below its contents.
        var beside = HTML()
        /// The language of the text, for its headings in "On this page".
        var language = Language.english
        /// The address of the site, for a page that may be shown under any address.
        var base: String?
        /// Whether what stands beside the text stands below it instead, to leave the text more room.
        var hasWideText = false
        /// Whether a diagram is drawn on the page, which needs the style of drawings.
        var hasDrawing = false
        /// The page that a reader is taken to at once, for one that has moved.
        var successor: String?
    }

    init(template: MustacheTemplate?, plan: SitePlan, feeds: WebFeeds?) {
        self.template = template
        self.feeds = feeds
        book = plan.book
        rooms = Rooms(plan)
    }

    /// The whole page.
    func file(_ content: Content) -> SiteFile {
        let text = template?.render(values(of: content)) ?? content.main.text
        return SiteFile(path: content.page, bytes: Array(text.utf8))
    }

    /// What the template gets; `ThemeValues` tells each.
    func values(of content: Content) -> [String: String] {
        let page = content.page
        let title: HTML = page == SiteMap.home ? "\(book.title)" : "\(content.title) · \(book.title)"
        let margin = margin(content)
        return [
            "pageTitle": title.text,
            "base": base(content).text,
            "about": about(content).text,
            "style": PagePath.relative(from: page, to: SiteMap.style),
            "script": PagePath.relative(from: page, to: SiteMap.script),
            "home": PagePath.relative(from: page, to: SiteMap.home),
            "alphabet": PagePath.relative(from: page, to: SiteMap.alphabet),
            "brand": brand.text,
            "path": path(content).text,
            "main": content.main.text,
            "margin": margin.text,
            "rooms": rooms.html(on: page).text,
            "layout": content.hasWideText || margin.isEmpty ? " wide" : "",
        ]
    }

    /// What programs read of a page: its name for those that show links (ogp.me), its full address, and the feeds.
    private func about(_ content: Content) -> HTML {
        let title = content.page == SiteMap.home ? book.title : content.title
        var html: HTML = """
            <meta property="og:title" content="\(title)">
            <meta property="og:site_name" content="\(book.title)">
            <meta property="og:type" content="\(content.page == SiteMap.home ? "website" : "article")">

            """
        if let successor = content.successor {
            let address = PagePath.relative(from: content.page, to: successor)
            return html
                + "<meta http-equiv=\"refresh\" content=\"0; url=\(address)\">\n<meta name=\"robots\" content=\"noindex\">\n"
        }
        if content.hasDrawing {
            let address = PagePath.relative(from: content.page, to: SiteMap.diagramStyle)
            html += "<link rel=\"stylesheet\" href=\"\(address)\">\n"
        }
        guard let feeds, content.page != SiteMap.missing else { return html }
        html += """
            <meta property="og:url" content="\(feeds.address(content.page))">
            <link rel="canonical" href="\(feeds.address(content.page))">
            <link rel="alternate" type="application/atom+xml" title="\(book.title)" href="\(feeds.address("feed.xml"))">

            """
        return html
    }

    private func base(_ content: Content) -> HTML {
        guard let base = content.base, case .external(let address) = WebAddress(base) else { return "" }
        return "<base href=\"\(address.hasSuffix("/") ? address : address + "/")\">\n"
    }

    private func path(_ content: Content) -> HTML {
        guard !content.path.isEmpty else { return "" }
        let trail = content.path.map { PageLink.html(Wording.passage($0.title), to: $0.page, from: content.page) }
        return "<nav class=\"path\" aria-label=\"Where this page stands\">\(trail.joined(by: " / "))</nav>\n"
    }

    private func margin(_ content: Content) -> HTML {
        let parts = contents(content) + content.beside
        return parts.isEmpty ? "" : "<aside class=\"margin\" aria-label=\"About this page\">\n\(parts)</aside>"
    }

    /// The book's title; the "book" at its end is set in the accent colour.
    private var brand: HTML {
        guard book.title.lowercased().hasSuffix("book"), book.title.utf8.count > 4 else { return "\(book.title)" }
        return "\(String(book.title.dropLast(4)))<b>\(String(book.title.suffix(4)))</b>"
    }

    private func contents(_ content: Content) -> HTML {
        guard content.contents.count > 1 else { return "" }
        let language = Wording.attribute(of: content.language)
        let items = content.contents.map { heading -> HTML in
            "<li class=\"level\(heading.level)\"><a href=\"#\(heading.id)\">\(heading.text)</a></li>\n"
        }
        return """
            <nav aria-labelledby="page.contents"><h2 id="page.contents">On this page</h2>
            <ul\(language)>
            \(items.joined())</ul></nav>

            """
    }
}
