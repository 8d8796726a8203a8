import Model

/// The blocks of a text that need no knowledge of what stands around them.
enum RenderedBlocks {
    /// The tags around a heading, with the link that leads to it.
    static func heading(_ heading: PageHeading) -> (opening: HTML, closing: HTML) {
        (
            "<h\(heading.level) id=\"\(heading.id)\">",
            " <a class=\"anchor\" href=\"#\(heading.id)\" aria-label=\"Link to this section\">#</a></h\(heading.level)>\n"
        )
    }

    /// A heading that the page adds by itself.
    static func ownHeading(_ heading: PageHeading, language: HTML = HTML()) -> HTML {
        let (opening, closing) = self.heading(heading)
        guard !language.isEmpty else { return "\(opening)\(heading.text)\(closing)" }
        return "\(opening)<span\(language)>\(heading.text)</span>\(closing)"
    }

    /// The beginning of an item; the state of a task is said in words too.
    static func item(checked: Bool?) -> HTML {
        switch checked {
        case nil: "<li>"
        case true?: "<li class=\"task\"><span aria-hidden=\"true\">☑</span> <span class=\"unseen\">done:</span> "
        case false?: "<li class=\"task\"><span aria-hidden=\"true\">☐</span> <span class=\"unseen\">to do:</span> "
        }
    }

    /// A block of code with its parts marked.
    static func code(_ literal: String, language: String) -> HTML {
        guard !language.isEmpty else { return "<pre tabindex=\"0\"><code>\(literal)</code></pre>\n" }
        let marked = CodeMarkup.html(literal, language: language)
        return "<pre tabindex=\"0\"><code class=\"language-\(language)\">\(marked)</code></pre>\n"
    }
}
