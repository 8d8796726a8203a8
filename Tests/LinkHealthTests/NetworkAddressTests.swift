import LinkHealth
import Model
import Testing

/// Which addresses belong to a private network, and answers cut into their parts.
struct NetworkAddressTests {
    @Test(arguments: [
        ("127.0.0.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true),
        ("169.254.169.254", true), ("100.64.0.1", true), ("100.128.0.1", false), ("0.0.0.0", true), ("224.0.0.1", true),
        ("255.255.255.255", true), ("198.18.0.1", true), ("203.0.113.9", true), ("8.8.8.8", false),
        ("93.184.216.34", false),
    ])
    func `tells private networks of IPv4`(address: String, isPrivate: Bool) {
        let bytes = address.split(separator: ".").compactMap { UInt8($0) }
        #expect(NetworkAddress(bytes: bytes).isPrivate == isPrivate)
        #expect(NetworkAddress(bytes: bytes).description == address)
        for prefix in [
            [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8),
        ] {
            #expect(NetworkAddress(bytes: prefix + bytes).isPrivate == isPrivate, "inside IPv6")
        }
    }

    @Test(
        arguments: [
            ([0x00, 0x00], true), ([0xFE, 0x80], true), ([0xFC, 0x00], true), ([0xFD, 0x12], true),
            ([0xFF, 0x02], true),
            ([0x20, 0x01, 0x0D, 0xB8], true), ([0x2A, 0x00, 0x14, 0x50], false), ([0x26, 0x06, 0x47, 0x00], false),
            ([0x20, 0x02, 0x7F, 0x00, 0x00, 0x01], true), ([0x20, 0x02, 0x08, 0x08, 0x08, 0x08], false),
        ] as [([UInt8], Bool)])
    func `tells private networks of IPv6`(start: [UInt8], isPrivate: Bool) {
        let bytes = start + [UInt8](repeating: 0, count: 15 - start.count) + [1]
        #expect(NetworkAddress(bytes: bytes).isPrivate == isPrivate)
    }

    @Test func `an answer is cut into status, fields and body, interim answers left out`() {
        let text =
            "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/2 200 \r\nContent-Type: text/html\r\nX: a:b\n\r\nbody\r\n\r\n"
        let response = WebResponse(parsing: Array(text.utf8), ending: .complete)
        #expect(response?.status == 200)
        #expect(response?.field("x") == "a:b")
        #expect(response?.field("link") == nil)
        #expect(response?.body.text == "body\r\n\r\n")
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nA: b\r\n", "hello\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
    ])
    func `what is no answer is none`(text: String) {
        #expect(WebResponse(parsing: Array(text.utf8), ending: .complete) == nil)
    }

    @Test(
        arguments: [
            ("https://b.org/y", "https://b.org/y"), ("//b.org/y", "https://b.org/y"), ("/y?z", "https://a.org:81/y?z"),
            ("y", "https://a.org:81/p/y"), ("?z", "https://a.org:81/p/q?z"), ("#f", "https://a.org:81/p/q?r#f"),
            ("../y", "https://a.org:81/p/../y"), ("mailto:a@b", nil), ("javascript:x", nil), ("ftp://b.org/", nil),
            ("y:z/w", nil), ("./y:z", "https://a.org:81/p/./y:z"),
        ] as [(String, String?)])
    func `a relative address becomes a full one`(reference: String, address: String?) {
        #expect(RelativeAddress.resolve(reference, against: "https://a.org:81/p/q?r#s") == address)
    }
}
