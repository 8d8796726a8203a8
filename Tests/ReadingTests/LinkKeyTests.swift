import Model
import Reading
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
        [
            "https://youtu.be/abc", "https://www.youtube.com/watch?v=abc",
            "https://m.youtube.com/watch?v=abc&feature=share",
            "https://www.youtube.com/embed/abc", "https://youtu.be/abc?si=tracking",
        ],
        ["https://arxiv.org/abs/1234.5678", "https://arxiv.org/pdf/1234.5678.pdf", "http://arxiv.org/pdf/1234.5678"],
        ["https://a.org/#/route", "http://www.a.org/#/route"],
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
    ])
    func `different pages have different keys`(one: String, other: String) {
        #expect(LinkKey(address: one) != LinkKey(address: other))
    }

    @Test(arguments: [
        "https://a.org/x?b=1", "https://youtu.be/abc", "https://пример.рф/%d0%b9/?я=1", "https://a.org/#/route",
        "https://a.org/a b",
    ])
    func `a key made an address again has the same key`(url: String) throws {
        let key = try #require(LinkKey(address: url))
        #expect(LinkKey(address: "https://\(key)") == key)
    }

    @Test(arguments: ["", "a.org", "mailto:a@b.c", "https://", "https:///x", "/x", "file:///x", "javascript:x"])
    func `what leads to no page has no key`(address: String) {
        #expect(LinkKey(address: address) == nil)
    }
}
