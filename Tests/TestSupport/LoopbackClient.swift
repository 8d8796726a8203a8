import Dispatch
import Glibc
import Model

/// A client of a server on this machine that says what a test wants it to, well or badly.
package final class LoopbackClient: Sendable {
    private let connection: CInt

    /// Why there is no connection, or no more of it.
    package struct Failure: Error {}

    /// Connects; what does not come within so many seconds will not come.
    package init(port: Int, patience: Int = 300) throws {
        connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        let limitSize = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, limitSize)
        _ = unsafe setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, limitSize)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(connection, $0, size) == 0
            }
        }
        guard isConnected else { throw Failure() }
    }

    deinit { _ = close(connection) }

    /// Sends a text as it is; a server that has hung up takes no more.
    package func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends a request with the fields that it needs.
    package func ask(_ method: String, _ target: String, host: String = "localhost", _ fields: [String] = []) {
        send(["\(method) \(target) HTTP/1.1", "Host: \(host)"].joined(separator: "\r\n") + "\r\n")
        send(fields.map { "\($0)\r\n" }.joined() + "\r\n")
    }

    /// All that comes until a text has come, or until the server hangs up when there is none to wait for.
    ///
    /// - Throws: when it does not come.
    package func receive(until end: String? = nil) async throws -> String {
        try await Self.onThread { [self] in
            var bytes: [UInt8] = []
            while true {
                if let end, bytes.firstRange(of: Array(end.utf8)) != nil { return bytes.text }
                var piece = [UInt8](repeating: 0, count: 65_536)
                let count = unsafe piece.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
                guard count > 0 else {
                    // A server that hangs up on bytes which it has not read resets the connection.
                    if end == nil, count == 0 || errno == ECONNRESET { return bytes.text }
                    throw Failure()
                }
                bytes += piece[..<count]
            }
        }
    }

    /// Waits on a thread of its own, so that the server's tasks have theirs.
    private static func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "loopback.client").async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
