import Model
import Site
import Terminal
import Workspace

/// What `site build` did, for people and for programs.
struct SiteBuildReport {
    let site: BuiltSite
    let report: SiteOutput.Report
    /// The absolute path of the folder.
    let folder: String
    let isRehearsal: Bool

    /// The keys of `--json`.
    func json(milliseconds: Int) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "pages": .int(site.pageCount),
            "written": .int(report.written.count),
            "unchanged": .int(report.unchanged.count),
            "removed": .int(report.removed.count),
            "bytes": .int(site.byteCount),
            "seconds": .double(Double(milliseconds) / 1000),
            "output": .string(folder),
            "findings": .array(site.findings.map { JSONValue($0) }),
        ]
        if isRehearsal { members["dryRun"] = true }
        return members
    }

    /// The address of the first page; for a rehearsal, what would be done.
    var lines: [String] {
        guard isRehearsal else { return [address] }
        return report.written.map { "write   \(SafeText.line($0))" }
            + report.removed.map { "remove  \(SafeText.line($0))" }
    }

    /// The last line: how many pages, how large, and what had to be done for them.
    var summary: String {
        let condition = isRehearsal ? "to be " : ""
        var parts = [
            "\(counted(site.pageCount, "page")) of \((site.byteCount + 1023) / 1024) KiB",
            "\(report.written.count) \(condition)written", "\(report.unchanged.count) unchanged",
        ]
        if !report.removed.isEmpty { parts.append("\(report.removed.count) \(condition)removed") }
        if !site.findings.isEmpty { parts.append(counted(site.findings.count, "finding")) }
        return parts.joined(separator: ", ")
    }

    private var address: String {
        let path = PercentEncoding.encoded(folder.utf8) { !$0.isAlphanumeric && !"/-._~".utf8.contains($0) }
        return "file://\(path)/index.html"
    }
}
