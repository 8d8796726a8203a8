import Model

/// What the preview answers to a request.
struct PreviewAnswer: Sendable, Equatable {
    var status: Int
    var fields: [String: String] = [:]
    var body: [UInt8] = []
    /// Whether the connection ends with the answer, because what follows on it cannot be trusted.
    var isLast = false

    /// An answer in words.
    static func refusal(_ status: Int, _ sentence: String, isLast: Bool = false) -> PreviewAnswer {
        PreviewAnswer(
            status: status, fields: ["Content-Type": "text/plain; charset=utf-8"], body: Array((sentence + "\n").utf8),
            isLast: isLast)
    }
}

/// What comes of a request.
enum PreviewReply: Sendable, Equatable {
    case answer(PreviewAnswer)
    /// The client listens for changes of the page with a path, of which it has the state with a tag.
    case events(page: String, tag: String)
}

/// Decides what a request gets; knows neither sockets nor time.
struct PreviewDesk: Sendable {
    private let hosts: AllowedHosts

    init(hosts: AllowedHosts) { self.hosts = hosts }

    /// The reply to a request.
    ///
    /// - Parameter site: what there is to show; nil until it is first built.
    func reply(to request: PreviewRequest, from site: PreviewSite?) -> PreviewReply {
        if let refusal = refusal(of: request) { return .answer(refusal) }
        guard let path = request.path else { return .answer(.refusal(400, "This is no address of a page.")) }
        switch "/" + path {
        case PreviewScript.path: return .answer(file(path, PreviewScript.script, request))
        case PreviewScript.stylePath: return .answer(file(path, PreviewScript.style, request))
        case PreviewScript.eventsPath:
            guard let page = listeningPage(request) else { return .answer(.refusal(400, "Say for which page.")) }
            return .events(page: page, tag: request.parameter("tag") ?? "")
        default: break
        }
        guard let site else {
            var answer = PreviewAnswer.refusal(503, "The site is being built for the first time; ask again.")
            answer.fields["Retry-After"] = "1"
            return .answer(answer)
        }
        return .answer(self.answer(request, path: path, site))
    }

    private func refusal(of request: PreviewRequest) -> PreviewAnswer? {
        guard request.hosts.count == 1, let host = request.hosts.first else {
            return .refusal(400, "A request names the host that it is for, once.", isLast: true)
        }
        guard hosts.admit(host) else {
            return .refusal(403, "This preview answers to localhost and to the name given with --host.", isLast: true)
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = PreviewAnswer.refusal(405, "Pages can be read, with GET or HEAD.", isLast: true)
            answer.fields["Allow"] = "GET, HEAD"
            return answer
        }
        return request.hasBody ? .refusal(413, "A request for a page has no body.", isLast: true) : nil
    }

    private func listeningPage(_ request: PreviewRequest) -> String? {
        guard let page = request.parameter("page") else { return nil }
        return PreviewRequest(method: "GET", target: page, hosts: []).path
    }

    private func answer(_ request: PreviewRequest, path: String, _ site: PreviewSite) -> PreviewAnswer {
        switch site.place(of: path) {
        case .file(let name):
            let bytes = site.files[name] ?? []
            guard let tag = site.tag(ofPage: path) else { return file(name, bytes, request) }
            return file(name, PreviewPage.bytes(of: bytes, tag: tag), request)
        case .folder:
            let target = request.target.prefix { $0 != "?" && $0 != "#" }
            return PreviewAnswer(status: 302, fields: ["Location": "\(target)/"])
        // Browsers ask for it unbidden, and tell a 404 in the console.
        case .missing where path == "favicon.ico": return PreviewAnswer(status: 204)
        case .missing:
            guard let page = site.files[PreviewSite.missing], let tag = site.tag(ofPage: path) else {
                return .refusal(404, "There is no such page.")
            }
            let body = PreviewPage.bytes(of: PreviewPage.withLinksFromRoot(page), tag: tag)
            return PreviewAnswer(status: 404, fields: ["Content-Type": MediaType.of(PreviewSite.missing)], body: body)
        }
    }

    private func file(_ path: String, _ bytes: [UInt8], _ request: PreviewRequest) -> PreviewAnswer {
        var hash = StableHash()
        hash.combine(bytes)
        let tag = "\"\(hash.name(length: 13))\""
        if request.knows(tag) { return PreviewAnswer(status: 304, fields: ["ETag": tag]) }
        return PreviewAnswer(status: 200, fields: ["Content-Type": MediaType.of(path), "ETag": tag], body: bytes)
    }
}

/// The media types of a site's files (IANA's registry).
enum MediaType {
    /// The type that a path's ending means.
    static func of(_ path: String) -> String {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "ics": "text/calendar; charset=utf-8", "json": "application/json", "xml": "application/xml",
        "webmanifest": "application/manifest+json", "pdf": "application/pdf", "zip": "application/zip",
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "mp4": "video/mp4",
        "webm": "video/webm", "mp3": "audio/mpeg", "woff2": "font/woff2",
    ]
}
