import Model
import Testing

@testable import Preview

@Suite struct `Answers of the preview` {
    static let site = PreviewSite(files: [
        "index.html": Array("<html><head></head><body>home</body></html>".utf8),
        "patterns/index.html": Array("<body>patterns</body>".utf8),
        "patterns/a b.html": Array("<body>a b</body>".utf8),
        "search/é.js": Array("é".utf8),
        "404.html": Array("<head><base href=\"https://example.org/\"></head><body>gone</body>".utf8),
        "style.css": Array("p {}".utf8),
    ])

    private func answer(
        _ target: String, method: String = "GET", hosts: [String] = ["localhost"], tags: [String] = [],
        hasBody: Bool = false, site: PreviewSite? = site
    ) -> PreviewAnswer? {
        let request = PreviewRequest(
            method: method, target: target, hosts: hosts, knownTags: tags, hasBody: hasBody)
        let desk = PreviewDesk(hosts: AllowedHosts(listeningOn: "127.0.0.1"))
        guard case .answer(let answer) = desk.reply(to: request, from: site) else { return nil }
        return answer
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
        ("/?from=mail", "text/html; charset=utf-8"), ("/patterns/", "text/html; charset=utf-8"),
        ("/patterns/a%20b.html#part", "text/html; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"),
        ("/search/%C3%A9.js", "text/javascript; charset=utf-8"),
    ])
    func `are the files of the site`(target: String, type: String) throws {
        let answer = try #require(self.answer(target))
        #expect(answer.status == 200)
        #expect(answer.fields["Content-Type"] == type)
    }

    @Test func `send a folder to its page, so that relative links hold`() {
        #expect(answer("/patterns?x=1")?.status == 302)
        #expect(answer("/patterns?x=1")?.fields["Location"] == "/patterns/")
    }

    @Test(arguments: [
        "/../secret", "/..", "/%2e%2e/secret", "/patterns/%2E%2E/index.html", "/./index.html", "//evil.example",
        "/patterns//index.html", "/a%00b", "/a%0d%0ab", "/%", "/%4", "/%zz", "/%ff", "/a%5Cb", "*", "",
        "http://localhost/index.html", "index.html",
    ])
    func `refuse an address that no page can have`(target: String) {
        #expect(answer(target)?.status == 400)
    }

    @Test func `say in the book's own words that a page is missing`() throws {
        let answer = try #require(self.answer("/deep/er/nothing.html"))
        #expect(answer.status == 404)
        #expect(answer.body.text.contains("gone") && answer.body.text.contains("<base href=\"/\">"))
        #expect(self.answer("/x", site: PreviewSite(files: [:]))?.status == 404)
    }

    @Test func `say that there is nothing yet before the first build`() {
        #expect(answer("/", site: nil)?.status == 503)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
    func `refuse to do anything but show`(method: String) {
        let answer = self.answer("/", method: method)
        #expect(answer?.status == 405 && answer?.fields["Allow"] == "GET, HEAD" && answer?.isLast == true)
    }

    @Test func `refuse foreign, missing and doubtful hosts, whatever is asked for`() {
        #expect(answer("/", hosts: ["evil.example"])?.status == 403)
        #expect(answer("/.archbook/events?page=/", hosts: ["evil.example"])?.status == 403)
        #expect(answer("/", hosts: [])?.status == 400)
        #expect(answer("/", hosts: ["localhost", "evil.example"])?.status == 400)
        #expect(answer("/", hasBody: true)?.status == 413)
    }

    @Test func `send nothing again that the browser has`() throws {
        let tag = try #require(answer("/")?.fields["ETag"])
        for known in [[tag], ["\"other\", \(tag)"], ["W/\(tag)"], ["\"other\"", tag], ["*"]] {
            #expect(answer("/", tags: known)?.status == 304)
            #expect(answer("/", tags: known)?.body.isEmpty == true)
        }
        #expect(answer("/", tags: ["\"other\""])?.status == 200)
        #expect(answer("/style.css", tags: [tag])?.status == 200)
    }

    @Test func `add a script to pages alone, and let their policy admit what it needs`() throws {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
        let site = PreviewSite(files: ["index.html": Array("<head>\(policy)</head><body>x</body></html>".utf8)])
        let body = try #require(answer("/", site: site)).body.text
        #expect(body.contains("content=\"connect-src 'self'; default-src 'none'"))
        #expect(body.contains("<script src=\"/.archbook/preview.js\" data-tag=\""))
        #expect(body.hasSuffix("</script>\n</body></html>"))
        #expect(answer("/style.css")?.body == Array("p {}".utf8))
        #expect(answer("/.archbook/preview.js")?.status == 200)
        #expect(answer("/.archbook/preview.css")?.fields["Content-Type"] == "text/css; charset=utf-8")
    }

    @Test func `tell a page from the same page after a change of it or of its look`() {
        let files = ["index.html": Array("a".utf8), "other.html": Array("b".utf8), "style.css": Array("c".utf8)]
        let tag = PreviewSite(files: files).tag(ofPage: "")
        #expect(tag != nil && tag == PreviewSite(files: files).tag(ofPage: "index.html"))
        #expect(PreviewSite(files: files.merging(["other.html": [1]]) { $1 }).tag(ofPage: "") == tag)
        #expect(PreviewSite(files: files.merging(["index.html": [1]]) { $1 }).tag(ofPage: "") != tag)
        #expect(PreviewSite(files: files.merging(["style.css": [1]]) { $1 }).tag(ofPage: "") != tag)
        #expect(PreviewSite(files: files).tag(ofPage: "style.css") == nil)
    }
}
