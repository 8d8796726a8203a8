/// Paths of the site and of the workspace: their parts are separated by `/`, and none begins with one.
package enum PagePath {
    /// The address that leads from one page to another, without the address of the site being known.
    package static func relative(from page: String, to target: String) -> String {
        let (from, to) = (page.utf8, target.utf8)
        var (place, other) = (from.startIndex, to.startIndex)
        var (folder, rest) = (place, other)
        while place < from.endIndex, other < to.endIndex, from[place] == to[other] {
            let isSlash = from[place] == UInt8(ascii: "/")
            (place, other) = (from.index(after: place), to.index(after: other))
            if isSlash { (folder, rest) = (place, other) }
        }
        let depth = from[folder...].count { $0 == UInt8(ascii: "/") }
        return String(repeating: "../", count: depth) + target[rest...]
    }

    /// The way from a page up to the root of the site: empty, or `../` repeated.
    package static func root(of page: String) -> String {
        String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The folder of a path, without a slash at its end.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[..<slash])
    }

    /// The last part of a path.
    package static func fileName(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// The path that a relative one means in a folder; nil when it leads out of the workspace.
    package static func resolve(_ path: String, in folder: String) -> String? {
        if isPlain(path) { return folder.isEmpty ? path : "\(folder)/\(path)" }
        var parts = path.utf8.first == UInt8(ascii: "/") ? [] : folder.split(separator: "/")
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// Whether every part of a path is a name, so that there is nothing to resolve.
    private static func isPlain(_ path: String) -> Bool {
        var previous = UInt8(ascii: "/")
        for byte in path.utf8 {
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
            previous = byte
        }
        return previous != UInt8(ascii: "/")
    }
}

extension PagePath {
    /// The paths that a relative link in a file may mean, the likeliest first: writers leave `.md` and `README.md` out.
    ///
    /// None when the link leads out of the workspace.
    package static func candidates(for path: String, in file: String) -> [String] {
        guard let resolved = resolve(path, in: folder(of: file)) else { return [] }
        if resolved.isEmpty { return ["README.md", "index.md"] }
        return [resolved, "\(resolved).md", "\(resolved)/README.md", "\(resolved)/index.md"]
    }
}
