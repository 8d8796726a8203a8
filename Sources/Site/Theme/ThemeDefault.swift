/// The built-in theme, which stands in the binary so that a workspace without `site/` works.
package enum ThemeDefault {
    /// The files of a theme by their names; a workspace's own file replaces the one of the same name.
    package static let files: [String: String] = [
        "page.mustache": page,
        "style.css": style,
        "drawing.css": drawingStyle,
        "search.css": searchStyle,
        "page.js": script,
        "search-words.js": searchWords,
        "search-stems.js": searchStems,
        "search-index.js": searchIndex,
        "search-query.js": searchQuery,
        "search-places.js": searchPlaces,
        "search-rank.js": searchRank,
        "search-near.js": searchNear,
        "search-dialog.js": searchDialog,
    ]

    /// The files that make up the script of search, in their order.
    static let searchParts = ["words", "stems", "index", "query", "places", "rank", "dialog"].map { "search-\($0).js" }
}
