import Model

/// Titles for bare addresses, made from the address itself.
enum DerivedTitle {
    /// A title for an address: the words of its last telling part, and the host where those say too little.
    static func make(of address: String) -> String {
        guard let parts = URLParts(address) else { return address }
        let host = parts.host.without(prefix: "www.")
        guard let words = parts.segments.reversed().lazy.compactMap(words).first(where: { !$0.isEmpty }) else {
            return host
        }
        let title = capitalized(words.joined(separator: " "))
        return words.count < 2 ? "\(title) (\(host))" : title
    }

    /// The words of a part of a path; nil when it is only a number, a hash or a file of no telling name.
    private static func words(of segment: String) -> [String]? {
        let decoded = PercentEncoding.decoded(segment.replacingAll("+", with: " "))
        let bare = withoutExtension(decoded)
        guard !genericNames.contains(bare.lowercased()) else { return nil }
        var words = bare.split { $0 == "-" || $0 == "_" || $0 == " " }.map(String.init)
        // Blog platforms append the hash of the article to its slug.
        if words.count > 1, let last = words.last, isIdentifier(last) { words.removeLast() }
        guard !words.isEmpty, words.contains(where: { !isIdentifier($0) && !$0.allSatisfy(\.isNumber) }) else {
            return nil
        }
        return words.map(spelled)
    }

    private static func withoutExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        let isExtension = ["html", "htm", "php", "aspx", "asp", "md", "pdf", "jsp"].contains(
            name[name.index(after: dot)...])
        return isExtension ? String(name[..<dot]) : name
    }

    /// Whether a word is a hash or an id rather than something to read.
    private static func isIdentifier(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        let digits = bytes.count(where: \.isDigit)
        return bytes.count >= 8 && digits > 0 && bytes.allSatisfy(\.isHexDigit)
    }

    private static func spelled(_ word: String) -> String {
        let letters = word.lowercased().prefix { !$0.isNumber }
        return abbreviations.contains(String(letters)) ? word.uppercased() : word
    }

    private static func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    private static let genericNames: Set<String> = ["index", "default", "home", "main", "watch", "en", "ru"]
    private static let abbreviations: Set<String> = [
        "adr", "api", "aws", "cdn", "cqrs", "ddd", "dns", "elt", "etl", "grpc", "html", "http", "iot", "jwt", "ml",
        "mvc",
        "rest", "rfc", "saas", "sdk", "sla", "slo", "sql", "sre", "tls", "ui", "url", "ux", "waf", "xml",
    ]
}
