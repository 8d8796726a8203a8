/// The built-in theme, which stands in the binary so that a workspace without `site/` works.
///
/// Its files are those of `site/theme`; the build puts them into the binary.
package enum DefaultTheme {
    /// The files of a theme by their names; a workspace's own file replaces the one of the same name.
    package static let files: [String: [UInt8]] = [
        "page.mustache": PackageResources.page_mustache,
        "style.css": PackageResources.style_css,
        "drawing.css": PackageResources.drawing_css,
        "search.css": PackageResources.search_css,
        "page.js": PackageResources.page_js,
        "search-words.js": PackageResources.search_words_js,
        "search-stems.js": PackageResources.search_stems_js,
        "search-index.js": PackageResources.search_index_js,
        "search-query.js": PackageResources.search_query_js,
        "search-places.js": PackageResources.search_places_js,
        "search-rank.js": PackageResources.search_rank_js,
        "search-near.js": PackageResources.search_near_js,
        "search-dialog.js": PackageResources.search_dialog_js,
    ]
}
