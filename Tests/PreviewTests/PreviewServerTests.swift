import Model
import NIOCore
import TestSupport
import Testing

@testable import Preview

@Suite struct `Preview server` {
    /// On a machine that does much else a test takes longer than a client may.
    private static let patient = PreviewLimits(
        requestTime: .seconds(300), answerTime: .seconds(300), connections: 256)

    private func serving<Value>(
        _ site: PreviewSite? = `Answers of the preview`.site, limits: PreviewLimits = Self.patient,
        _ body: (PreviewServer) async throws -> Value
    ) async throws -> Value {
        let server = try await PreviewServer.start(host: "127.0.0.1", ports: [0], limits: limits)
        if let site { server.show(site) }
        do {
            let value = try await body(server)
            await server.stop()
            return value
        } catch {
            await server.stop()
            throw error
        }
    }

    @Test func `answers several requests on one connection`() async throws {
        try await serving { server in
            #expect(server.address == "http://127.0.0.1:\(server.port)/")
            let client = try LoopbackClient(port: server.port)
            client.ask("GET", "/")
            let page = try await client.receive(until: "</html>")
            #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
            for field in ["X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin"] {
                #expect(page.contains("\(field)\r\n"))
            }
            client.ask("HEAD", "/style.css")
            let head = try await client.receive(until: "\r\n\r\n")
            #expect(head.contains("Content-Length: 4\r\n") && head.hasSuffix("\r\n\r\n"))
            client.ask("GET", "/nothing", ["Connection: close"])
            #expect(try await client.receive().hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test(arguments: [
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody",
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: local\u{1}host\r\n\r\n",
        "\u{16}\u{3}\u{1} this is TLS\r\n\r\n",
        "SSH-2.0-client\r\n\r\n",
    ])
    func `refuses and hangs up`(request: String) async throws {
        try await serving { server in
            let client = try LoopbackClient(port: server.port)
            client.send(request)
            let answer = try await client.receive()
            #expect(answer.hasPrefix("HTTP/1.1 4"), "\(answer)")
        }
    }

