import LinkHealth
package import Model
import Records

/// What the last build of a site left to know, so that the next one can tell at once that nothing has changed.
///
/// It is trusted as git trusts its index: the file system must tell the same of everything that the site was made from,
/// and of every file that was written, and none of the former may have changed at the moment of that build or later.
/// Whatever was read elsewhere than in the folders of the book is looked at too.
package struct SiteMemory: Sendable {
    private let workspace: OpenWorkspace
    private let output: SiteOutput
    private let circumstances: [String]
    private let cache: CacheFolder
    /// When the build began, by the clock of the file system; 0 for one that is not to be remembered.
    private var begin = 0

    /// What a build told.
    package struct Outcome: Sendable, Equatable {
        package var pages: Int
        /// The size of all files in bytes.
        package var bytes: Int
        package var files: Int
        /// How many sources could not be read.
        package var unread: Int
        package var findings: [Finding]

        package init(pages: Int, bytes: Int, files: Int, unread: Int, findings: [Finding]) {
            self.pages = pages
            self.bytes = bytes
            self.files = files
            self.unread = unread
            self.findings = findings
        }
    }

    /// - Parameter circumstances: What the pages depend on besides the workspace, such as the day.
    package init(
        _ workspace: OpenWorkspace, output: SiteOutput, circumstances: [String], environment: [String: String]
    ) {
        self.workspace = workspace
        self.output = output
        let head = GitHistory(workspace: workspace, environment: environment)?.head ?? ""
        let program = (try? POSIX.status("/proc/self/exe")).map { "\($0.size) \($0.modified) \($0.identity.number)" }
        self.circumstances = circumstances + [output.folder, head, program ?? ""]
        cache = CacheFolder(root: workspace.root, environment: environment)
    }

    /// Begins a build that is to be remembered, before anything is read for it.
    package mutating func start() { begin = cache.moment() }

    private var fileName: String { "site-\(StableHash(output.folder).name()).json" }

    /// What the last build told, if this one would tell the same and write nothing; else nil.
    package func recall() -> Outcome? {
        for path in cache.places(of: fileName) {
            guard let bytes = try? POSIX.readFile(path, limit: Self.largestFile),
                let members = try? JSONValue(parsing: bytes).object, members["schemaVersion"]?.int == Self.version,
                let asked = members["asked"]?.array?.compactMap(\.string)
            else { continue }
            guard members["inputs"]?.string == inputs(asked).name,
                members["outputs"]?.string == output.stamps(of: output.listed)
            else { return nil }
            return Outcome(members)
        }
        return nil
    }

    /// Remembers a build that has ended, unless something changed while it went on.
    ///
    /// - Parameter files: the paths of all files of the site.
    package func save(_ outcome: Outcome, files: Set<String>) {
        guard begin > 0, let asked = workspace.asked?.paths, outcome.findings.allSatisfy(\.fixes.isEmpty)
        else { return }
        let inputs = inputs(asked)
        guard inputs.latest < begin else { return }
        var members = outcome.members
        members["schemaVersion"] = .int(Self.version)
        members["asked"] = JSONValue(asked)
        members["inputs"] = .string(inputs.name)
        members["outputs"] = .string(output.stamps(of: files))
        cache.write(JSONValue.object(members).document, as: fileName)
    }

    /// All that the site is made from.
    private func inputs(_ asked: [String]) -> StampSum {
        var sum = StampSum()
        for circumstance in circumstances { sum.add(circumstance) }
        let settings = workspace.settings
        for path in [WorkspaceSettings.fileName, settings.vocabulary, LinkHistory.path] + asked {
            let status = try? POSIX.status(workspace.path(path))
            // What is in a folder outside of the book does not matter, only that it is there.
            if status?.kind == .directory { sum.add(path) } else { sum.add(path, status) }
        }
        let folders = workspace.recordFolders(.decision) + workspace.recordFolders(.proposal)
        for folder in [settings.knowledge, settings.siteTheme] + folders {
            sum.add(folder: folder, of: workspace, without: output.folder)
        }
        return sum
    }

    private static let version = 1
    private static let largestFile = 64 << 20
}

// MARK: - The file

extension SiteMemory.Outcome {
    fileprivate var members: [String: JSONValue] {
        [
            "pages": .int(pages), "bytes": .int(bytes), "files": .int(files), "unread": .int(unread),
            "findings": .array(findings.map(Self.value)),
        ]
    }

    fileprivate init?(_ members: [String: JSONValue]) {
        guard let pages = members["pages"]?.int, let bytes = members["bytes"]?.int, let files = members["files"]?.int,
            let unread = members["unread"]?.int, let list = members["findings"]?.array
        else { return nil }
        let findings = list.compactMap(Self.finding)
        guard findings.count == list.count else { return nil }
        self.init(pages: pages, bytes: bytes, files: files, unread: unread, findings: findings)
    }

    private static func value(_ finding: Finding) -> JSONValue {
        let place = finding.range.map { [$0.start.line, $0.start.column, $0.end.line, $0.end.column] } ?? []
        return [
            "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
            "path": .string(finding.path), "place": .array(place.map { .int($0) }),
            "message": .string(finding.message),
        ]
    }

    private static func finding(_ value: JSONValue) -> Finding? {
        guard let members = value.object, let rule = members["rule"]?.string,
            let severity = members["severity"]?.string.flatMap(Severity.init(rawValue:)),
            let path = members["path"]?.string, let place = members["place"]?.array?.compactMap(\.int),
            let message = members["message"]?.string
        else { return nil }
        let ends = stride(from: 0, to: place.count - 1, by: 2).map {
            SourcePosition(line: place[$0], column: place[$0 + 1])
        }
        let range = ends.count == 2 ? SourceRange(start: ends[0], end: ends[1]) : nil
        return Finding(
            rule: RuleID(rawValue: rule), severity: severity, path: path, range: range, message: message)
    }
}
