import Model

/// Resolves what a header field or a link says against the address of its page.
package enum RelativeAddress {
    /// The full address, by RFC 3986, section 5.2, dot segments left to the one who asks; nil when it is no web address.
    package static func resolve(_ reference: String, against base: String) -> String? {
        guard let page = URLParts(base) else { return nil }
        let reference = reference.trimmed
        let port = page.port.isEmpty ? "" : ":\(page.port)"
        let origin = "\(page.scheme)://\(page.host)\(port)"
        let address: String
        if let parts = URLParts(reference) {
            return parts.isOfTheWeb ? reference : nil
        } else if reference.hasPrefix("//") {
            address = "\(page.scheme):\(reference)"
        } else if reference.hasPrefix("/") {
            address = origin + reference
        } else if reference.hasPrefix("?") {
            address = origin + page.path + reference
        } else if reference.hasPrefix("#") || reference.isEmpty {
            address = origin + page.path + (page.query.map { "?\($0)" } ?? "") + reference
        } else if hasScheme(reference) {
            return nil
        } else {
            let folder = page.path.lastIndex(of: "/").map { page.path[...$0] } ?? "/"
            address = origin + folder + reference
        }
        return URLParts(address).map { _ in address }
    }

    private static func hasScheme(_ reference: String) -> Bool {
        let name = reference.utf8.prefix { $0.isAlphanumeric || "+-.".utf8.contains($0) }
        return name.first?.isLetter == true && name.endIndex < reference.utf8.endIndex
            && reference.utf8[name.endIndex] == UInt8(ascii: ":")
    }
}
