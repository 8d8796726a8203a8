import LinkHealth
import Model
import Synchronization
import TestSupport
import Testing

/// How links are asked for, and what is made of the answers.
struct LinkSurveyTests {
    @Test(arguments: [
        (200, LinkSighting.Answer.reached), (204, .reached), (401, .blocked), (403, .blocked), (429, .blocked),
        (999, .blocked), (404, .gone), (410, .gone), (400, .trouble), (418, .trouble), (451, .trouble), (500, .trouble),
        (503, .trouble), (304, .trouble),
    ])
    func `judges every status`(status: Int, answer: LinkSighting.Answer) async {
        let web = Web { _ in .response(WebResponse(status: status)) }
        #expect(await web.ask("https://a.org/x")?.answer == answer)
    }

    @Test(arguments: WebFailure.allCases)
    func `judges every failure`(failure: WebFailure) async {
        let web = Web { _ in .failure(failure) }
        let sighting = await web.ask("https://a.org/x")
        switch failure {
        case .unknownHost: #expect(sighting?.answer == .gone)
        case .lookupFailed, .privateAddress, .unfinished: #expect(sighting == nil)
        default: #expect(sighting?.answer == .trouble)
        }
    }

    @Test func `asks with HEAD, and with GET when that is refused`() async {
        let web = Web { .response(WebResponse(status: $0.method == .head ? 405 : 200)) }
        #expect(await web.ask("https://a.org/x")?.answer == .reached)
        #expect(web.asked.map(\.method) == [.head, .get])
        let content = Web { _ in .response(WebResponse(status: 200)) }
        #expect(await content.ask("https://a.org/x")?.answer == .reached)
        #expect(content.asked.map(\.method) == [.head])
    }

    @Test func `asks again as long as the server wants it to wait, and twice as long each time by itself`() async {
        let wanted = Web { _ in
            .response(WebResponse(status: 429, fields: [("retry-after", "7")]))
        }
        _ = await wanted.ask("https://a.org/x")
        #expect(wanted.pauses == [7000, 7000])
        let date = Web { _ in
            .response(WebResponse(status: 503, fields: [("retry-after", "Mon, 12 Jan 2026 07:00:30 GMT")]))
        }
        _ = await date.ask("https://a.org/x")
        #expect(date.pauses == [30_000, 30_000])
        let dropped = Web { _ in .failure(.timedOut) }
        _ = await dropped.ask("https://a.org/x")
        #expect(dropped.pauses == [500, 1000])
        let tooLong = Web { _ in .response(WebResponse(status: 429, fields: [("retry-after", "3600")])) }
        _ = await tooLong.ask("https://a.org/x")
        #expect(tooLong.pauses == [])
    }

