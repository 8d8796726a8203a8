import Model
import TestSupport
import Testing

/// Which addresses are taken for one page.
@Suite struct LinkKeyTests {
    @Test(arguments: [
        [
            "http://a.org/x", "https://a.org/x", "https://www.a.org/x", "https://A.ORG/x/", "https://a.org:443/x",
            "https://a.org/x#part", "https://a.org/x#:~:text=y", "https://a.org/./y/../x", "https://a.org//x",
            "https://a.org/x?utm_source=b&fbclid=c", "https://a.org/x?ysclid=1&_openstat=2", "https://m.a.org/x",
        ],
        ["https://a.org", "https://a.org/", "http://www.a.org/index.html", "https://a.org/#top", "https://a.org/?"],
        ["https://a.org/?b=1&a=2", "https://a.org/?a=2&b=1", "https://a.org/?a=2&utm_medium=x&b=1"],
        ["https://a.org/%7euser", "https://a.org/~user"],
        ["https://a.org/%d0%b9", "https://a.org/%D0%B9", "https://a.org/й"],
        ["https://пример.рф/x", "https://xn--e1afmkfd.xn--p1ai/x", "https://ПРИМЕР.РФ/x"],
        ["https://йод.рф/x", "https://и\u{306}од.рф/x", "https://И\u{306}ОД.рф/x"],
        ["https://bücher.example/x", "https://bu\u{308}cher.example/x", "https://xn--bcher-kva.example/x"],
        ["https://a.org/x", "https://ａ.org/x", "https://a。ｏｒｇ/x"],
        [
            "https://youtu.be/abc", "https://www.youtube.com/watch?v=abc",
            "https://m.youtube.com/watch?v=abc&feature=share",
            "https://www.youtube.com/embed/abc", "https://youtu.be/abc?si=tracking",
        ],
        ["https://arxiv.org/abs/1234.5678", "https://arxiv.org/pdf/1234.5678.pdf", "http://arxiv.org/pdf/1234.5678"],
        ["https://a.org/#/route", "http://www.a.org/#/route"],
        ["https://a.org/x", " https://a.org/x ", "https://a.org\\x", "https://a.org/%2E/x", "https://u:p@a.org/x"],
        ["https://a.org/x", "https://a.org:0443/x", "https://a.org./x", "https://a.org/x/index.php/index.html"],
        ["https://a.org/?q=a+b", "https://a.org/?q=a%20b", "https://a.org/?&q=a%20b&"],
        ["https://пример.рф/x", "https://ПРИМЕР。рф/x", "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.рф/x"],
        ["https://ru.wikipedia.org/wiki/Сага", "https://ru.m.wikipedia.org/wiki/%D0%A1%D0%B0%D0%B3%D0%B0"],
        ["https://youtu.be/abc?t=90", "https://youtube.com/shorts/abc", "https://youtube.com/watch?list=x&v=abc&t=9s"],
        ["https://doi.org/10.1145/ABC", "http://dx.doi.org/10.1145/abc"],
        ["https://tools.ietf.org/html/rfc9110#section-3", "https://www.rfc-editor.org/rfc/rfc9110.html"],
        ["https://datatracker.ietf.org/doc/html/rfc9110", "https://www.rfc-editor.org/rfc/rfc9110.txt"],
        ["https://github.com/Apple/Swift", "https://github.com/apple/swift.git", "https://github.com/apple/swift/"],
        [
            "https://habr.com/ru/post/1/", "https://habr.com/ru/companies/x/articles/1/?ysclid=9",
            "https://habr.com/p/blog/1",
        ],
        ["https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1", "https://mobile.twitter.com/a/status/1"],
    ])
    func `different spellings of one page have one key`(urls: [String]) {
        #expect(
            Set(urls.map { LinkKey(address: $0)?.rawValue }).count == 1,
            "\(urls.map { LinkKey(address: $0)?.rawValue })")
    }

    @Test(arguments: [
        ("https://a.org/x", "https://a.org/y"), ("https://a.org/X", "https://a.org/x"),
        ("https://a.org/#/a", "https://a.org/#/b"),
        ("https://a.org/?p=1", "https://a.org/?p=2"), ("https://a.org:8080/", "https://a.org/"),
        ("https://b.a.org/", "https://a.org/"),
        ("https://a.org/x%2Fy", "https://a.org/x/y"), ("https://a.org/#!/a", "https://a.org/"),
        ("https://a.org/?feature=x", "https://a.org/?feature=y"), ("https://a.org/?a=1&a=2", "https://a.org/?a=2&a=1"),
        ("https://github.com/a/b/Issues", "https://github.com/a/b/issues"), ("ftp://a.org/x", "https://a.org/x"),
        ("https://arxiv.org/abs/1234.5678v1", "https://arxiv.org/abs/1234.5678v2"),
        ("https://a.org:80801/", "https://a.org/"), ("https://youtu.be/abc", "https://youtu.be/ABC"),
    ])
    func `different pages have different keys`(one: String, other: String) {
        #expect(LinkKey(address: one) != LinkKey(address: other))
    }

    @Test func `a key made an address again has the same key`() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<20_000 {
            let address = RandomAddress.make(&random)
            guard let key = LinkKey(address: address) else { continue }
            #expect(LinkKey(address: key.address) == key, "\(address)")
        }
    }

    @Test(arguments: [
        ("https://a.org/x?utm_source=b", "https://a.org/x"),
        ("https://a.org/x?a=1&fbclid=2&b=3#c", "https://a.org/x?a=1&b=3#c"),
        (
            "https://habr.com/ru/articles/1/?ysclid=x#:~:text=он%20сказал",
            "https://habr.com/ru/articles/1/#:~:text=он%20сказал"
        ),
        ("https://a.org/?%75tm_source=b&&x", "https://a.org/?&x"),
        ("https://www.youtube.com/watch?v=a&si=b", "https://www.youtube.com/watch?v=a"),
    ])
    func `tracking is cut out and nothing else changes`(address: String, clean: String) {
        #expect(QueryParameter.withoutTracking(address) == clean)
        #expect(QueryParameter.withoutTracking(clean) == nil)
    }

    @Test(arguments: ["пример", "bücher", "例え", "a-ü", "президент", "ёлка", "ß", "-ü-"])
    func `an international label comes back from its wire form`(label: String) {
        let wire = HostName.wireForm(of: "\(label).рф")
        #expect(wire?.hasSuffix(".xn--p1ai") == true)
        #expect(wire.map(HostName.readableForm) == "\(label).рф")
    }

    @Test func `the text that a link leads to is split off and kept`() throws {
        let parts = try #require(URLParts("https://a.org/x#part:~:text=y"))
        #expect(parts.fragment == "part")
        #expect(parts.textDirective == ":~:text=y")
    }

    @Test(arguments: [
        "", "a.org", "mailto:a@b.c", "https://", "https:///x", "/x", "file:///x", "javascript:x", "https://a%2Fb/",
        "https://a b/", "https://[::1/",
    ])
    func `what leads to no page has no key`(address: String) {
        #expect(LinkKey(address: address) == nil)
    }
}

