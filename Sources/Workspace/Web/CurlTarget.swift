import LinkHealth
import Model

/// An address as it is handed to curl.
struct CurlTarget: Sendable {
    /// The address in ASCII, without fragment and without credentials.
    let url: String
    /// The host in its wire form, IPv6 in brackets.
    private let host: String
    private let port: String
    private let scheme: String

    /// Reads an address; nil for one that no server can be asked for.
    init?(_ address: String) {
        guard let parts = URLParts(address), parts.isOfTheWeb, let host = HostName.wireForm(of: parts.host) else {
            return nil
        }
        self.host = host
        scheme = parts.scheme
        port = parts.port.isEmpty ? (parts.scheme == "http" ? "80" : "443") : parts.port
        guard let number = Int(port), (1...65_535).contains(number) else { return nil }
        let path = parts.path.isEmpty ? "/" : parts.path
        let rest = path + (parts.query.map { "?\($0)" } ?? "")
        url = "\(scheme)://\(host):\(number)\(PercentEncoding.encoded(rest.utf8, where: CurlTarget.isForbidden))"
    }

    /// The host as the directory of hosts knows it.
    var bareHost: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

    /// The value of `--resolve` that makes curl use these addresses and no other.
    func pin(to addresses: [NetworkAddress]) -> String {
        let list = addresses.map { $0.bytes.count == 4 ? "\($0)" : "[\($0)]" }.joined(separator: ",")
        return "\(host):\(port):\(list)"
    }

    /// Whether curl will hand the question to a proxy, which then looks the host up.
    func isProxied(by environment: [String: String]) -> Bool {
        let names = ["\(scheme)_proxy", "all_proxy", "ALL_PROXY"] + (scheme == "https" ? ["HTTPS_PROXY"] : [])
        guard names.contains(where: { environment[$0]?.isEmpty == false }) else { return false }
        let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        return !exceptions.split { $0 == "," || $0 == " " }.contains { exception in
            let name = exception.drop { $0 == "." }
            return name == "*" || bareHost == name || bareHost.hasSuffix(".\(name)")
        }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}#".utf8.contains(byte)
    }
}
