import Model

/// Addresses that were written without a scheme, such as `www.example.org`.
enum BareAddress {
    /// The kind of a node, with the scheme that browsers try first where the text has none.
    ///
    /// GFM puts `http://` before such an address ("Autolinks", extension); browsers have long gone to https first.
    static func kind(of kind: MarkdownNode.Kind, text: [UInt8], at start: Int) -> MarkdownNode.Kind {
        guard case .link(let destination, let title) = kind, destination.hasPrefix(implied) else { return kind }
        guard text[min(start, text.count)...].prefix(4).map(\.lowercased).elementsEqual("www.".utf8) else {
            return kind
        }
        return .link(destination: "https://" + destination.dropFirst(implied.count), title: title)
    }

    private static let implied = "http://"
}
