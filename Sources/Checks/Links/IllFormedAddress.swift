import Model

/// An address that no browser can make out leads nowhere.
struct IllFormedAddress: BookRule {
    static let about = RuleDescription(
        "link.ill-formed", .error, exception: "a warning when browsers cope with it all the same",
        means: "an address is no URL: its scheme, host, port or escapes are not written as RFC 3986 has them",
        remedy: "correct it; `--fix` does where only the scheme or its slashes are wrong, or blanks stand in it",
        hasFix: true)

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.checkedFiles.flatMap { file in
            file.links.compactMap { link in
                guard let fault = AddressFault(link.destination) else { return nil }
                var finding = Finding(Self.about, path: file.path, link.range, fault.message)
                if fault.isTolerated { finding.severity = .warning }
                if let corrected = fault.corrected {
                    finding.fixes = MissingTarget.fixes(link, in: file, to: corrected)
                }
                return finding
            }
        }
    }
}

/// What is wrong with an address of the web.
enum AddressFault: Equatable {
    /// The scheme or the slashes behind it; the text that is meant for them.
    case scheme(String, corrected: String)
    case host(String)
    case port(String)
    case escape
    case blank(corrected: String)
    case textFragment

    /// Looks an address over; nil when nothing is wrong, and when it is no address of the web.
    init?(_ destination: String) {
        let bytes = Array(destination.utf8)
        let word = bytes.prefix(while: \.isLetter).map(\.lowercased).text
        let rest = bytes.dropFirst(word.utf8.count)
        let marks = rest.prefix { [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\\")].contains($0) }
        guard marks.count > 1 || marks.first == UInt8(ascii: ":"), let scheme = Self.scheme(meantBy: word) else {
            return nil
        }
        let body = rest.dropFirst(marks.count)
        if scheme != word || marks.text != "://" {
            // `http:8080` is a host named http.
            guard marks.count > 1 else { return nil }
            guard !body.isEmpty else {
                self = .host("")
                return
            }
            self = .scheme(word + marks.text, corrected: "\(scheme)://\(body.text)")
            return
        }
        self.init(body: body, of: destination, scheme)
    }

    private init?(body: ArraySlice<UInt8>, of destination: String, _ scheme: String) {
        let ends = Array("/?#".utf8)
        let authority = body.prefix { !ends.contains($0) }
        let name = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
        let isLiteral = name.first == UInt8(ascii: "[")
        let host = isLiteral ? name : name.prefix { $0 != UInt8(ascii: ":") }
        let port = name.dropFirst(host.count).dropFirst()
        let isScheme = ["http", "https"].contains(host.text.lowercased())
        if isScheme, host.count < name.count || body.dropFirst(host.count).starts(with: Array("//".utf8)) {
            self = .scheme("\(scheme)://\(host.text):", corrected: Self.withoutFirstScheme(body))
        } else if !isLiteral, !Self.isHost(host) {
            self = .host(host.text)
        } else if !port.allSatisfy(\.isDigit) || Int(port.text) ?? 0 > 65_535 {
            self = .port(port.text)
        } else if body.contains(where: \.isWhitespace) {
            let parts = destination.utf8.split(whereSeparator: \.isWhitespace).map { String(Substring($0)) }
            self = .blank(corrected: parts.joined(separator: "%20"))
        } else if Self.hasBadEscape(body) {
            self = .escape
        } else if Self.hasBadTextFragment(body) {
            self = .textFragment
        } else {
            return nil
        }
    }

    /// Whether browsers make something of the address all the same.
    var isTolerated: Bool {
        switch self {
        case .escape, .blank, .textFragment: true
        case .scheme, .host, .port: false
        }
    }

    /// The address that is certainly meant; nil when a person has to say.
    var corrected: String? {
        switch self {
        case .scheme(_, let corrected), .blank(let corrected): corrected
        case .host, .port, .escape, .textFragment: nil
        }
    }
}
