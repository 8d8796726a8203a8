import LinkHealth
import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension POSIX {
    /// What looking a host up came to.
    enum Lookup: Sendable {
        case found([NetworkAddress])
        /// There is no such host.
        case unknown
        /// Nobody could tell, as without a network.
        case failed
    }

    /// The addresses of a host, in the order in which the system would try them.
    static func lookUp(_ host: String) -> Lookup {
        // RFC 6761, 6.4: these names are never there, and asking for them only loads the servers.
        if host == "invalid" || host.hasSuffix(".invalid") { return .unknown }
        var hints = unsafe addrinfo()
        #if canImport(Glibc)
            unsafe hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        #else
            unsafe hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else { return meansUnknown(code) ? .unknown : .failed }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [NetworkAddress] = []
        var next = unsafe list
        while let item = unsafe next?.pointee {
            if let address = unsafe address(of: item), !addresses.contains(address) { addresses.append(address) }
            unsafe next = item.ai_next
        }
        return addresses.isEmpty ? .unknown : .found(addresses)
    }

    /// Whether the directory says that there is no such host; -5 is EAI_NODATA of glibc, a GNU extension.
    private static func meansUnknown(_ code: CInt) -> Bool { code == EAI_NONAME || code == -5 }

    private static func address(of item: addrinfo) -> NetworkAddress? {
        guard let address = unsafe item.ai_addr else { return nil }
        let raw = UnsafeRawPointer(address)
        switch unsafe item.ai_family {
        case AF_INET:
            var place = unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            return NetworkAddress(bytes: unsafe withUnsafeBytes(of: &place) { unsafe Array($0) })
        case AF_INET6:
            var place = unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return NetworkAddress(bytes: unsafe withUnsafeBytes(of: &place) { unsafe Array($0) })
        default: return nil
        }
    }
}
