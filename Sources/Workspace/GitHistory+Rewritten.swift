import Model

extension GitHistory {
    /// The committed versions of the files of a folder that are not as they were first committed, oldest first.
    ///
    /// A file whose only version is the one on disk is left out, since nothing can have changed in it. Earlier names of a
    /// file are followed as far as git finds them (git-log, `--find-renames`).
    ///
    /// - Parameter folder: the path relative to the workspace.
    /// - Returns: the versions by the path of the file, relative to the workspace.
    package func rewrittenFiles(in folder: String) -> [String: [Version]] {
        let start = prefix + folder + "/"
        var stations = stations(of: folder)
        let edited = Set(lines(["diff", "--name-only", "--no-relative", "HEAD", "--", folder]))
        stations = stations.filter { $0.value.count > 1 || edited.contains($0.key) }
        let asked = stations.sorted { $0.key < $1.key }.flatMap { path, stations in
            stations.map { (path: path, station: $0) }
        }
        let blobs = blobs(asked.map { "\($0.station.commit):\($0.station.path)" })
        var files: [String: [Version]] = [:]
        for (question, bytes) in zip(asked, blobs) {
            guard question.path.hasPrefix(start), let bytes else { continue }
            let version = Version(commit: question.station.commit, day: question.station.day, bytes: bytes)
            files[String(question.path.dropFirst(prefix.count)), default: []].append(version)
        }
        return files
    }

    /// A commit that touched a file, and the name that the file had then.
    private struct Station {
        let commit: String
        let day: Day?
        let path: String
    }

    /// The commits that touched each file of a folder, oldest first, by the path from the root of the repository.
    private func stations(of folder: String) -> [String: [Station]] {
        let log = lines([
            "log", "--find-renames", "--name-status", "--no-relative", "--format=%x01%h %cs", "--", folder,
        ])
        var names: [String: String] = [:]
        var stations: [String: [Station]] = [:]
        var head: (commit: String, day: Day?)?
        // The newest commit comes first, so that a name is known before the one that it took the place of.
        for line in log {
            if line.utf8.first == 1 {
                let words = line.dropFirst().split(separator: " ")
                head = (String(words.first ?? ""), words.last.flatMap { Day(iso: $0) })
                continue
            }
            let parts = line.split(separator: "\t").map(String.init)
            guard let (commit, day) = head, let kind = parts.first?.first, kind != "D", let path = parts.last,
                parts.count > 1
            else { continue }
            let name = names[path] ?? path
            stations[name, default: []].append(Station(commit: commit, day: day, path: path))
            if kind == "R", parts.count > 2 { names[parts[1]] = name }
        }
        return stations.mapValues { $0.reversed() }
    }

    /// The contents of `commit:path`, in their order; nil for what is not there.
    private func blobs(_ names: [String]) -> [[UInt8]?] {
        var blobs: [[UInt8]?] = []
        // All questions of one batch fit into a pipe, so that neither side waits for the other.
        for start in stride(from: 0, to: names.count, by: 200) {
            let asked = names[start..<min(start + 200, names.count)]
            var rest = batch(asked.map { $0 + "\n" }.joined())[...]
            for _ in asked {
                guard let end = rest.firstIndex(of: .lineFeed) else {
                    blobs.append(nil)
                    continue
                }
                let words = rest[..<end].split(separator: .space).map(\.text)
                rest = rest[(end + 1)...]
                guard words.count == 3, words[1] == "blob", let size = Int(words[2]), rest.count > size else {
                    blobs.append(nil)
                    continue
                }
                blobs.append(Array(rest.prefix(size)))
                rest = rest.dropFirst(size + 1)
            }
        }
        return blobs
    }
}
