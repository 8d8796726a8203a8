import NIOCore
import NIOHTTP1
import NIOPosix

/// The server of `archbook site serve`: shows a site from memory to browsers on this machine.
package final class PreviewServer: Sendable {
    /// The address of the first page, such as `http://127.0.0.1:4000/`.
    package let address: String
    /// The port that it listens on.
    package let port: Int

    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let shelf: PreviewShelf

    /// Begins to listen; until a site is shown, every page is "not yet there".
    ///
    /// - Parameters:
    ///   - host: the name or address to listen on.
    ///   - ports: the ports to try one after another; 0 is one that the system chooses.
    /// - Throws: when none of the ports is free, or the host is none of this machine.
    package static func start(
        host: String, ports: [Int], limits: PreviewLimits = PreviewLimits()
    ) async throws(PreviewError) -> PreviewServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let shelf = PreviewShelf(PreviewDesk(hosts: AllowedHosts(listeningOn: host)))
        let bootstrap = bootstrap(group, shelf, limits)
        var failure = PreviewError.noFreePort(ports)
        for port in ports {
            do {
                let channel = try await bootstrap.bind(host: host, port: port).get()
                return PreviewServer(host: host, channel: channel, group: group, shelf: shelf)
            } catch  where SocketError.meansTaken(error) {
                continue
            } catch {
                failure = .cannotListen(host: host, port: port, reason: SocketError.reason(error))
                break
            }
        }
        try? await group.shutdownGracefully()
        throw failure
    }

    private init(host: String, channel: any Channel, group: MultiThreadedEventLoopGroup, shelf: PreviewShelf) {
        self.channel = channel
        self.group = group
        self.shelf = shelf
        port = channel.localAddress?.port ?? 0
        address = "http://\(AllowedHosts.bracketed(host)):\(port)/"
        channel.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(15), delay: .seconds(15)) { _ in shelf.greet() }
    }

    /// Shows a site; open pages that have changed load themselves again.
    ///
    /// - Returns: how many pages that are.
    @discardableResult
    package func show(_ site: PreviewSite) -> Int { shelf.show { $0 = site } }

    /// Goes on to show the last site, with the reason why it is not the newest.
    package func show(notice: String) { _ = shelf.show { $0?.notice = notice } }

    /// Closes all connections and gives the port back.
    package func stop() async {
        try? await channel.close()
        try? await group.shutdownGracefully()
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ shelf: PreviewShelf, _ limits: PreviewLimits
    ) -> ServerBootstrap {
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.headerSize
        decoding.maxHeaderListSize = limits.headerSize
        decoding.maxHeaderFieldCount = 100
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            // Without it the port could not be had again for a minute after the preview has ended.
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [decoding] channel in
                channel.eventLoop.makeCompletedFuture {
                    // A connection whose pipeline cannot be made is closed.
                    guard shelf.admit(upTo: limits.connections) else { throw TooManyConnections() }
                    channel.closeFuture.whenComplete { _ in shelf.forget(ObjectIdentifier(channel)) }
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(
                        withEncoderConfiguration: HTTPResponseEncoder.Configuration(),
                        withDecoderLimitConfiguration: decoding)
                    try pipeline.addHandler(PreviewConnection(shelf: shelf, limits: limits))
                }
            }
    }
}

private struct TooManyConnections: Error {}

/// Why there is no preview.
package enum PreviewError: Error, Sendable, Equatable, CustomStringConvertible {
    case noFreePort([Int])
    case cannotListen(host: String, port: Int, reason: String)

    /// A sentence for the user: what stands in the way, and what to do.
    package var description: String {
        switch self {
        case .noFreePort(let ports) where ports.count == 1:
            "port \(ports[0]) is taken by another program; choose another with --port, or leave --port out and the next "
                + "free one is used"
        case .noFreePort(let ports):
            "the ports \(ports.first ?? 0) to \(ports.last ?? 0) are all taken by other programs; choose one with --port"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(AllowedHosts.bracketed(host)):\(port): \(reason); choose an address of this machine with "
                + "--host, and a port above 1023 with --port"
        }
    }
}
