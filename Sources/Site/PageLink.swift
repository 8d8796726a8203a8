import Model

/// Links between pages of the site.
enum PageLink {
    /// The address of a page, or of a part of it, for an `href` on another page.
    static func address(of target: String, fragment: String? = nil, from page: String) -> String {
        let part = fragment.map { "#\($0)" } ?? ""
        return target == page && fragment != nil ? part : PagePath.relative(from: page, to: target) + part
    }

    /// A link to another page of the site.
    static func html(_ label: HTML, to target: String, from page: String) -> HTML {
        "<a href=\"\(address(of: target, from: page))\">\(label)</a>"
    }
}
