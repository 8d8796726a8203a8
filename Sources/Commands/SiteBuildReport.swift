import Model
import Terminal
import Workspace

/// What `site build` did, for people and for programs.
struct SiteBuildReport {
    let outcome: SiteMemory.Outcome
    let written: [String]
    let removed: [String]
    /// How many files were as they should be.
    let unchanged: Int
    /// The absolute path of the folder.
    let folder: String
    let isRehearsal: Bool

    init(_ outcome: SiteMemory.Outcome, _ output: SiteOutput.Report, folder: String, isRehearsal: Bool) {
        self.outcome = outcome
        (written, removed, unchanged) = (output.written, output.removed, output.unchanged.count)
        self.folder = folder
        self.isRehearsal = isRehearsal
    }

    /// The report of a build that had nothing to do.
    init(_ outcome: SiteMemory.Outcome, unchangedIn folder: String, isRehearsal: Bool) {
        self.outcome = outcome
        (written, removed, unchanged) = ([], [], outcome.files)
        self.folder = folder
        self.isRehearsal = isRehearsal
    }

    /// The keys of `--json`.
    func json(milliseconds: Int) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "pages": .int(outcome.pages),
            "written": .int(written.count),
            "unchanged": .int(unchanged),
            "removed": .int(removed.count),
            "bytes": .int(outcome.bytes),
            "seconds": .double(Double(milliseconds) / 1000),
            "output": .string(folder),
            "findings": .array(outcome.findings.map { JSONValue($0) }),
        ]
        if isRehearsal { members["dryRun"] = true }
        return members
    }

    /// The address of the first page; for a rehearsal, what would be done.
    var lines: [String] {
        guard isRehearsal else { return [address] }
        return written.map { "write   \(SafeText.line($0))" }
            + removed.map { "remove  \(SafeText.line($0))" }
    }

    /// The last line: how many pages, how large, and what had to be done for them.
    var summary: String {
        let condition = isRehearsal ? "to be " : ""
        var parts = [
            "\(counted(outcome.pages, "page")) of \((outcome.bytes + 1023) / 1024) KiB",
            "\(written.count) \(condition)written", "\(unchanged) unchanged",
        ]
        if !removed.isEmpty { parts.append("\(removed.count) \(condition)removed") }
        if !outcome.findings.isEmpty { parts.append(counted(outcome.findings.count, "finding")) }
        return parts.joined(separator: ", ")
    }

    private var address: String {
        let path = PercentEncoding.encoded(folder.utf8) { !$0.isAlphanumeric && !"/-._~".utf8.contains($0) }
        return "file://\(path)/index.html"
    }
}
