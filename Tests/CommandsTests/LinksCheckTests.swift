import Commands
import Foundation
import Model
import TestSupport
import Testing

/// `links check` against a server on this machine that answers well and badly; curl is asked for real.
@Suite(.enabled(if: Curl.isInstalled, "curl is not on the PATH"))
struct LinksCheckTests {
    private static func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            let isHead = request.method == "HEAD"
            switch request.path.split(separator: "?").first ?? "" {
            case let path where path.hasPrefix("/status/"):
                return [.answer(Int(path.dropFirst(8)) ?? 500, "body", isHead: isHead)]
            case "/slow": return isHead ? [.stall] : [.answer(200, "begin", length: 100), .stall]
            case "/silent": return [.stall]
            case "/reset": return [.reset]
            case "/endless": return [.redirect(302, to: "/endless?\(request.path.utf8.count)")]
            case "/loop": return [.redirect(301, to: "/loop")]
            case "/short": return [.answer(200, "half", length: 1000, isHead: isHead)]
            case "/head-refused": return [isHead ? .answer(405, isHead: true) : .answer(200, "fine")]
            case "/head-dropped": return isHead ? [.reset] : [.answer(200, "fine")]
            case "/huge-head":
                let field = "X-Long: \(String(repeating: "x", count: 1000))"
                return [.answer(200, "fine", fields: [String](repeating: field, count: 2000))]
            case "/huge-body": return [.answer(200, "<p id=a>" + String(repeating: "x", count: 1 << 20))]
            case "/no-http": return [.send(Array("what do you want?\n".utf8))]
            case "/moved": return [.redirect(301, to: "/page?utm_source=server")]
            case "/for-now": return [.redirect(302, to: "/page")]
            case "/away": return [.redirect(301, to: "javascript:alert(1)")]
            case "/page": return [.answer(200, "<h1 id=there>Она сказала да</h1>", isHead: isHead)]
            default: return [.answer(404, isHead: isHead)]
            }
        }
    }

    private static let answers: [(path: String, state: String, status: Int?)] = [
        ("/status/200", "ok", 200), ("/status/401", "blocked", 401), ("/status/403", "blocked", 403),
        ("/status/429", "blocked", 429), ("/status/999", "blocked", 999), ("/status/404", "suspect", 404),
        ("/status/410", "suspect", 410), ("/status/500", "suspect", 500), ("/status/503", "suspect", 503),
        ("/slow", "suspect", nil), ("/silent", "suspect", nil), ("/reset", "suspect", nil),
        ("/endless", "suspect", nil), ("/loop", "suspect", nil), ("/short#x", "suspect", 200),
        ("/head-refused", "ok", 200), ("/head-dropped", "ok", 200), ("/huge-head", "suspect", nil),
        ("/huge-body#missing", "ok", 200), ("/no-http", "suspect", nil), ("/moved", "moved", 200),
        ("/for-now", "ok", 200), ("/away", "suspect", nil), ("/page#there", "ok", 200), ("/page#gone", "suspect", 200),
        ("/page#:~:text=она%20сказала", "ok", 200), ("/page#:~:text=нет", "suspect", 200), ("/gone", "suspect", 404),
    ]

    @Test func `judges every kind of answer`() async throws {
        let server = try Self.server()
        let urls =
            Self.answers.map { server.url($0.path) } + [
                server.url("/page", scheme: "https"), "http://nothing.invalid/x", "http://127.0.0.1:1/closed",
            ]
        let book = try Self.book(urls)
        let (exit, recorder) = await Self.run(["links", "check", "--timeout", "3", "--max-size", "256"], in: book)
        #expect(exit == 0, "\(recorder.error)")
        let items = try Self.items(of: book)
        for (path, state, status) in Self.answers {
            let item = items[server.url(path)]
            #expect(item?["state"]?.string == state, "\(path): \(String(describing: item))")
            #expect(item?["status"]?.int == status, "\(path): \(String(describing: item))")
        }
        #expect(items[server.url("/page", scheme: "https")]?["remark"]?.string?.contains("secure connection") == true)
        #expect(items["http://nothing.invalid/x"]?["remark"]?.string == "there is no such host")
        #expect(items["http://127.0.0.1:1/closed"]?["remark"]?.string == "the host accepts no connection")
        let moved = items[server.url("/moved")]
        #expect(moved?["finalUrl"]?.string == server.url("/page?utm_source=server"))
        let lines = try book.read(".archbook/links.jsonl").split(separator: "\n")
        #expect(lines.count == urls.count)
    }

    @Test func `asks nothing of a private network unless it is told to`() async throws {
        let server = try Self.server()
        let book = try Self.book([
            server.url("/page"), "http://localhost:\(server.port)/page", "http://0x7f.1:\(server.port)/",
        ])
        let (exit, recorder) = await Self.run(["links", "check"], in: book, allowsPrivate: false)
        #expect(exit == 0)
        #expect(server.requests.isEmpty)
        #expect(recorder.error.contains("it is on a private network; --allow-private asks it all the same."))
        #expect(!book.exists(".archbook/links.jsonl"))
    }

    @Test func `makes a link dead after three runs over a week, and mends what it has learnt`() async throws {
        let server = try Self.server()
        let text = """
            - [Moved](\(server.url("/moved")) "a title") and [more](\(server.url("/moved/not")))
            - [Dead][d] is [dead](\(server.url("/gone")))

            [d]: \(server.url("/gone"))

            """
        let book = try TemporaryFolder(workspace: ["knowledge/links.md": text])
        for (day, exit) in [("2026-01-01", 0), ("2026-01-04", 0), ("2026-01-08", 1)] {
            let run = await Self.run(["links", "check"], in: book, today: day)
            #expect(run.exit == Int32(exit), "\(day): \(run.recorder.output)")
        }
        let known = await Self.run(["links", "history", server.url("/gone")], in: book)
        #expect(known.recorder.output.contains("gone since  2026-01-01, in 3 runs"))
        let archive = ["--archive", "https://web.archive.org/web/"]
        let shown = await Self.run(["links", "fix"] + archive, in: book)
        #expect(shown.exit == 1)
        #expect(try book.read("knowledge/links.md") == text)
        let written = await Self.run(["links", "fix", "--write"] + archive, in: book)
        #expect(written.exit == 0)
        let gone = server.url("/gone")
        let mended = text.replacing("\(server.url("/moved")) ", with: "\(server.url("/page")) ")
            .replacing(gone, with: "https://web.archive.org/web/\(gone)")
            .replacing(
                "(\(server.url("/moved/not")))", with: "(https://web.archive.org/web/\(server.url("/moved/not")))")
        #expect(try book.read("knowledge/links.md") == mended)
        #expect(shown.recorder.output == written.recorder.output)
    }

    @Test func `forgets addresses that have left the book, when it is told to`() async throws {
        let server = try Self.server()
        let book = try Self.book([server.url("/page"), server.url("/status/404")])
        _ = await Self.run(["links", "check"], in: book)
        #expect(await Self.run(["links", "history", "--unlisted"], in: book).exit == 1)
        try book.write("knowledge/links.md", "- [Page](\(server.url("/page")))\n")
        let shown = await Self.run(["links", "history", "--unlisted"], in: book)
        #expect(shown.recorder.output.contains("/status/404") && !shown.recorder.output.contains("/page"))
        #expect(try Self.items(of: book).count == 2)
        #expect(await Self.run(["links", "history", "--forget"], in: book).exit == 64)
        _ = await Self.run(["links", "history", "--unlisted", "--forget"], in: book)
        #expect(try Self.items(of: book).keys.sorted() == [server.url("/page")])
    }

    @Test func `ends in time, and says nothing of what it has not seen`() async throws {
        let server = try Self.server()
        let book = try Self.book([server.url("/page"), server.url("/silent")])
        let (exit, recorder) = await Self.run(["links", "check", "--max-time", "1", "--timeout", "600"], in: book)
        #expect(exit == 0)
        #expect(recorder.error.contains("The time was up"))
        #expect(try Self.items(of: book)[server.url("/silent")] == nil)
    }

    @Test func `the real program keeps what is known at Ctrl-C`() async throws {
        let server = try Self.server()
        let book = try Self.book([server.url("/page"), server.url("/silent")])
        let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let terminal = try PseudoTerminal(
            tests.appending(path: "archbook").path, ["links", "check", "--allow-private", "--timeout", "600"],
            in: book.path, ["PATH": "/usr/bin:/bin", "TERM": "xterm"])
        while !server.requests.contains(where: { $0.path == "/silent" })
            || !server.requests.contains(where: { $0.path == "/page" })
        { await Task.yield() }
        terminal.signal(SIGINT)
        #expect(terminal.end() == 130, "\(terminal.screen)")
        #expect(terminal.screen.contains("Ended early"))
        #expect(try Self.items(of: book)[server.url("/silent")] == nil)
    }

    private static func book(_ urls: [String]) throws -> TemporaryFolder {
        let lines = urls.enumerated().map { "- [Link \($0)](<\($1)>)\n" }.joined()
        return try TemporaryFolder(workspace: ["knowledge/links.md": lines])
    }

    private static func run(
        _ arguments: [String], in book: TemporaryFolder, allowsPrivate: Bool = true, today: String = "2026-01-12"
    ) async -> (exit: Int32, recorder: OutputRecorder) {
        let recorder = OutputRecorder()
        let isCheck = arguments.starts(with: ["links", "check"])
        let options = isCheck ? ["--retries", "0"] + (allowsPrivate ? ["--allow-private"] : []) : []
        let world = World.test(
            directory: book.path, environment: ["ARCHBOOK_TODAY": today, "PATH": "/usr/bin:/bin"], recorder: recorder)
        return (await Archbook.run(arguments + options, in: world), recorder)
    }

    private static func items(of book: TemporaryFolder) throws -> [String: [String: JSONValue]] {
        guard book.exists(".archbook/links.jsonl") else { return [:] }
        let lines = try book.bytes(".archbook/links.jsonl").split(separator: .lineFeed)
        let items = try lines.compactMap { try JSONValue(parsing: Array($0)).object }
        return Dictionary(items.compactMap { item in item["url"]?.string.map { ($0, item) } }) { first, _ in first }
    }
}

private enum Curl {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")
}
