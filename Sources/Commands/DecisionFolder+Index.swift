import Model
import Records
import Terminal
import Workspace

/// The index that ADG keeps beside its decisions.
extension DecisionFolder {
    private static let largestIndex = 16 << 20

    /// Whether the folder holds the index of an ADG model.
    func hasADGIndex() throws -> Bool { try readIndex(in: path) != nil }

    /// The changes by which the indexes beside some decisions say what these will say.
    func indexChanges(for changes: [FileChange]) throws -> [FileChange] {
        guard kind == .decision else { return [] }
        let written = Dictionary(grouping: changes.filter { !$0.isRemoval }) { PagePath.folder(of: $0.path) }
        return try written.sorted { $0.key < $1.key }.compactMap { folder, records in
            guard folder == path || workspace.recordFolders(.decision).contains(folder),
                let before = try readIndex(in: folder)
            else { return nil }
            let file = "\(folder)/\(ADGIndex.file)"
            guard var index = ADGIndex(before) else {
                let name = SafeText.line(file)
                tell("\(name) is not as ADG writes it and stays as it is; `adg rebuild` writes it anew.\n")
                return nil
            }
            for record in records { index.take(record.after) }
            return index.text == before ? nil : FileChange(path: file, before: before, after: index.text)
        }
    }

    private func readIndex(in folder: String) throws -> [UInt8]? {
        let file = workspace.path("\(folder)/\(ADGIndex.file)")
        guard try POSIX.exists(file) else { return nil }
        let bytes = try POSIX.readFile(file, limit: Self.largestIndex)
        return bytes.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("decisions:") } ? bytes : nil
    }
}
