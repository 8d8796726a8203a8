package import Model

/// What git knows of a workspace; everything is asked of the local repository, never of the network.
package struct GitHistory: Sendable {
    private let directory: String
    private let environment: [String: String]
    /// The path of the workspace relative to the root of the repository, ending in `/` unless empty.
    let prefix: String

    /// - Returns: nil when the folder is in no repository, or git is not installed.
    package init?(workspace: OpenWorkspace, environment: [String: String]) {
        self.init(root: workspace.root, environment: environment)
    }

    /// - Parameter root: the absolute path of the folder that paths are relative to.
    /// - Returns: nil when the folder is in no repository, or git is not installed.
    package init?(root: String, environment: [String: String]) {
        guard GitHistory.hasRepository(above: root) else { return nil }
        directory = root
        var environment = environment.filter { $0.key != "GIT_DIR" && $0.key != "GIT_WORK_TREE" }
        environment["LC_ALL"] = "C"
        // Looking must not take the lock that the user's own git may want.
        environment["GIT_OPTIONAL_LOCKS"] = "0"
        self.environment = environment
        let result = ChildProcess.run(
            ["git", "rev-parse", "--show-prefix"], in: directory, environment: environment)
        guard let result, result.code == 0 else { return nil }
        prefix = result.output.text.trimmed
    }

    /// The commit that is checked out; nil before the first one.
    var head: String? { output(["rev-parse", "--verify", "--quiet", "HEAD"])?.text.trimmed }

    /// The names in a folder of the workspace on every branch, tag and remote branch, sorted.
    package func names(in folder: String) -> [String] {
        let commits = Set(lines(["for-each-ref", "--format=%(objectname)"])).sorted()
        var names: Set<String> = []
        // All questions of one batch fit into a pipe, so that neither side waits for the other.
        for start in stride(from: 0, to: commits.count, by: 200) {
            let asked = commits[start..<min(start + 200, commits.count)].map { "\($0):\(prefix)\(folder)\n" }
            names.formUnion(GitHistory.names(inBatch: batch(asked.joined())))
        }
        return names.sorted()
    }

    /// The names that some commit took out of a folder of the workspace, on any branch, sorted.
    ///
    /// What was renamed counts as taken out under its old name.
    package func removedNames(in folder: String) -> [String] {
        let found = output([
            "--literal-pathspecs", "log", "--all", "--no-renames", "--no-relative", "--diff-filter=D", "--name-only",
            "--format=", "-z", "--", folder.isEmpty ? "." : folder,
        ])
        let start = prefix + (folder.isEmpty ? "" : "\(folder)/")
        let names = (found ?? []).split(separator: 0).map(\.text).filter { $0.hasPrefix(start) }
            .map { String($0.dropFirst(start.count)) }
        return Set(names.filter { !$0.contains("/") }).sorted()
    }

    /// The paths of the files in the workspace that git keeps or would keep, sorted.
    package func files() -> [String] {
        let found = output(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) ?? []
        return Set(found.split(separator: 0).map(\.text)).sorted()
    }

    /// Whether git knows a revision by a name; a name that looks like an option is none.
    package func hasRevision(_ name: String) -> Bool {
        guard !name.hasPrefix("-"), !name.isEmpty else { return false }
        return output(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"]) != nil
    }

    /// The bytes of a file of the workspace at a revision; nil when it was not there.
    package func file(_ path: String, at revision: String) -> [UInt8]? {
        output(["show", "\(revision):\(prefix)\(path)"])
    }

    /// The paths of the files of the workspace in a folder at a revision, sorted.
    package func files(in folder: String, at revision: String) -> [String] {
        lines(["ls-tree", "-r", "--name-only", revision, "--", folder])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether the history is cut off, so that it cannot tell when something was.
    package var isShallow: Bool { lines(["rev-parse", "--is-shallow-repository"]) == ["true"] }

    /// One version of a file.
    package struct Version: Sendable {
        /// The abbreviated name of the commit.
        package let commit: String
        package let day: Day?
        package let bytes: [UInt8]
    }

    /// The committed versions of a file, oldest first; its earlier names are followed.
    package func versions(of path: String) -> [Version] {
        let log = lines(["log", "--follow", "--name-only", "--format=%x01%h %cs", "--", path])
        var versions: [Version] = []
        var head: (commit: String, day: Day?)?
        for line in log {
            if line.utf8.first == 1 {
                let words = line.dropFirst().split(separator: " ")
                head = (String(words.first ?? ""), words.last.flatMap { Day(iso: $0) })
            } else if let (commit, day) = head, !line.isEmpty {
                guard let bytes = output(["show", "\(commit):\(line)"]) else { continue }
                versions.append(Version(commit: commit, day: day, bytes: bytes))
            }
        }
        return versions.reversed()
    }

    /// The lines that git answers with; none when it fails.
    func lines(_ arguments: [String]) -> [String] {
        (output(arguments)?.text ?? "").split(separator: "\n").map(String.init)
    }

    /// What `git cat-file --batch` answers to some lines.
    func batch(_ questions: String) -> [UInt8] {
        let result = ChildProcess.run(
            ["git", "cat-file", "--batch"], in: directory, environment: environment, input: Array(questions.utf8))
        return result?.output ?? []
    }

    func output(_ arguments: [String]) -> [UInt8]? {
        let result = ChildProcess.run(
            ["git", "-c", "core.quotePath=false"] + arguments, in: directory, environment: environment)
        return result?.code == 0 ? result?.output : nil
    }

    private static func hasRepository(above folder: String) -> Bool {
        var folder = folder[...]
        while true {
            if (try? POSIX.exists("\(folder)/.git")) == true { return true }
            guard let slash = folder.lastIndex(of: "/") else { return false }
            folder = folder[..<slash]
        }
    }

    /// The names in the trees of an answer of `git cat-file --batch`: a line with the kind and the size, then for each
    /// entry its mode, a blank, its name, a NUL and 20 or 32 bytes (gitformat-pack, "tree").
    private static func names(inBatch bytes: [UInt8]) -> [String] {
        var names: [String] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: .lineFeed) {
            let words = rest[..<end].split(separator: .space).map(\.text)
            rest = rest[(end + 1)...]
            guard words.count == 3, words[1] == "tree", let size = Int(words[2]), rest.count > size else { continue }
            var tree = rest.prefix(size)
            while let blank = tree.firstIndex(of: .space), let zero = tree.firstIndex(of: 0), blank < zero {
                names.append(tree[(blank + 1)..<zero].text)
                tree = tree[(zero + 1)...].dropFirst(words[0].utf8.count / 2)
            }
            rest = rest.dropFirst(size + 1)
        }
        return names
    }
}