    @Test func `follows redirects, relative ones too, and tells of each`() async {
        let web = Web { request in
            switch request.address {
            case "https://a.org/x/1": .response(WebResponse(status: 301, fields: [("location", "2?q")]))
            case "https://a.org/x/2?q": .response(WebResponse(status: 302, fields: [("location", "//b.org/3")]))
            default: .response(WebResponse(status: request.address == "https://b.org/3" ? 200 : 404))
            }
        }
        let sighting = await web.ask("https://a.org/x/1")
        #expect(
            sighting?.redirects == [
                Redirect(status: 301, address: "https://a.org/x/2?q"),
                Redirect(status: 302, address: "https://b.org/3"),
            ])
        #expect(sighting?.answer == .reached)
    }

    @Test(arguments: ["/.../x", "/..;/", "/./.", "/%2e%2e/", "/..."])
    func `takes any path that a server leads to`(path: String) async {
        let web = Web { request in
            let isFirst = request.address.hasSuffix("/start")
            return .response(WebResponse(status: isFirst ? 302 : 200, fields: isFirst ? [("location", path)] : []))
        }
        #expect(await web.ask("https://a.org/start/start")?.status != nil)
    }

    @Test func `tells of a page that leads to what is none, but asks for none itself`() async {
        let web = Web { request in
            request.address == "https://a.org/x"
                ? .response(WebResponse(status: 302, fields: [("location", "ftp://a.org/x")])) : .failure(.unaskable)
        }
        #expect(await web.ask("https://a.org/x")?.remark == WebFailure.unaskable.sentence)
        #expect(await web.ask("ftp://a.org/x") == nil)
    }

    @Test func `ends where redirects do not`() async {
        let web = Web { request in
            let number = Int(request.address.split(separator: "/").last ?? "") ?? 0
            return .response(WebResponse(status: 302, fields: [("location", "/\(number + 1)")]))
        }
        let sighting = await web.ask("https://a.org/0")
        #expect(sighting?.remark == WebFailure.endlessRedirects.sentence)
        #expect(sighting?.redirects.count == 11)
    }

    @Test(arguments: [
        ("https://a.org/deep/page", "https://a.org/", LinkSighting.Answer.trouble),
        ("https://a.org/deep/page", "https://a.org/login?next=x", .blocked),
        ("https://a.org/", "https://b.org/", .reached),
        ("https://a.org/deep", "https://b.org/deep", .reached),
    ])
    func `doubts a page that it was sent to`(from: String, to: String, answer: LinkSighting.Answer) async {
        let web = Web { request in
            .response(WebResponse(status: request.address == from ? 301 : 200, fields: [("location", to)]))
        }
        #expect(await web.ask(from)?.answer == answer)
    }

    @Test(arguments: [
        ("#part", true), ("#named", true), ("#a%20b", true), ("#caf%C3%A9", true), ("#top", true), ("", true),
        ("#missing", false), ("#inscript", false), ("#/route", true), ("#L10", true), ("#readme", true),
        ("#:~:text=second%20words", true), ("#:~:text=Он%20СКАЗАЛ", true), ("#:~:text=first,words", true),
        ("#:~:text=no%20such", false), ("#:~:text=before-,second,-after", true), ("#part:~:text=no", false),
        ("#:~:text=Tom%20%26%20Ann", true), ("#:~:text=hidden", false), ("#:~:text=bold", true),
    ])
    func `looks for the place on the page`(fragment: String, isThere: Bool) async {
        let page = """
            <!-- <p id=missing> --><h1 id="part">First</h1><a name='named'></a><i ID="a b"></i><p id=café>second
              words</p><script>var x = "<b id='inscript'>hidden"</script><p title=">" id="user-content-readme">он сказал
            <p>Tom &amp; Ann<p>bo<b>ld</b>
            """
        let web = Web { _ in
            .response(
                WebResponse(status: 200, fields: [("content-type", "text/html; charset=utf-8")], body: Array(page.utf8))
            )
        }
        #expect(await web.ask("https://a.org/x\(fragment)")?.answer == (isThere ? .reached : .trouble))
    }

    @Test func `takes nothing for missing on a page that it has not read`() async {
        for (type, ending) in [
            ("text/html", WebResponse.Ending.capped), ("application/pdf", .complete),
            ("text/html; charset=windows-1251", .complete),
        ] {
            let web = Web { _ in .response(WebResponse(status: 200, fields: [("content-type", type)], ending: ending)) }
            #expect(await web.ask("https://a.org/x#part")?.answer == .reached)
        }
    }

    @Test func `asks once for links that differ in their place on the page`() async {
        let web = Web { _ in .response(WebResponse(status: 200, body: Array("<p id=a>".utf8))) }
        let results = await web.askAll(["https://a.org/x#a", "https://a.org/x#b", "https://a.org/x"])
        #expect(web.asked.count == 1)
        #expect(results.count == 3)
    }

    @Test func `sees whether https answers too`() async {
        let web = Web { .response(WebResponse(status: $0.address.hasPrefix("https://plain") ? 404 : 200)) }
        #expect(await web.ask("http://secure.org/x")?.isSecureToo == true)
        #expect(await web.ask("http://plain.org/x")?.isSecureToo == false)
    }

    @Test func `never has more than eight requests out at one host`() async {
        let out = Mutex<(now: [String: Int], most: [String: Int])>(([:], [:]))
        let web = Web { request in
            let host = URLParts(request.address)?.host ?? ""
            out.withLock {
                $0.now[host, default: 0] += 1
                $0.most[host] = max($0.most[host] ?? 0, $0.now[host] ?? 0)
            }
            for _ in 0..<20 { await Task.yield() }
            out.withLock { $0.now[host, default: 0] -= 1 }
            return .response(WebResponse(status: 200))
        }
        let urls = (0..<100).map { "https://one.org/\($0)" } + (0..<30).map { "https://h\($0).org/" }
        #expect(await web.askAll(urls).count == 130)
        let most = out.withLock { $0.most }
        #expect(most["one.org"] == 8)
    }

    @Test func `keeps what is known when it is ended early`() async {
        let web = Web { request in
            if request.address.hasSuffix("/now") { return .response(WebResponse(status: 200)) }
            try? await Task.sleep(for: .seconds(3600))
            return .failure(.unfinished)
        }
        let urls = ["https://b.org/now"] + (0..<40).map { "https://a.org/\($0)" }
        let hasFirst = Mutex(false)
        var results: [LinkSurvey.Result] = []
        await LinkSurvey(web.access).run(urls) {
            while !hasFirst.withLock({ $0 }), !Task.isCancelled { await Task.yield() }
        } tell: { result in
            results.append(result)
            if case .seen = result { hasFirst.withLock { $0 = true } }
        }
        #expect(results.count == 41)
        let seen = results.filter { if case .seen = $0 { true } else { false } }
        #expect(seen.count == 1)
    }
}

/// A web of one function, with a record of what was asked of it.
private final class Web: Sendable {
    private let answer: @Sendable (WebRequest) async -> WebReply
    private let record = Mutex<(asked: [WebRequest], pauses: [Int])>(([], []))

    init(_ answer: @escaping @Sendable (WebRequest) async -> WebReply) { self.answer = answer }

    var asked: [WebRequest] { record.withLock { $0.asked } }
    var pauses: [Int] { record.withLock { $0.pauses } }

    var access: WebAccess {
        WebAccess(
            fetch: { request in
                self.record.withLock { $0.asked.append(request) }
                return await self.answer(request)
            },
            pause: { milliseconds in self.record.withLock { $0.pauses.append(milliseconds) } },
            now: { World.testNow })
    }

    func ask(_ url: String) async -> LinkSighting? {
        for result in await askAll([url]) { if case .seen(let sighting) = result { return sighting } }
        return nil
    }

    func askAll(_ urls: [String]) async -> [LinkSurvey.Result] {
        var results: [LinkSurvey.Result] = []
        await LinkSurvey(access).run(urls) {
            try? await Task.sleep(for: .seconds(3600))
        } tell: {
            results.append($0)
        }
        return results
    }
}
