import Model
import NIOCore
import NIOHTTP1
import Synchronization

/// What the preview shows at the moment, and who is to be told when that changes; used by all connections.
final class PreviewShelf: Sendable {
    private let desk: PreviewDesk
    private let state = Mutex(State())

    private struct State {
        var site: PreviewSite?
        var listeners: [ObjectIdentifier: PreviewListener] = [:]
        var connections = 0
    }

    init(_ desk: PreviewDesk) { self.desk = desk }

    func reply(to request: PreviewRequest) -> PreviewReply {
        desk.reply(to: request, from: state.withLock { $0.site })
    }

    /// Shows another site, and tells every page that is open whether it is still the same.
    ///
    /// - Returns: how many pages are told to load themselves again.
    func show(_ change: (inout PreviewSite?) -> Void) -> Int {
        let (site, listeners) = state.withLock { state in
            change(&state.site)
            return (state.site, Array(state.listeners.values))
        }
        guard let site else { return 0 }
        return listeners.count { $0.tell(of: site) }
    }

    /// Takes up a page that wants to be told of changes; it may have missed one already.
    func listen(_ listener: PreviewListener) {
        let site = state.withLock { state in
            state.listeners[ObjectIdentifier(listener.channel)] = listener
            return state.site
        }
        if let site { _ = listener.tell(of: site) }
    }

    /// Forgets a connection that has ended.
    func forget(_ channel: ObjectIdentifier) {
        state.withLock { state in
            state.listeners[channel] = nil
            state.connections -= 1
        }
    }

    /// Counts a new connection; false when there are too many.
    func admit(upTo limit: Int) -> Bool {
        state.withLock { state in
            guard state.connections < limit else { return false }
            state.connections += 1
            return true
        }
    }

    /// Says to every page that the preview is still there, which also finds out who has gone.
    func greet() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.send(": here\n\n") }
    }
}

/// A page in a browser that listens for changes, by server-sent events (HTML Living Standard, 9.2).
struct PreviewListener: Sendable {
    let channel: any Channel
    /// The path of the page's address, decoded, without its first `/`.
    let page: String
    /// Tells the state of the page that the browser shows.
    let tag: String

    /// Tells what has changed: the page itself, or only what is wrong in the book.
    ///
    /// - Returns: whether the page is to load itself again.
    func tell(of site: PreviewSite) -> Bool {
        if let now = site.tag(ofPage: page), now != tag {
            send("event: reload\ndata:\n\n")
            return true
        }
        let lines = site.news.document.split(separator: .lineFeed).map { "data: \($0.text)\n" }
        send("event: findings\n\(lines.joined())\n")
        return false
    }

    /// Sends an event; a client that does not take its events is let go.
    func send(_ text: String) {
        guard channel.isWritable else { return channel.close(promise: nil) }
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
    }
}

extension PreviewSite {
    private static let mostFindings = 50

    /// What the panel on the page shows.
    fileprivate var news: JSONValue {
        let rows = findings.sorted { ($0.severity, $0) < ($1.severity, $1) }.prefix(PreviewSite.mostFindings)
        let items = rows.map { finding -> JSONValue in
            [
                "severity": .string(finding.severity.rawValue), "path": .string(finding.path),
                "line": .int(finding.position.line), "column": .int(finding.position.column),
                "message": .string(finding.message),
            ]
        }
        return [
            "notice": notice.map { .string($0) } ?? .null, "count": .int(findings.count), "findings": .array(items),
        ]
    }
}
