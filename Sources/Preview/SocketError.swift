import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system's error numbers mean for a port; of the system only their names are used, nothing is called.
enum SocketError {
    /// Whether another program has the port.
    static func meansTaken(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EADDRINUSE }

    /// The reason in words.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? IOError else { return "no such host is known" }
        switch error.errnoCode {
        case EACCES: return "this port is only for the administrator"
        case EADDRNOTAVAIL: return "this machine has no such address"
        default: return "the system says \(error.errnoCode)"
        }
    }
}
