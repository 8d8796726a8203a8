package import Model
package import Reading
import Records

extension OpenWorkspace {
    /// Reads the whole book, on all processors; the result does not depend on their timing.
    ///
    /// A file that cannot be read is a finding, and the rest goes on.
    package func readBook() async -> Book {
        let walk = SourceWalk(settings.knowledge, in: root, where: SourceWalk.isSource)
        var results: [SourceResult] = []
        await withTaskGroup(of: [SourceResult].self) { group in
            // One task for each file would do as well; fewer, larger ones cost less for ten thousand small files.
            for start in stride(from: 0, to: walk.files.count, by: Self.filesATask) {
                let paths = walk.files[start..<min(start + Self.filesATask, walk.files.count)]
                group.addTask { paths.map(readSource) }
            }
            for await part in group { results += part }
        }
        var documents: [ReadDocument] = []
        var failures: [Finding] = []
        for result in results {
            switch result {
            case .read(let document): documents.append(document)
            case .failed(let finding): failures.append(finding)
            }
        }
        let records = readAllRecords()
        return BookAssembler.assemble(
            title: title,
            documents: documents,
            records: records.entries,
            findings: findings + walk.findings + failures + records.findings
        )
    }

    /// Reads the decisions and the proposals.
    private func readAllRecords() -> (entries: [Entry], findings: [Finding]) {
        var entries: [Entry] = []
        var findings: [Finding] = []
        for (folder, kind) in [(settings.decisions, RecordKind.decision), (settings.proposals, .proposal)] {
            do throws(FileError) {
                let records = try readRecords(in: folder, kind: kind, isReadable: true)
                entries += records.set.entries
                findings += records.findings
            } catch {
                findings.append(.unreadable(folder, "\(error)"))
            }
        }
        return (entries, findings)
    }

    /// Reads one source of the workspace by its relative path.
    package func readSource(_ path: String) -> SourceResult {
        do throws(FileError) {
            let bytes = try POSIX.readFile(self.path(path), limit: Self.largestSource)
            guard !SourceBytes.isBinary(bytes) else { return .failed(.unreadable(path, Self.binary)) }
            return .read(DocumentReader.read(path: path, bytes: bytes))
        } catch {
            return .failed(.unreadable(path, "\(error)"))
        }
    }

    private static let filesATask = 16
    /// The number of bytes beyond which a source is not read.
    private static let largestSource = 16 * 1024 * 1024
    private static let binary = "this is not a text and was not read; move it out of the sources, or rename it"
}

/// What came of reading one source.
package enum SourceResult: Sendable {
    case read(ReadDocument)
    case failed(Finding)
}

/// Tells texts from other files.
enum SourceBytes {
    /// Whether the first bytes hold a NUL and more control characters than a damaged text would.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(8192)
        guard head.contains(0) else { return false }
        let controls = head.count { $0 < 0x20 && !$0.isWhitespace || $0 == 0x7F }
        return controls * 20 > head.count
    }
}

extension Finding {
    fileprivate static func unreadable(_ path: String, _ message: String) -> Finding {
        Finding(rule: "source.unreadable", severity: .error, path: path, message: message)
    }
}
