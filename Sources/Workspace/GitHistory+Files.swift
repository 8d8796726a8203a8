package import Model

extension GitHistory {
    /// The last change and the former names of all files of the workspace, in one walk over the history.
    ///
    /// A file that was moved in several steps has all its former paths. A path that stands again for a file is no former one.
    package func fileHistory() -> FileHistory {
        let format = "--format=%x01%cs"
        guard let bytes = output(["log", "-z", "--name-status", "-M", "--relative", format, "--", "."]) else {
            return FileHistory()
        }
        var walk = HistoryWalk()
        for field in bytes.split(separator: 0) { walk.take(field) }
        return walk.history
    }
}

/// Reads what `git log -z --name-status` prints (git-log, "Raw output format"), newest commit first.
private struct HistoryWalk {
    private var day: Day?
    private var status: UInt8?
    private var formerPath: String?
    /// The present path of a file by the path that it has where the walk stands.
    private var present: [String: String] = [:]
    private(set) var history = FileHistory()

    /// Takes one field: the head of a commit, a status, or a path.
    mutating func take(_ field: ArraySlice<UInt8>) {
        let field = field.first == .lineFeed ? field.dropFirst() : field
        if field.first == 1 {
            day = Day(iso: field.dropFirst().text)
            (status, formerPath) = (nil, nil)
        } else if let status {
            takePath(field.text, status)
        } else {
            status = field.first
        }
    }

    private mutating func takePath(_ path: String, _ status: UInt8) {
        let isMove = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
        if isMove, formerPath == nil { return formerPath = path }
        let now = present[path] ?? path
        if history.days[now] == nil { history.days[now] = day }
        if let formerPath, status == UInt8(ascii: "R") {
            present[formerPath] = now
            if history.days[formerPath] == nil { history.formerPaths[formerPath] = now }
        }
        (self.status, formerPath) = (nil, nil)
    }
}