    @Test(arguments: [
        "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "a", count: 200_000) + "\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: y\r\n", count: 5000) + "\r\n",
    ])
    func `takes no endless requests`(request: String) async throws {
        try await serving { server in
            let client = try LoopbackClient(port: server.port)
            client.send(request)
            // A reset may overtake the answer, as bytes are left unread.
            let answer = try await client.receive()
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "))
            let other = try LoopbackClient(port: server.port)
            other.ask("GET", "/style.css", ["Connection: close"])
            #expect(try await other.receive().hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `hangs up on a client that never finishes its request`() async throws {
        let limits = PreviewLimits(requestTime: .milliseconds(50), answerTime: .seconds(300), connections: 10)
        try await serving(limits: limits) { server in
            let client = try LoopbackClient(port: server.port)
            client.send("GET / HTTP/1.1\r\nHost: local")
            #expect(try await client.receive() == "")
        }
    }

    @Test func `hangs up on a client that does not take its answer`() async throws {
        let limits = PreviewLimits(requestTime: .seconds(300), answerTime: .milliseconds(100), connections: 1)
        let site = PreviewSite(files: ["large.txt": [UInt8](repeating: 0x61, count: 16 << 20)])
        try await serving(site, limits: limits) { server in
            let slow = try LoopbackClient(port: server.port)
            slow.ask("GET", "/large.txt")
            _ = try await slow.receive(until: "\r\n\r\n")
            // The second connection is admitted when the first is over, which only the server can bring about.
            var answer = ""
            while !answer.hasPrefix("HTTP/1.1 404") {
                let other = try LoopbackClient(port: server.port)
                other.ask("GET", "/nothing", ["Connection: close"])
                answer = try await other.receive()
            }
            let rest = try await slow.receive()
            #expect(rest.utf8.count < 16 << 20)
        }
    }

    @Test func `admits only so many clients at a time, and the next when one has gone`() async throws {
        let limits = PreviewLimits(requestTime: .seconds(300), answerTime: .seconds(300), connections: 2)
        try await serving(limits: limits) { server in
            var clients: [LoopbackClient] = []
            for _ in 0..<2 {
                let client = try LoopbackClient(port: server.port)
                client.ask("GET", "/style.css")
                _ = try await client.receive(until: "p {}")
                clients.append(client)
            }
            let third = try LoopbackClient(port: server.port)
            third.ask("GET", "/style.css")
            #expect(try await third.receive() == "")
            clients[0].ask("GET", "/style.css", ["Connection: close"])
            _ = try await clients[0].receive()
            var answer = ""
            while answer.isEmpty {
                let next = try LoopbackClient(port: server.port)
                next.ask("GET", "/style.css", ["Connection: close"])
                answer = try await next.receive()
            }
            #expect(answer.hasSuffix("p {}"))
        }
    }

    @Test func `serves a hundred clients at once`() async throws {
        try await serving { server in
            let clients = try (0..<100).map { _ in try LoopbackClient(port: server.port) }
            for client in clients { client.ask("GET", "/style.css", ["Connection: close"]) }
            for client in clients { #expect(try await client.receive().hasSuffix("\r\n\r\np {}")) }
        }
    }

    @Test func `tells a page that it has changed, at once or on coming back`() async throws {
        let site = `Answers of the preview`.site
        let tag = try #require(site.tag(ofPage: ""))
        try await serving(site) { server in
            let listener = try LoopbackClient(port: server.port)
            listener.ask("GET", "/.archbook/events?page=%2F&tag=\(tag)")
            let first = try await listener.receive(until: "data: }\n")
            #expect(first.contains("text/event-stream") && first.contains("event: findings\n"))
            let changed = PreviewSite(files: site.files.merging(["index.html": Array("new".utf8)]) { $1 })
            #expect(server.show(changed) == 1)
            _ = try await listener.receive(until: "event: reload\n")
            let late = try LoopbackClient(port: server.port)
            late.ask("GET", "/.archbook/events?page=/index.html&tag=\(tag)")
            #expect(try await late.receive(until: "event: reload").contains("200 OK"))
        }
    }

    @Test func `tells findings and what hinders a build, and leaves the page as it is`() async throws {
        let site = `Answers of the preview`.site
        let tag = try #require(site.tag(ofPage: "patterns/"))
        try await serving(site) { server in
            let listener = try LoopbackClient(port: server.port)
            listener.ask("GET", "/.archbook/events?page=/patterns/&tag=\(tag)")
            _ = try await listener.receive(until: "data: }\n")
            var faulty = site
            faulty.findings = [
                Finding(rule: "a.b", severity: .warning, path: "a.md", message: "It is wrong\n</script>; mend it.")
            ]
            #expect(server.show(faulty) == 0)
            let news = try await listener.receive(until: "data: }\n")
            #expect(news.contains("event: findings\n") && news.contains("\"count\": 1"))
            #expect(news.contains(#""message": "It is wrong\n"#))
            server.show(notice: "not built")
            let notice = try await listener.receive(until: "data: }\n")
            #expect(notice.contains("\"notice\": \"not built\""))
            let reader = try LoopbackClient(port: server.port)
            reader.ask("GET", "/patterns/", ["Connection: close"])
            #expect(try await reader.receive().contains("patterns"))
        }
    }

    @Test func `takes the next free port, and says which one was asked for and is taken`() async throws {
        try await serving { server in
            let other = try await PreviewServer.start(host: "127.0.0.1", ports: [server.port, 0])
            #expect(other.port != server.port)
            await other.stop()
            await #expect(throws: PreviewError.noFreePort([server.port])) {
                try await PreviewServer.start(host: "127.0.0.1", ports: [server.port])
            }
        }
        await #expect(throws: PreviewError.self) { try await PreviewServer.start(host: "192.0.2.1", ports: [0]) }
    }

    @Test func `gives its port back when it stops, and lets every client go`() async throws {
        // Another program may take the port in the moment in which it is free; not each time.
        var isGivenBack = false
        var attempts = 0
        while !isGivenBack, attempts < 10 {
            let port = try await portAfterStopping()
            let next = try? await PreviewServer.start(host: "127.0.0.1", ports: [port])
            await next?.stop()
            isGivenBack = next != nil
            attempts += 1
        }
        #expect(isGivenBack)
    }

    /// The port of a server that has stopped while a client listened.
    private func portAfterStopping() async throws -> Int {
        let server = try await PreviewServer.start(host: "127.0.0.1", ports: [0])
        server.show(`Answers of the preview`.site)
        let listener = try LoopbackClient(port: server.port)
        listener.ask("GET", "/.archbook/events?page=/&tag=x")
        _ = try await listener.receive(until: "event: reload")
        await server.stop()
        _ = try await listener.receive()
        return server.port
    }
}
