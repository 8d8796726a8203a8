import Model

/// An address that was never meant to lead anywhere stands in for one that was to be written later.
struct PlaceholderHost: BookRule {
    static let about = RuleDescription(
        "link.placeholder-host", .warning,
        means: "an address leads to a host that stands for another, such as `example.com`, `localhost` or "
            + "`your-domain.com`",
        remedy: "write the address that is meant, or put the example in a code span")

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.checkedFiles.flatMap { file in
            file.links.compactMap { link in
                guard case .external(let address) = WebAddress(link.destination), let host = Self.host(of: address),
                    Self.isPlaceholder(host)
                else { return nil }
                return Finding(
                    Self.about, path: file.path, link.range,
                    "`\(host)` stands for a host; write the address that is meant, or put the example in a code span")
            }
        }
    }

    /// The names that RFC 2606 and RFC 6761 keep for examples and for the machine itself.
    private static let reserved = [
        "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost", "local",
    ]
    /// The beginnings of names that people write until they know better.
    private static let stands = [
        "your-", "your.", "yourdomain.", "yoursite.", "yourcompany.", "yourhost.", "my-domain.", "mydomain.", "mysite.",
        "placeholder.", "changeme.", "todo.", "xxx.", "foo.bar", "domain.tld", "host.tld",
    ]

    private static func host(of address: String) -> String? {
        guard ["http:", "https:", "ftp:"].contains(where: address.lowercased().hasPrefix) else { return nil }
        let host = WebAddress.host(of: address).lowercased()
        let name = host.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
        return name.isEmpty ? nil : String(name)
    }

    private static func isPlaceholder(_ host: String) -> Bool {
        reserved.contains { host == $0 || host.hasSuffix(".\($0)") } || host.hasPrefix("127.") || host == "0.0.0.0"
            || stands.contains { host.hasPrefix($0) || host.hasPrefix("www.\($0)") }
            || host.utf8.contains { "<>{}$[]".utf8.contains($0) }
    }
}
