import Model

/// The blocks of a text that need no knowledge of what stands around them.
enum RenderedBlocks {
    /// The tags around a heading, with the link that leads to it.
    ///
    /// - Parameters:
    ///   - language: the attribute of a heading in another language than the text.
    ///   - isForeign: whether the heading is in another language than the page, whose own words it holds.
    static func heading(
        _ heading: PageHeading, language: HTML = HTML(), isForeign: Bool = false
    ) -> (opening: HTML, closing: HTML) {
        let own: HTML = isForeign ? " lang=\"en\"" : ""
        let anchor: HTML = "<a class=\"anchor\" href=\"#\(heading.id)\" aria-label=\"Link to this section\"\(own)>#</a>"
        return ("<h\(heading.level) id=\"\(heading.id)\"\(language)>", " \(anchor)</h\(heading.level)>\n")
    }

    /// A heading that the page adds by itself.
    static func ownHeading(_ heading: PageHeading, language: HTML = HTML()) -> HTML {
        let (opening, closing) = self.heading(heading)
        guard !language.isEmpty else { return "\(opening)\(heading.text)\(closing)" }
        return "\(opening)<span\(language)>\(heading.text)</span>\(closing)"
    }

    /// The beginning of an item; the state of a task is said in words too.
    static func item(checked: Bool?, language: HTML = HTML()) -> HTML {
        guard let checked else { return "<li\(language)>" }
        let (sign, word): (HTML, HTML) = checked ? ("☑", "done:") : ("☐", "to do:")
        return """
            <li class="task"\(language)><span aria-hidden="true">\(sign)</span> <span class="unseen" lang="en">\(word)</span>\u{20}
            """
    }

    /// A block of code with its parts marked.
    static func code(_ literal: String, language: String) -> HTML {
        guard !language.isEmpty else { return "<pre tabindex=\"0\"><code>\(literal)</code></pre>\n" }
        let marked = CodeMarkup.html(literal, language: language)
        return "<pre tabindex=\"0\"><code class=\"language-\(language)\">\(marked)</code></pre>\n"
    }
}
