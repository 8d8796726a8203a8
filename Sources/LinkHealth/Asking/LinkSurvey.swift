import Model

/// Asks for many links at once.
package struct LinkSurvey: Sendable {
    private let visitor: LinkVisitor
    private let gate: HostGate

    /// - Parameters:
    ///   - atOnce: how many requests may be out at one time.
    ///   - ofOneHost: how many of them to one host.
    package init(_ access: WebAccess, limits: VisitLimits = VisitLimits(), atOnce: Int = 32, ofOneHost: Int = 8) {
        gate = HostGate(most: atOnce, mostOfOneHost: ofOneHost)
        visitor = LinkVisitor(access, gate: gate, limits: limits)
    }

    /// What came of one link.
    package enum Result: Sendable, Equatable {
        case seen(LinkSighting)
        /// Nothing was learnt about the link, for this reason.
        case skipped(url: String, WebFailure)
    }

    /// Asks for every link; those that differ only in their fragment are one question.
    ///
    /// - Parameters:
    ///   - end: returns when the work shall be ended early, and soon after its task was cancelled.
    ///   - tell: is told of every link as soon as its answer is there.
    package func run(
        _ urls: [String],
        until end: @escaping @Sendable () async -> Void,
        tell: (Result) -> Void
    ) async {
        let pages = Dictionary(grouping: Set(urls)) { Self.page(of: $0) }.sorted { $0.key < $1.key }
        await withTaskGroup(of: [Result]?.self) { group in
            group.addTask {
                await end()
                return nil
            }
            for (page, urls) in pages { group.addTask { await results(page, urls.sorted()) } }
            var missing = pages.count
            while missing > 0, let results = await group.next() {
                if let results {
                    missing -= 1
                    results.forEach(tell)
                } else {
                    await gate.close()
                    group.cancelAll()
                }
            }
            group.cancelAll()
        }
    }

    private func results(_ page: String, _ urls: [String]) async -> [Result] {
        let readsPage = urls.contains(where: WantedPlace.isOnPage)
        let visit = await visitor.visit(page, readsPage: readsPage)
        var contents: PageContents?
        if readsPage, case .response(let response) = visit.reply { contents = PageContents(response) }
        let isSecureToo = await isSecureToo(page, visit)
        return urls.map { url in
            guard var sighting = LinkSighting(url: url, visit: visit, page: contents) else {
                guard case .failure(let failure) = visit.reply else { return .skipped(url: url, .unfinished) }
                return .skipped(url: url, failure)
            }
            sighting.isSecureToo = isSecureToo && sighting.answer == .reached
            return .seen(sighting)
        }
    }

    /// Whether a page that was reached over http, without being sent on, answers over https just so.
    private func isSecureToo(_ page: String, _ visit: PageVisit) async -> Bool {
        guard visit.redirects.isEmpty, case .response(let response) = visit.reply, response.isSuccess,
            let parts = URLParts(page), parts.scheme == "http", parts.port.isEmpty
        else { return false }
        let secure = await visitor.visit("https" + page.dropFirst(4), readsPage: false)
        guard secure.redirects.isEmpty, case .response(let answer) = secure.reply else { return false }
        return answer.isSuccess
    }

    /// The part of an address that is sent.
    private static func page(of url: String) -> String {
        String(url.prefix { $0 != "#" })
    }
}