/// Addresses put together from pieces that have given trouble.
private enum RandomAddress {
    static func make(_ random: inout SeededRandom) -> String {
        var address = pick(["https://", "http://", "HTTPS://", "ftp://"], &random)
        address += pick(hosts, &random) + pick(["", "", ":80", ":443", ":8080", ":"], &random)
        for _ in 0..<Int.random(in: 0...4, using: &random) { address += "/" + pick(segments, &random) }
        if Bool.random(using: &random) {
            let count = Int.random(in: 0...3, using: &random)
            address += "?" + (0..<count).map { _ in pick(pairs, &random) }.joined(separator: "&")
        }
        return address + pick(fragments, &random)
    }

    private static func pick(_ choices: [String], _ random: inout SeededRandom) -> String {
        choices.randomElement(using: &random) ?? ""
    }

    private static let hosts = [
        "a.org", "www.m.a.org", "m.www.a.org", "ru.m.wikipedia.org", "пример.рф", "XN--E1AFMKFD.xn--p1ai", "youtu.be",
        "m.youtube.com", "arxiv.org", "doi.org", "tools.ietf.org", "github.com", "habr.com", "twitter.com", "[::1]",
        "old.reddit.com", "a%2eorg", "a..org.", "www.com", "İ.org", "xn--a.org", "127.0.0.1",
    ]
    private static let segments = [
        "", ".", "..", "%2e%2E", "a", "A%2fb", "%7Ex", "й", "%d0%b9", "index.html", "INDEX.PHP", "watch", "embed",
        "abs",
        "pdf", "1.pdf", "x.git", "post", "123", "html", "rfc9110", "a b", "%", "%zz", "\\",
    ]
    private static let pairs = [
        "", "a", "a=", "a=1", "A=2", "b=+", "b=%2B", "v=x", "t=1", "utm_x=1", "%75tm_x=1", "si=1", "я=1", "?=#", "=",
    ]
    private static let fragments = [
        "", "", "#", "#a", "#/", "#/r?x=1", "#!", "#!/a:~:text=b", "#:~:text=%20a", "#/a#b",
    ]
}
