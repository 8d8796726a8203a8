import Diagrams
package import Model
package import Reading
import Records
import Search

extension OpenWorkspace {
    /// Reads the whole book, on all processors; the result does not depend on their timing.
    ///
    /// A file that cannot be read is a finding, and the rest goes on.
    package func readBook() async -> Book {
        let walk = SourceWalk(settings.knowledge, in: root, where: SourceWalk.isSource)
        let (vocabulary, vocabularyFindings) = readVocabulary()
        var results: [SourceResult] = []
        await withTaskGroup(of: [SourceResult].self) { group in
            // One task for each file would do as well; fewer, larger ones cost less for ten thousand small files.
            for start in stride(from: 0, to: walk.files.count, by: Self.filesATask) {
                let paths = walk.files[start..<min(start + Self.filesATask, walk.files.count)]
                group.addTask {
                    var tagger = ConceptTagger(vocabulary)
                    return paths.map { readSource($0).tagged(by: &tagger) }
                }
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
        var records = await readAllRecords()
        let diagrams = readDiagrams()
        records.entries += diagrams.documents.flatMap(\.entries)
        var tagger = ConceptTagger(vocabulary)
        for index in records.entries.indices { tagger.tag(&records.entries[index]) }
        var book = BookAssembler.assemble(
            title: title,
            documents: documents,
            records: records.entries,
            findings: findings + vocabularyFindings + walk.findings + failures + records.findings + diagrams.findings
        )
        book.models = diagrams.documents.map(\.model)
        book.vocabulary = vocabulary
        return book
    }

    /// Reads the decisions and the proposals.
    func readAllRecords() async -> (entries: [Entry], findings: [Finding]) {
        var entries: [Entry] = []
        var findings: [Finding] = []
        for kind in [RecordKind.decision, .proposal] {
            let folders = recordFolders(kind)
            do throws(FileError) {
                let records = try await readRecords(in: folders, kind: kind)
                entries += records.set.entries
                findings += records.findings
            } catch {
                findings.append(.unreadable(folders[0], "\(error)"))
            }
        }
        return (entries, findings)
    }

    /// Reads one source of the workspace by its relative path.
    package func readSource(_ path: String) -> SourceResult {
        do throws(FileError) {
            return source(path, try POSIX.readFile(self.path(path), limit: Self.largestSource))
        } catch {
            return .failed(.unreadable(path, "\(error)"))
        }
    }

    /// Reads the bytes of a source.
    func source(_ path: String, _ bytes: [UInt8]) -> SourceResult {
        guard !SourceBytes.isBinary(bytes) else { return .failed(.unreadable(path, Self.binary)) }
        return .read(DocumentReader.read(path: path, bytes: bytes))
    }

    private static let filesATask = 16
    /// The number of bytes beyond which a source is not read.
    static let largestSource = 16 * 1024 * 1024
    private static let binary = "this is not a text and was not read; move it out of the sources, or rename it"
}

/// What came of reading one source.
package enum SourceResult: Sendable {
    case read(ReadDocument)
    case failed(Finding)
}

extension SourceResult {
    /// The same with the concepts of the vocabulary among the tags.
    func tagged(by tagger: inout ConceptTagger) -> SourceResult {
        guard case .read(var document) = self else { return self }
        for index in document.entries.indices { tagger.tag(&document.entries[index]) }
        return .read(document)
    }
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
