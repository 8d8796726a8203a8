import Model
import Records
import Workspace

/// The findings about records that the book cannot tell by itself: they need git, or files that are no sources.
struct RecordFindings {
    private let decisions: DecisionFolder

    init(_ workspace: OpenWorkspace, _ world: World) {
        decisions = DecisionFolder(workspace: workspace, world: world)
    }

    /// The findings about lists of decisions and about records that were rewritten, sorted.
    func all() -> [Finding] { (outdatedLists() + rewritten()).sorted() }

    /// The records that were rewritten after they were accepted; a history that is cut off tells nothing.
    private func rewritten() -> [Finding] {
        var proposals = decisions
        proposals.kind = .proposal
        let audits = (decisions.parts + proposals.parts).compactMap { RecordAudit($0) }
        guard let first = audits.first else { return [] }
        guard !first.isShallow else {
            decisions.tell("The git history is cut off (a shallow clone), so rewritten records were not looked for.\n")
            return []
        }
        return audits.flatMap { $0.findings() }
    }

    /// The files whose list of decisions is not what `adr toc` would write.
    private func outdatedLists() -> [Finding] {
        let documents = listDocuments()
        guard !documents.isEmpty, let set = try? decisions.read().set else { return [] }
        return documents.compactMap { path, bytes, place in
            let lines = DecisionTable.lines(set, from: path)
            guard let after = DecisionTable.filled(bytes, with: lines), after != bytes else { return nil }
            let range = LineTable(bytes).range(place)
            let tail = bytes.count - place.upperBound
            let text = after[place.lowerBound..<(after.count - tail)].text
            let edit = TextEdit(path: path, range: range, original: bytes[place].text, replacement: text)
            return Finding(
                rule: "record.list-out-of-date", severity: .warning, path: path, range: range,
                message: "the list of decisions is out of date; `archbook adr toc \(path)` writes it anew",
                fixes: [
                    Fix(title: "write the list anew", edits: [edit])
                ])
        }
    }

    /// The Markdown files in the root, in `docs` and beside the decisions that hold a list of decisions.
    private func listDocuments() -> [(path: String, bytes: [UInt8], place: Range<Int>)] {
        let folders = Set(["", "docs", decisions.path]).sorted()
        return folders.flatMap { folder in
            let items = (try? POSIX.listDirectory(decisions.workspace.path(folder))) ?? []
            return items.filter { $0.kind == .file && $0.isWellFormed && $0.name.lowercased().hasSuffix(".md") }
                .filter { folder != decisions.path || !RecordName.isRecord(file: $0.name) }
                .compactMap { item -> (path: String, bytes: [UInt8], place: Range<Int>)? in
                    let path = folder.isEmpty ? item.name : "\(folder)/\(item.name)"
                    guard let bytes = try? POSIX.readFile(decisions.workspace.path(path), limit: 1 << 20),
                        let place = DecisionTable.place(in: bytes)
                    else { return nil }
                    return (path, bytes, place)
                }
        }
    }
}
