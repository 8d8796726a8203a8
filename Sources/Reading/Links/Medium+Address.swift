import Model

extension Medium {
    /// The form of the work at an address, told by host and path; an article when nothing says otherwise.
    init(of parts: URLParts) {
        let host = parts.host.without(prefix: "www.").without(prefix: "m.")
        self = Medium.byHost(host, parts) ?? Medium.byName(host) ?? Medium.byPath(parts) ?? .article
    }

    /// Hosts that hold one form of work.
    private static func byHost(_ host: String, _ parts: URLParts) -> Medium? {
        switch host {
        case "youtube.com", "youtu.be", "vimeo.com", "rutube.ru", "twitch.tv", "vkvideo.ru", "ted.com": return .video
        case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht":
            return parts.segments.count >= 2 ? .repository : .article
        case "gist.github.com": return .repository
        case "rfc-editor.org", "datatracker.ietf.org", "w3.org", "iso.org", "json-schema.org", "whatwg.org",
            "openapis.org", "spec.openapis.org", "tools.ietf.org", "asyncapi.com", "cloudevents.io":
            return .specification
        case "arxiv.org", "dl.acm.org", "ieeexplore.ieee.org", "usenix.org", "researchgate.net", "semanticscholar.org":
            return .paper
        case "oreilly.com", "manning.com", "leanpub.com", "pragprog.com", "amazon.com", "goodreads.com", "sre.google",
            "litres.ru", "piter.com":
            return .book
        case "coursera.org", "udemy.com", "edx.org", "stepik.org", "pluralsight.com", "educative.io", "ocw.mit.edu":
            return .course
        case "podcasts.apple.com", "podcasts.google.com", "open.spotify.com", "soundcloud.com", "anchor.fm",
            "softwareengineeringdaily.com", "se-radio.net":
            return .podcast
        default: return nil
        }
    }

    /// Hosts whose first label says what they hold.
    private static func byName(_ host: String) -> Medium? {
        switch host.prefix(while: { $0 != "." }) {
        case "docs", "doc", "documentation", "developer", "developers", "learn", "wiki", "cwiki", "man": .documentation
        case "podcast", "podcasts": .podcast
        default: nil
        }
    }

    /// Paths that say what they hold.
    private static func byPath(_ parts: URLParts) -> Medium? {
        let segments = parts.segments.map { $0.lowercased() }
        if segments.last?.hasSuffix(".pdf") == true { return .paper }
        for segment in segments.prefix(3) {
            switch segment {
            case "docs", "doc", "documentation", "reference", "manual", "guides", "guide", "api", "confluence":
                return .documentation
            case "spec", "specs", "specification", "rfc", "rfcs": return .specification
            case "video", "videos", "watch", "talks", "talk": return .video
            case "course", "courses": return .course
            case "book", "books": return .book
            case "podcast", "podcasts": return .podcast
            case "blog", "blogs", "posts", "post", "articles", "article": return .article
            default: continue
            }
        }
        return segments.last?.hasPrefix("restful-api-guidelines") == true ? .documentation : nil
    }
}
