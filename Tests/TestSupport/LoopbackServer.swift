import Dispatch
import Glibc
import Model
import Synchronization

/// A server on this machine that answers as a test wants it to, well or badly.
package final class LoopbackServer: Sendable {
    /// What a client asked for.
    package struct Request: Sendable, Equatable {
        package let method: String
        /// The path with its query.
        package let path: String
    }

    /// What the server does on a connection, one step after another; after the last it closes it.
    package enum Step: Sendable {
        case send([UInt8])
        /// Says nothing more until the client has gone.
        case stall
        /// Closes the connection so that the client has an error, not an end.
        case reset
    }

    /// The port that the system chose.
    package let port: Int
    private let listener: CInt
    private let seen = Mutex<[Request]>([])

    /// Why there is no server.
    package struct Failure: Error {}

    /// Starts a server; `answer` is asked for every request, on a thread of its own.
    package init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(listener, $0, size) } == 0
        }
        guard listener >= 0, isBound, listen(listener, 128) == 0 else { throw Failure() }
        var length = size
        _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(listener, $0, &length)
            }
        }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        DispatchQueue(label: "loopback").async { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                DispatchQueue(label: "loopback.connection").async { [weak self] in
                    let exchange = Exchange(connection: connection)
                    guard let request = exchange.readRequest() else {
                        // A client that wants TLS is told in plain words that there is none.
                        return exchange.take([.answer(400, "This port speaks HTTP.")])
                    }
                    self?.seen.withLock { $0.append(request) }
                    exchange.take(answer(request))
                }
            }
        }
    }

    deinit {
        _ = shutdown(listener, CInt(SHUT_RDWR))
        _ = close(listener)
    }

    /// The requests that came, in their order.
    package var requests: [Request] { seen.withLock { $0 } }

    /// An address on the server.
    package func url(_ path: String = "/", scheme: String = "http") -> String { "\(scheme)://127.0.0.1:\(port)\(path)" }
}

extension LoopbackServer.Step {
    /// A whole answer.
    ///
    /// - Parameter length: what the head says of the length of the body; the truth when nil.
    package static func answer(
        _ status: Int, _ body: String = "", fields: [String] = [], length: Int? = nil, isHead: Bool = false
    ) -> LoopbackServer.Step {
        let head = ["HTTP/1.1 \(status) Status", "Content-Length: \(length ?? body.utf8.count)", "Connection: close"]
        return .send(Array(((head + fields).joined(separator: "\r\n") + "\r\n\r\n" + (isHead ? "" : body)).utf8))
    }

    /// An answer that sends the client on.
    package static func redirect(_ status: Int, to location: String) -> LoopbackServer.Step {
        .answer(status, fields: ["Location: \(location)"])
    }
}

/// One connection of the server.
private struct Exchange {
    let connection: CInt

    /// Reads a request up to the empty line; nil when the client says something else.
    func readRequest() -> LoopbackServer.Request? {
        var bytes: [UInt8] = []
        while bytes.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
            guard let more = receive(), bytes.count < 65_536 else { return nil }
            bytes += more
            if bytes[0] == Exchange.handshake { return nil }
        }
        let words = bytes.prefix { $0 != .carriageReturn }.split(separator: .space)
        return words.count == 3 ? LoopbackServer.Request(method: words[0].text, path: words[1].text) : nil
    }

    /// The first byte of TLS (RFC 8446, 5.1).
    private static let handshake: UInt8 = 22

    func take(_ steps: [LoopbackServer.Step]) {
        for step in steps {
            switch step {
            case .send(let bytes): send(bytes)
            case .stall: while receive() != nil {}
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                let size = socklen_t(MemoryLayout.size(ofValue: linger))
                _ = unsafe setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, size)
                _ = close(connection)
                return
            }
        }
        end()
    }

    func end() {
        _ = shutdown(connection, CInt(SHUT_RDWR))
        _ = close(connection)
    }

    private func receive() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
        return count > 0 ? Array(bytes[..<count]) : nil
    }

    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
