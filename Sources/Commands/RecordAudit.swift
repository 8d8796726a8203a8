import Model
import Records
import Workspace

/// Compares records with their text in git when they were accepted.
struct RecordAudit {
    /// The words that may change, for typing errors, when nobody says otherwise.
    static let usualWords = 6

    private let folder: DecisionFolder
    private let git: GitHistory
    private let words: Int

    /// - Returns: nil where there is no git history.
    init?(_ folder: DecisionFolder, words: Int = usualWords) {
        guard let git = GitHistory(workspace: folder.workspace, environment: folder.world.environment) else {
            return nil
        }
        self.folder = folder
        self.git = git
        self.words = words
    }

    /// Whether the history is cut off, so that it cannot tell what was accepted.
    var isShallow: Bool { git.isShallow }

    /// The records of the folder that were rewritten after they were accepted.
    ///
    /// What was committed once and is as it was is not even read, so that the price is that of what has changed.
    func findings() -> [Finding] {
        git.rewrittenFiles(in: folder.path).compactMap { path, versions in
            guard isRecord(path), let file = read(path) else { return nil }
            return finding(file, versions)
        }.sorted()
    }

    private func isRecord(_ path: String) -> Bool {
        let parts = path.dropFirst(folder.path.count + 1).split(separator: "/")
        guard let name = parts.last else { return false }
        return parts.count == 1 ? RecordName.isRecord(file: String(name)) : parts.count == 2 && name == "kep.yaml"
    }

    /// The file as it is now; nil where it is gone or cannot be read, which other rules tell.
    private func read(_ path: String) -> RecordFile? {
        guard let bytes = try? POSIX.readFile(folder.workspace.path(path), limit: 16 << 20) else { return nil }
        return file(path, bytes)
    }

    private func file(_ path: String, _ bytes: [UInt8]) -> RecordFile {
        RecordFile(path: path, bytes: bytes, kind: folder.kind, states: folder.process.states)
    }

    private func finding(_ now: RecordFile, _ versions: [GitHistory.Version]) -> Finding? {
        for version in versions {
            let then = file(now.path, version.bytes)
            // A skeleton that says "Accepted" before it is written was not accepted as it stood.
            guard then.record.status.isInForce, then.record.places.templateText == nil else { continue }
            let count = BodyAudit.changedWords(now: now, then: then)
            guard count > words else { return nil }
            let day = version.day.map { " on \($0)" } ?? ""
            let sort = folder.noun
            return Finding(
                rule: "record.edited-after-acceptance", severity: .warning, path: now.path,
                range: now.record.places.title,
                message:
                    "\(count) words differ from the text that was accepted\(day) in \(version.commit); put them back, or "
                    + "write a \(sort) that supersedes this one")
        }
        return nil
    }
}
