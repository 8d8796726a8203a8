package import NIOCore
import NIOHTTP1

/// One connection to the preview: its requests one after another, and how long each may take.
///
/// NIO calls it on the connection's event loop only.
final class PreviewConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let shelf: PreviewShelf
    private let limits: PreviewLimits
    private var request: PreviewRequest?
    /// The version of HTTP that the client speaks, and whether it wants to ask for more.
    private var manner: (version: HTTPVersion, keepsAlive: Bool) = (.http1_1, false)
    private var deadline: Scheduled<Void>?

    init(shelf: PreviewShelf, limits: PreviewLimits) {
        self.shelf = shelf
        self.limits = limits
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        allow(limits.requestTime, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            manner = (head.version, head.isKeepAlive)
            request = PreviewRequest(head)
        case .body: request?.hasBody = true
        case .end:
            guard let request else { return }
            self.request = nil
            deadline?.cancel()
            reply(to: request, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What is wrong with a request was told by the handler before; nothing is wrong with the preview.
        context.close(promise: nil)
    }

    /// Ends the connection unless something further happens on it before the time is over.
    private func allow(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }

    private func reply(to request: PreviewRequest, _ context: ChannelHandlerContext) {
        switch shelf.reply(to: request) {
        case .answer(let answer): send(answer, to: request, context)
        case .events(let page, let tag):
            if request.method == "HEAD" { return send(PreviewAnswer(status: 200), to: request, context) }
            listen(page: page, tag: tag, context)
        }
    }

    private func send(_ answer: PreviewAnswer, to request: PreviewRequest, _ context: ChannelHandlerContext) {
        let isLast = answer.isLast || !manner.keepsAlive
        var head = head(answer.status, answer.fields)
        let hasBody = answer.status != 304 && answer.status != 204
        if hasBody { head.headers.add(name: "Content-Length", value: "\(answer.body.count)") }
        if isLast { head.headers.add(name: "Connection", value: "close") }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !answer.body.isEmpty, request.method != "HEAD" {
            let body = context.channel.allocator.buffer(bytes: answer.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        allow(limits.answerTime, context)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { [self] _ in
            if isLast {
                context.close(promise: nil)
            } else {
                allow(limits.requestTime, context)
            }
        }
    }

    private func listen(page: String, tag: String, _ context: ChannelHandlerContext) {
        let fields = ["Content-Type": "text/event-stream"]
        context.writeAndFlush(wrapOutboundOut(.head(head(200, fields))), promise: nil)
        shelf.listen(PreviewListener(channel: context.channel, page: page, tag: tag))
    }

    private func head(_ status: Int, _ fields: [String: String]) -> HTTPResponseHead {
        var headers = HTTPHeaders([
            ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
        ])
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { headers.add(name: name, value: value) }
        let status = HTTPResponseStatus(statusCode: status)
        return HTTPResponseHead(version: manner.version, status: status, headers: headers)
    }
}

extension PreviewRequest {
    /// Takes from a request what matters to the preview.
    fileprivate init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method.rawValue, target: head.uri, hosts: head.headers["Host"],
            knownTags: head.headers["If-None-Match"])
    }
}

/// How much of itself the preview gives to one client, so that a slow or hostile one does not keep it from others.
package struct PreviewLimits: Sendable {
    /// How long a client may take to ask, and may keep a connection on which it asks nothing.
    package var requestTime: TimeAmount = .seconds(10)
    /// How long a client may take to receive an answer.
    package var answerTime: TimeAmount = .seconds(30)
    /// How many connections are open at a time; one more is closed at once.
    package var connections = 256
    /// How many bytes the fields of a request may have.
    package var headerSize = 32 * 1024

    package init() {}

    package init(requestTime: TimeAmount, answerTime: TimeAmount, connections: Int) {
        self.requestTime = requestTime
        self.answerTime = answerTime
        self.connections = connections
    }
}
