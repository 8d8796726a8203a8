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

    /// A block of code, or the sheet of a C4 diagram, which is shown as its text until diagrams are drawn.
    static func code(_ literal: String, info: String) -> HTML {
        let words = info.utf8.split(whereSeparator: \.isWhitespace).map { String(Substring($0)) }
        guard let language = words.first else { return "<pre tabindex=\"0\"><code>\(literal)</code></pre>\n" }
        let code: HTML = "<pre tabindex=\"0\"><code class=\"language-\(language)\">\(literal)</code></pre>\n"
        guard ["c4", "structurizr"].contains(language.lowercased()) else { return code }
        let title = words.dropFirst().joined(separator: " ")
        let caption = title.isEmpty ? "Shown as its text" : title
        return """
            <figure class="drawing">
            \(code)<figcaption><b>C4</b> <span>\(caption)</span></figcaption>
            </figure>

            """
    }
}
