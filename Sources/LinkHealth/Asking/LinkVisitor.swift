package import Model

/// What the asking of servers needs from outside.
package struct WebAccess: Sendable {
    /// Puts one question; it must return soon after its task was cancelled.
    package var fetch: @Sendable (WebRequest) async -> WebReply
    /// Waits some milliseconds, or less when its task is cancelled.
    package var pause: @Sendable (Int) async -> Void
    package var now: @Sendable () -> Timestamp

    package init(
        fetch: @escaping @Sendable (WebRequest) async -> WebReply,
        pause: @escaping @Sendable (Int) async -> Void,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.fetch = fetch
        self.pause = pause
        self.now = now
    }
}

/// How patient the asking of servers is.
package struct VisitLimits: Sendable {
    /// How long one exchange may take, in milliseconds.
    package var patience = 20_000
    /// How often a question is put again after an answer that may be of the moment.
    package var retries = 2
    /// The longest wait before a question is put again, in milliseconds; who asks for more is not asked again.
    package var longestWait = 60_000
    package var redirects = 10
    /// How many bytes of a page are read.
    package var sizeCap = 4 << 20

    package init() {}
}

/// A page as it was found, with the way there.
package struct PageVisit: Sendable, Equatable {
    package var redirects: [Redirect] = []
    /// The address that gave the last answer.
    package var address: String
    package var reply: WebReply

    package init(redirects: [Redirect] = [], address: String, reply: WebReply) {
        self.redirects = redirects
        self.address = address
        self.reply = reply
    }
}

/// One step of the way to a page.
package struct Redirect: Sendable, Equatable {
    package var status: Int
    /// Where it leads.
    package var address: String

    package init(status: Int, address: String) {
        self.status = status
        self.address = address
    }

    /// Whether the server says that the old address need not be kept (RFC 9110, 15.4).
    package var isPermanent: Bool { status == 301 || status == 308 }
}

/// Asks for a page: HEAD before GET, through its redirects, again after a failure that may be of the moment.
package struct LinkVisitor: Sendable {
    let access: WebAccess
    let gate: HostGate
    let limits: VisitLimits

    package init(_ access: WebAccess, gate: HostGate, limits: VisitLimits = VisitLimits()) {
        self.access = access
        self.gate = gate
        self.limits = limits
    }

    /// Follows an address to its page.
    ///
    /// - Parameter readsPage: whether the text of the page is wanted, not only whether it is there.
    package func visit(_ start: String, readsPage: Bool) async -> PageVisit {
        var visit = PageVisit(address: start, reply: .failure(.unfinished))
        var seen: Set<String> = [start]
        while true {
            visit.reply = await ask(visit.address, readsPage: readsPage)
            guard case .response(let response) = visit.reply, [301, 302, 303, 307, 308].contains(response.status),
                let location = response.field("location")
            else { return visit }
            guard let next = RelativeAddress.resolve(location, against: visit.address) else {
                visit.reply = .failure(.unaskable)
                return visit
            }
            visit.redirects.append(Redirect(status: response.status, address: next))
            visit.address = next
            guard visit.redirects.count <= limits.redirects, seen.insert(next).inserted else {
                visit.reply = .failure(.endlessRedirects)
                return visit
            }
        }
    }

    private func ask(_ address: String, readsPage: Bool) async -> WebReply {
        var method = readsPage ? WebRequest.Method.get : .head
        var attempt = 0
        while !Task.isCancelled {
            let reply = await pass(WebRequest(method, address, patience: limits.patience, sizeCap: limits.sizeCap))
            if method == .head, !reply.settlesHead {
                method = .get
                continue
            }
            attempt += 1
            guard reply.mayBeOfTheMoment, attempt <= limits.retries else { return reply }
            guard await wait(after: reply, attempt: attempt, address) else { return reply }
        }
        return .failure(.unfinished)
    }

    /// Waits as long as the server asks for, and keeps the other questions to its host back meanwhile; false when that
    /// is too long.
    private func wait(after reply: WebReply, attempt: Int, _ address: String) async -> Bool {
        var wanted: Int?
        if case .response(let response) = reply { wanted = RetryDelay.wanted(by: response, now: access.now()) }
        let delay = wanted ?? RetryDelay.backoff(attempt: attempt)
        guard delay <= limits.longestWait else { return false }
        let host = Self.host(of: address)
        if wanted != nil { await gate.hold(host) }
        await access.pause(delay)
        if wanted != nil { await gate.release(host) }
        return true
    }

    private func pass(_ request: WebRequest) async -> WebReply {
        let host = Self.host(of: request.address)
        guard await gate.enter(host) else { return .failure(.unfinished) }
        let reply = await access.fetch(request)
        await gate.leave(host)
        return reply
    }

    private static func host(of address: String) -> String { URLParts(address)?.host ?? "" }
}

extension WebReply {
    /// Whether the answer to HEAD is the one that GET would get; many servers refuse HEAD in all kinds of ways.
    fileprivate var settlesHead: Bool {
        switch self {
        case .response(let response): (200..<400).contains(response.status) || response.status == 429
        case .failure(let failure): ![.dropped, .timedOut, .unreadable].contains(failure)
        }
    }

    /// Whether the same question may have a better answer in a moment.
    fileprivate var mayBeOfTheMoment: Bool {
        switch self {
        case .response(let response):
            [408, 425, 429, 500, 502, 503, 504].contains(response.status) || response.ending == .dropped
        case .failure(let failure): [.dropped, .timedOut, .refused].contains(failure)
        }
    }
}
