package import Model
package import Records
import Yams

/// What `archbook.yml` says, every key with its default.
package struct WorkspaceSettings: Sendable, Equatable {
    /// The title of the book; the name of the folder when absent.
    package var title: String?
    /// The folder of the sources.
    package var knowledge = "knowledge"
    /// The folder of the decisions.
    package var decisions = "adr"
    /// The dialect of the first decision, where the settings of another tool tell it.
    package var decisionDialect: RecordDialect?
    /// The status of a new decision, where the settings of another tool tell it.
    package var decisionStatus: String?
    /// The packages that keep decisions of their own, where the settings of another tool name them.
    package var packages: [DecisionPackage] = []
    /// The folder of the proposals.
    package var proposals = "adr/rfc"
    /// The folder of the templates for new records and pages.
    package var templates = "templates"
    /// The file of the concepts that entries are tagged by.
    package var vocabulary = "knowledge/vocabulary.yml"
    /// The folder that `site build` writes to.
    package var siteOutput = "site/public"
    /// The folder of the site's own templates and style sheets.
    package var siteTheme = "site/theme"
    /// The address that the site will have.
    package var siteAddress: String?
    /// Where the repository shows a file for editing, without the file's path.
    package var siteRepository: String?
    /// How "superseded" is spelt; the folder's own way when absent.
    package var supersedeSpelling: SupersedeSpelling?
    /// How proposals are dealt with.
    package var process = ProcessSettings()
    /// How questions are scheduled.
    package var review = ReviewSettings()
    /// Which rules are told, and how much they matter.
    package var check = CheckSettings()

    package init() {}

    /// The name of the file.
    package static let fileName = "archbook.yml"
    /// The number of bytes beyond which the file is not read.
    package static let largestFile = 64 * 1024

    /// Reads the text of the file; what is wrong in it is a finding, and the default holds.
    package static func read(_ text: String) -> (settings: WorkspaceSettings, findings: [Finding]) {
        var settings = WorkspaceSettings()
        var findings: [Finding] = []
        do {
            guard text.utf8.count <= largestFile, let node = try Yams.compose(yaml: text, .basic) else {
                return (settings, [])
            }
            guard let mapping = node.mapping else {
                return (settings, [finding("archbook.yml has no `key: value` lines; the defaults hold", line: 1)])
            }
            for (key, value) in mapping { settings.take(key, value, &findings) }
        } catch {
            findings.append(finding("archbook.yml is not YAML; the defaults hold until it is put right", line: 1))
        }
        return (settings, findings)
    }

    private mutating func take(_ key: Node, _ value: Node, _ findings: inout [Finding]) {
        let name = key.scalar?.string ?? ""
        let line = key.mark?.line ?? 1
        if name == "site" {
            for (key, value) in value.mapping ?? [:] { takeSite(key, value, &findings) }
            return
        }
        if name == "supersede-spelling" {
            takeSpelling(value, line, &findings)
            return
        }
        if name == "process" {
            for (message, line) in process.take(value) { findings.append(Self.finding(message, line: line)) }
            return
        }
        if name == "review" {
            for (key, value) in value.mapping ?? [:] {
                guard let message = review.take(key, value) else { continue }
                findings.append(Self.finding(message, line: key.mark?.line ?? line))
            }
            return
        }
        if name == "check" {
            for (key, value) in value.mapping ?? [:] { findings += check.take(key, value) }
            return
        }
        guard let path = Self.folder(name) else {
            if name == "title" {
                title = value.scalar?.string
            } else {
                findings.append(Self.unknown(name, line: line))
            }
            return
        }
        set(path, value, line, &findings)
    }

    private mutating func takeSpelling(_ value: Node, _ line: Int, _ findings: inout [Finding]) {
        switch value.scalar?.string {
        case "adr-tools": supersedeSpelling = .adrTools
        case "standard": supersedeSpelling = .standard
        default: findings.append(Self.finding("`supersede-spelling` is `standard` or `adr-tools`", line: line))
        }
    }

    private mutating func takeSite(_ key: Node, _ value: Node, _ findings: inout [Finding]) {
        let name = key.scalar?.string ?? ""
        switch name {
        case "output": set(\.siteOutput, value, key.mark?.line ?? 1, &findings)
        case "theme": set(\.siteTheme, value, key.mark?.line ?? 1, &findings)
        case "url": siteAddress = value.scalar?.string
        case "repository": siteRepository = value.scalar?.string
        default: findings.append(Self.unknown("site.\(name)", line: key.mark?.line ?? 1))
        }
    }

    /// Sets a folder, which has to stay inside the workspace.
    private mutating func set(
        _ path: WritableKeyPath<WorkspaceSettings, String>,
        _ value: Node,
        _ line: Int,
        _ findings: inout [Finding]
    ) {
        guard let folder = value.scalar?.string.trimmed, !folder.isEmpty else { return }
        let parts = folder.split(separator: "/")
        guard !folder.hasPrefix("/"), !parts.contains("..") else {
            findings.append(
                Self.finding(
                    "`\(folder)` leads out of the workspace; the default `\(self[keyPath: path])` holds", line: line))
            return
        }
        self[keyPath: path] = parts.filter { $0 != "." }.joined(separator: "/")
    }

    private static func folder(_ name: String) -> WritableKeyPath<WorkspaceSettings, String>? {
        switch name {
        case "knowledge": \.knowledge
        case "decisions": \.decisions
        case "proposals": \.proposals
        case "templates": \.templates
        case "vocabulary": \.vocabulary
        default: nil
        }
    }

    static func unknown(_ name: String, line: Int) -> Finding { finding(unknownKey(name), line: line) }

    /// What is said of a key that there is not.
    static func unknownKey(_ name: String) -> String {
        "unknown key `\(name)`; it has no effect. See docs/settings.md for the keys there are"
    }

    static func finding(_ message: String, line: Int) -> Finding {
        Finding(
            rule: "settings.archbook-yml", severity: .warning, path: fileName,
            range: SourceRange(at: SourcePosition(line: line, column: 1)), message: message)
    }
}
