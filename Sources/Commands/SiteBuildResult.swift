import Model
import Site
import Terminal
import Workspace

/// What `site build` did, for people and for programs.
struct SiteBuildResult {
    let site: BuiltSite
    let report: SiteOutput.Report
    /// The absolute path of the folder.
    let folder: String
    let isRehearsal: Bool
    let milliseconds: Int

    /// The value of `--json`.
    var json: JSONValue {
        .object(present: [
            "schemaVersion": 1,
            "pages": .int(site.pageCount),
            "written": .int(report.written.count),
            "unchanged": .int(report.unchanged.count),
            "removed": .int(report.removed.count),
            "bytes": .int(site.byteCount),
            "seconds": .double(Double(milliseconds) / 1000),
            "output": .string(folder),
            "dryRun": isRehearsal ? true : nil,
            "findings": .array(site.findings.map(SiteBuildResult.json(of:))),
        ])
    }

    private static func json(of finding: Finding) -> JSONValue {
        [
            "path": .string(finding.path), "line": .int(finding.position.line),
            "column": .int(finding.position.column), "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.rule.rawValue), "message": .string(finding.message), "fixes": [],
        ]
    }

    /// What is printed: the changes of a rehearsal, the numbers, and where to look.
    var text: String {
        var text = ""
        if isRehearsal {
            text += report.written.map { "write   \(SafeText.line($0))\n" }.joined()
            text += report.removed.map { "remove  \(SafeText.line($0))\n" }.joined()
            if !text.isEmpty { text += "\n" }
        }
        let verb = isRehearsal ? "would be written" : "written"
        text += "\(counted(site.pageCount, "page")), \(site.byteCount / 1024) kB: \(report.written.count) \(verb), "
        text += "\(report.unchanged.count) unchanged"
        if !report.removed.isEmpty { text += ", \(report.removed.count) \(isRehearsal ? "would be " : "")removed" }
        if !site.findings.isEmpty { text += ", \(counted(site.findings.count, "finding"))" }
        text += ", \(milliseconds) ms\n"
        return isRehearsal ? text : text + "\(address)\n"
    }

    /// The address of the first page for a browser.
    private var address: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes = Array("file://".utf8)
        for byte in folder.utf8 {
            if byte.isAlphanumeric || "/-._~".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return bytes.text + "/index.html"
    }
}
