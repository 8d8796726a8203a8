package import Diagrams
package import Model
import Reading
import Records

extension OpenWorkspace {
    /// Reads every diagram of the book: the files in the Structurizr DSL, and the blocks in notes and records.
    ///
    /// A file that another one includes belongs to that one and is not read by itself.
    package func readDiagrams() -> (documents: [DiagramDocument], findings: [Finding]) {
        readDiagrams(apartFrom: [], with: [])
    }

    /// Reads the diagrams that do not stand in some notes, and adds those that do.
    ///
    /// - Parameters:
    ///   - notes: The notes that were read already.
    ///   - blocks: The diagrams in them, in any order.
    func readDiagrams(
        apartFrom notes: [String], with blocks: [DiagramDocument]
    ) -> (documents: [DiagramDocument], findings: [Finding]) {
        let walk = SourceWalk(settings.knowledge, in: root, where: Self.isDiagram)
        let hosts = notes.isEmpty ? diagramHosts : recordHosts.subtracting(notes).sorted { $0.precedes($1) }
        let found = readDiagramFiles(walk.files) + hosts.flatMap(readDiagramBlocks) + blocks
        let documents = found.map { ($0, $0.start) }
            .sorted { left, right in (left.0.path, left.1) < (right.0.path, right.1) }.map(\.0)
        // The walk for notes tells of the other files.
        let unread = walk.findings.filter { Self.isDiagram($0.path) }
        return (documents, unread + documents.flatMap(\.findings))
    }

    /// Reads the diagram files among some paths; those that are parts of others are left out.
    package func readDiagramFiles(_ paths: [String]) -> [DiagramDocument] {
        let documents = paths.compactMap { path -> DiagramDocument? in
            guard let language = DiagramLanguage(path: path), let bytes = readDiagramFile(path) else { return nil }
            return DiagramReader.read(bytes, as: language, path: path, files: diagramFiles)
        }
        let parts = Set(documents.flatMap { $0.files.dropFirst() })
        // A file that is only used, not included, stands for itself too: it has views of its own.
        return documents.filter { !parts.contains($0.path) || !$0.workspace.views.isEmpty }
    }

    /// Reads the blocks of one note or record.
    package func readDiagramBlocks(_ path: String) -> [DiagramDocument] {
        guard let bytes = readDiagramFile(path) else { return [] }
        return readDiagramBlocks(bytes, path)
    }

    /// Reads the blocks in the bytes of one note or record.
    func readDiagramBlocks(
        _ bytes: [UInt8], _ path: String, files: DiagramFiles? = nil
    ) -> [DiagramDocument] {
        let stem = DiagramReader.defaultKey(of: path)
        return DiagramBlocks.find(in: bytes, path: path).enumerated().compactMap { number, block in
            guard let language = DiagramLanguage(block: block.language) else { return nil }
            let key = number == 0 ? "\(stem)-diagram" : "\(stem)-diagram-\(number + 1)"
            return DiagramReader.read(
                block.text, as: language, path: path, offset: block.offset, key: key, title: block.title,
                files: files ?? diagramFiles)
        }
    }

    /// Reads the diagrams as they were at a revision: those of one file, or all files and blocks.
    package func readDiagrams(in history: GitHistory, at revision: String, file: String?) -> [DiagramDocument] {
        let files = DiagramFiles { path in
            history.file(path, at: revision).map { .file($0) } ?? .unreadable("it was not there")
        }
        let paths = file.map { [$0] } ?? diagramHosts(in: history, at: revision)
        return paths.flatMap { path -> [DiagramDocument] in
            guard let bytes = history.file(path, at: revision), !SourceBytes.isBinary(bytes) else { return [] }
            guard let language = DiagramLanguage(path: path) else {
                return readDiagramBlocks(bytes, path, files: files)
            }
            return [DiagramReader.read(bytes, as: language, path: path, files: files)]
        }
    }

    /// The files that may hold diagrams at a revision, sorted by their paths.
    private func diagramHosts(in history: GitHistory, at revision: String) -> [String] {
        let notes = history.files(in: settings.knowledge, at: revision).filter { path in
            Self.isDiagram(path) || SourceWalk.isSource(path)
        }
        let records = [settings.decisions, settings.proposals].flatMap { folder in
            history.files(in: folder, at: revision).filter { $0.hasSuffix(".md") }
        }
        return Set(notes + records).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The files that diagrams may name: all of the workspace.
    package var diagramFiles: DiagramFiles {
        DiagramFiles { path in
            asked?.note(path)
            let full = self.path(path)
            guard let real = try? POSIX.realPath(full) else { return .unreadable("there is no such file") }
            guard real.hasPrefix(root == "/" ? "/" : "\(root)/") else {
                return .unreadable("it leads out of the workspace")
            }
            if let status = try? POSIX.status(real), status.kind == .directory {
                asked?.noteFolder()
                return .folder(SourceWalk(path, in: root, where: Self.isDiagram).files)
            }
            guard let bytes = readDiagramFile(path) else { return .unreadable("it cannot be read, or is no text") }
            return .file(bytes)
        }
    }

    /// The notes and records that may hold diagrams, sorted by their paths.
    var diagramHosts: [String] {
        let notes = SourceWalk(settings.knowledge, in: root, where: SourceWalk.isSource).files
        return recordHosts.union(notes).sorted { $0.precedes($1) }
    }

    /// The files in the folders of records that may hold diagrams.
    private var recordHosts: Set<String> {
        Set(
            (recordFolders(.decision) + recordFolders(.proposal)).flatMap { folder in
                ((try? POSIX.listDirectory(path(folder))) ?? []).map { "\(folder)/\($0.name)" }
                    .filter { $0.hasSuffix(".md") }
            })
    }

    private func readDiagramFile(_ path: String) -> [UInt8]? {
        guard let bytes = try? POSIX.readFile(self.path(path), limit: DSLReader.largestText + 1),
            !SourceBytes.isBinary(bytes)
        else { return nil }
        return bytes
    }

    /// Whether a name is that of a file in the Structurizr DSL.
    static func isDiagram(_ name: String) -> Bool { SourceWalk.ends(name, in: diagramEnding) }

    private static let diagramEnding = Array(".dsl".utf8)
}

extension DiagramDocument {
    /// Where the first thing of the document is declared.
    fileprivate var start: SourcePosition {
        (elementPlaces.values.map(\.range.start) + viewPlaces.values.map(\.range.start)).min() ?? .start
    }
}
