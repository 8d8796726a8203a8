import Model

/// What one run saw at an address.
package struct LinkSighting: Sendable, Equatable {
    /// The address as the book has it.
    package var url: String
    package var answer: Answer
    /// The last status of HTTP; nil when there was no answer.
    package var status: Int?
    package var redirects: [Redirect] = []
    /// Whether the same address answers over https too; asked only of pages that are reached over http.
    package var isSecureToo = false
    /// What is wrong, as half a sentence; nil when nothing is.
    package var remark: String?

    /// What one answer says of an address.
    package enum Answer: Sendable {
        case reached
        /// The server lets no program in; people may come further.
        case blocked
        /// The server, or the directory of hosts, says that there is no such page.
        case gone
        /// Anything else, which may be of the moment.
        case trouble
    }

    package init(url: String, answer: Answer, status: Int? = nil, remark: String? = nil) {
        self.url = url
        self.answer = answer
        self.status = status
        self.remark = remark
    }

    /// Judges what a visit found.
    ///
    /// - Returns: nil when the visit says nothing about the address, because it was not made.
    init?(url: String, visit: PageVisit, page: PageContents?) {
        self.init(url: url, answer: .trouble)
        redirects = visit.redirects
        switch visit.reply {
        case .failure(.unfinished), .failure(.lookupFailed), .failure(.privateAddress): return nil
        // Mail, files and the like are no business of this check; where a page leads to such a thing, that is told.
        case .failure(.unaskable) where URLParts(url)?.isOfTheWeb != true: return nil
        case .failure(let failure):
            answer = failure == .unknownHost ? .gone : .trouble
            remark = failure.sentence
        case .response(let response):
            status = response.status
            judge(response, at: visit.address, page)
        }
    }

    private mutating func judge(_ response: WebResponse, at address: String, _ page: PageContents?) {
        switch response.status {
        case 200..<300 where response.ending == .dropped: remark = WebFailure.dropped.sentence
        case 200..<300: judgePage(response, at: address, page)
        case 401, 403, 429, 999:
            answer = .blocked
            remark = "the server lets no program in (\(response.status))"
        case 404, 410:
            answer = .gone
            remark = "there is no such page (\(response.status))"
        default: remark = "the server answers \(response.status)"
        }
    }

    /// A page may be there and yet not be the one that is meant.
    private mutating func judgePage(_ response: WebResponse, at address: String, _ page: PageContents?) {
        if !redirects.isEmpty, Self.isSignIn(address), !Self.isSignIn(url) {
            answer = .blocked
            remark = "it asks for a sign-in"
        } else if !redirects.isEmpty, Self.isFrontPage(address), !Self.isFrontPage(url) {
            remark = "it leads to the front page of \(URLParts(address)?.host ?? ""), so the page itself may be gone"
        } else if let page, response.ending == .complete, let missing = Self.missingPlace(of: url, in: page) {
            remark = missing
        } else {
            answer = .reached
        }
    }

    /// The place on the page that an address names and the page does not have.
    private static func missingPlace(of url: String, in page: PageContents) -> String? {
        guard let parts = URLParts(url) else { return nil }
        if let anchor = WantedPlace.anchor(of: parts), !page.has(anchor: anchor) {
            return "the page has no anchor #\(PercentEncoding.decoded(anchor))"
        }
        if let directive = parts.textDirective.flatMap(TextDirective.init), !directive.isFound(in: page) {
            return "the page does not have the text that the link leads to"
        }
        return nil
    }

    private static func isSignIn(_ address: String) -> Bool {
        let signs: Set<String> = ["login", "signin", "sign_in", "sign-in", "sso", "auth", "authorize", "oauth2"]
        return URLParts(address)?.segments.contains { segment in
            signs.contains(String(segment.lowercased().prefix { $0 != "." }))
        } ?? false
    }

    private static func isFrontPage(_ address: String) -> Bool {
        LinkKey(address: address).map { !$0.rawValue.utf8.contains { "/?#".utf8.contains($0) } } ?? false
    }
}

/// The place on a page that an address names.
enum WantedPlace {
    /// The anchor that a page must have; nil where the fragment is none that the server's text could show.
    static func anchor(of parts: URLParts) -> String? {
        guard let fragment = parts.fragment, !fragment.isEmpty, fragment.lowercased() != "top" else { return nil }
        // Routes of single-page applications, parameters of media and lines of code are made by scripts.
        if let first = fragment.first, "/!?".contains(first) { return nil }
        if fragment.contains("=") { return nil }
        let digits = fragment.drop { $0 == "L" }
        if fragment.hasPrefix("L"), digits.first?.isNumber == true { return nil }
        return fragment
    }

    /// Whether the text of a page is needed to judge an address.
    static func isOnPage(_ address: String) -> Bool {
        guard let parts = URLParts(address), !parts.path.lowercased().hasSuffix(".pdf") else { return false }
        return anchor(of: parts) != nil || parts.textDirective.flatMap(TextDirective.init) != nil
    }
}
