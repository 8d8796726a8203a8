import LinkHealth
import Model
import Testing

/// Better addresses, and the bytes that they replace.
struct LinkMendingTests {
    @Test(
        arguments: [
            ("https://a.org/x?utm_source=b", "https://a.org/x", "tracking"), ("https://a.org/x", nil, ""),
            ("http://secure.org/x", "https://secure.org/x", "secure"), ("http://plain.org/x", nil, ""),
            ("http://twin.org/x", "https://twin.org/x", "secure"),
            ("https://old.org/x#part", "https://new.org/y#part", "moved"),
            ("https://dead.org/x", "https://archive.org/https://dead.org/x", "archived"),
            ("https://odd.org/", "https://new.org/%28a%29%20%3Cb%3E?c=1", "moved"),
        ] as [(String, String?, String)])
    func `follow from what is known`(url: String, address: String?, reasons: String) throws {
        let remedy = LinkMending(Self.history, archive: "https://archive.org/").remedy(for: url)
        #expect(remedy?.address == address)
        #expect((remedy?.reasons ?? []).map(\.rawValue).joined(separator: " ") == reasons)
    }

    @Test func `dead links stay without an archive`() {
        #expect(LinkMending(Self.history).remedy(for: "https://dead.org/x") == nil)
    }

    @Test(arguments: [
        ("[a](URL)", 1), ("<URL>", 1), ("URL", 1), ("[URL](URL \"URL\")", 3), ("[URL/more](URL)", 1),
        ("[x](URL?y=1)", 0),
        ("<a href=\"URL\">", 1), ("[a](xURL)", 0), ("[a](<URL>)", 1), ("| URL |", 1),
    ])
    func `are found to the byte`(source: String, count: Int) {
        let url = "https://a.org/x"
        let bytes = Array(source.replacing("URL", with: url).utf8)
        let places = WrittenAddress.places(of: url, in: bytes, link: 0..<bytes.count)
        #expect(places.count == count)
        for place in places { #expect(bytes[place.range].text == url) }
    }

    @Test func `are found where a label stands for them, and where entities do`() throws {
        let bytes = Array("see [it][1] &\n\n [1]: https://a.org/?a=1&amp;b=2 'T'\n".utf8)
        let place = try #require(WrittenAddress.places(of: "https://a.org/?a=1&b=2", in: bytes, link: 4..<11).first)
        #expect(bytes[place.range].text == "https://a.org/?a=1&amp;b=2")
        #expect(WrittenAddress.spelling(of: "https://b.org/?c&d", at: place) == "https://b.org/?c&amp;d")
    }

    private static let history: LinkHistory = {
        var history = LinkHistory()
        var secure = LinkSighting(url: "http://secure.org/x", answer: .reached)
        secure.isSecureToo = true
        history.add(secure, on: .first)
        history.add(LinkSighting(url: "http://plain.org/x", answer: .reached), on: .first)
        history.add(LinkSighting(url: "https://twin.org/x", answer: .reached), on: .first)
        for (url, target) in [
            ("https://old.org/x#part", "https://new.org/y"),
            ("https://odd.org/", "https://new.org/(a) <b>?c=1&utm_x=2"),
        ] {
            var moved = LinkSighting(url: url, answer: .reached)
            moved.redirects = [Redirect(status: 301, address: target)]
            history.add(moved, on: .first)
        }
        for days in [0, 4, 8] {
            history.add(LinkSighting(url: "https://dead.org/x", answer: .gone), on: Day.first.adding(days: days))
        }
        return history
    }()
}
