/// The values that the frame of a page gets, by their names; `docs/themes.md` lists them.
///
/// All of them are HTML, escaped already, so that a template writes them with three braces.
package enum ThemeValues {
    /// What each value holds.
    package static let all: [String: String] = [
        "about":
            "what programs read of the page: OpenGraph, the canonical address, feeds, further styles; lines for `<head>`",
        "alphabet": "the address of the A to Z, where search leads without JavaScript",
        "base": "a `<base>` for the page that hosts show under any address; empty elsewhere",
        "brand": "the title of the book, its last word marked",
        "home": "the address of the first page",
        "layout": "a class for pages with nothing beside their text, behind a blank: ` wide`; empty elsewhere",
        "main": "the page itself, from its title on",
        "margin": "what stands beside it: contents, citations, related entries, source",
        "pageTitle": "the title for the window",
        "path": "where the page stands: the way from the outermost index",
        "rooms": "the rooms of the book and their doors, with counts",
        "script": "the address of `page.js`",
        "style": "the address of `style.css`",
    ]
}
