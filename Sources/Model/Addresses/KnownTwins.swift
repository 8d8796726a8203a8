/// Pages that are known under several addresses.
enum KnownTwins {
    /// The common key of the twins; nil for every other page.
    ///
    /// - Parameters:
    ///   - host: the host in its wire form, without `www.` and `m.`.
    ///   - path: the segments of the path in their common spelling.
    ///   - pairs: the pairs of the query that are not tracking.
    static func key(host: String, path: [String], pairs: [String]) -> String? {
        switch host {
        case "youtu.be", "youtube.com", "youtube-nocookie.com", "music.youtube.com": video(host, path, pairs)
        case "arxiv.org", "export.arxiv.org": paper(path)
        case "doi.org", "dx.doi.org": path.isEmpty ? nil : "doi.org/" + path.joined(separator: "/").lowercased()
        case "tools.ietf.org", "datatracker.ietf.org", "rfc-editor.org", "ietf.org": requestForComments(path)
        case "github.com": repository(path, pairs)
        case "habr.com", "habrahabr.ru": article(path)
        case "twitter.com", "x.com": other("x.com", path, pairs)
        case "old.reddit.com", "new.reddit.com", "np.reddit.com": other("reddit.com", path, pairs)
        default: nil
        }
    }

    private static func video(_ host: String, _ path: [String], _ pairs: [String]) -> String? {
        if host == "youtu.be" { return path.count == 1 ? "youtube.com/watch?v=\(path[0])" : nil }
        if path == ["watch"], let video = pairs.first(where: { $0.hasPrefix("v=") }) {
            return "youtube.com/watch?\(video)"
        }
        guard path.count == 2, ["embed", "shorts", "live", "v"].contains(path[0]) else { return nil }
        return "youtube.com/watch?v=\(path[1])"
    }

    private static func paper(_ path: [String]) -> String? {
        guard path.count >= 2, ["abs", "pdf", "html"].contains(path[0]) else { return nil }
        let name = path[1...].joined(separator: "/")
        return "arxiv.org/abs/" + (name.hasSuffix(".pdf") ? String(name.dropLast(4)) : name)
    }

    private static func requestForComments(_ path: [String]) -> String? {
        guard let last = path.last?.lowercased(), ["html", "doc", "rfc"].contains(path[0]) else { return nil }
        let name = last.prefix { $0 != "." }
        guard name.hasPrefix("rfc"), name.count > 3, name.utf8.dropFirst(3).allSatisfy(\.isDigit) else { return nil }
        return "rfc-editor.org/rfc/\(name)"
    }

    /// The front page of a repository, whose owner and name are the same in any letter case.
    private static func repository(_ path: [String], _ pairs: [String]) -> String? {
        guard path.count == 2, pairs.isEmpty else { return nil }
        let name = path[1].lowercased()
        return "github.com/\(path[0].lowercased())/" + (name.hasSuffix(".git") ? String(name.dropLast(4)) : name)
    }

    /// An article, whose number is the same under its author's and its company's name.
    private static func article(_ path: [String]) -> String? {
        guard let place = path.lastIndex(where: { ["post", "articles", "blog"].contains($0) }),
            place + 2 == path.count, path[place + 1].utf8.allSatisfy(\.isDigit)
        else { return nil }
        return "habr.com/articles/\(path[place + 1])"
    }

    private static func other(_ host: String, _ path: [String], _ pairs: [String]) -> String {
        ([host] + path).joined(separator: "/") + (pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))")
    }
}
