/// The address of a machine on the internet.
package struct NetworkAddress: Sendable, Hashable {
    /// Four bytes for IPv4, sixteen for IPv6.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the address belongs to no machine that everybody can reach: this machine, its network, and what is
    /// reserved.
    ///
    /// The ranges are those of the IANA registries "IPv4 Special-Purpose Address Space" and "IPv6 Special-Purpose
    /// Address Space" (RFC 6890) that are not globally reachable, with multicast.
    package var isPrivate: Bool {
        if bytes.count == 4 { return Self.isPrivate(four: bytes) }
        guard bytes.count == 16 else { return true }
        if let inner = embedded { return Self.isPrivate(four: inner) }
        // Everything that is handed out begins with 001 (RFC 4291, 2.4).
        guard bytes[0] & 0xE0 == 0x20 else { return true }
        let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x3F, 0xFF])
        return isDocumentation || bytes.starts(with: [0x20, 0x01, 0x00])
    }

    /// The IPv4 address inside an IPv6 one that only carries it: mapped, translated (RFC 6052) or by 6to4 (RFC 3056).
    private var embedded: [UInt8]? {
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        let translated: [UInt8] = [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)
        if bytes.starts(with: mapped) || bytes.starts(with: translated) { return Array(bytes[12...]) }
        return bytes.starts(with: [0x20, 0x02]) ? Array(bytes[2..<6]) : nil
    }

    private static func isPrivate(four bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _), (224..., _, _): true
        case (100, 64..<128, _), (172, 16..<32, _), (198, 18...19, _): true
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): true
        default: false
        }
    }
}

extension NetworkAddress: CustomStringConvertible {
    /// The address as programs take it: `192.0.2.1`, or eight groups of hexadecimal digits.
    package var description: String {
        if bytes.count == 4 { return bytes.map { "\($0)" }.joined(separator: ".") }
        return stride(from: 0, to: bytes.count - 1, by: 2)
            .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }.joined(separator: ":")
    }
}
