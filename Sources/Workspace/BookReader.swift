package import Diagrams
package import Markdown
package import Model
package import Reading
import Records
import Search

/// A book with what stands beside its entries in the same sources.
package struct BookReading: Sendable {
    package var book: Book
    /// All diagrams of the book, in the order of their places.
    package var diagrams: [DiagramDocument]
    /// The parsed bodies of entries by the places of the entries, as far as they were asked for.
    package var bodies: [Source: MarkdownTree]
}

extension OpenWorkspace {
    /// Reads the whole book, on all processors; the result does not depend on their timing.
    ///
    /// A file that cannot be read is a finding, and the rest goes on.
    package func readBook() async -> Book { await readBook(with: []).book }

    /// Reads the same with its diagrams, each source once.
    ///
    package func readBook(with extras: ReadingExtras) async -> BookReading {
        let walk = SourceWalk(settings.knowledge, in: root, where: SourceWalk.isSource)
        let (vocabulary, vocabularyFindings) = readVocabulary()
        let sources = await readSources(walk.files, vocabulary, extras)
        var records = await readAllRecords()
        let diagrams = readDiagrams(apartFrom: walk.files, with: sources.diagrams)
        records.entries += diagrams.documents.flatMap(\.entries)
        var tagger = ConceptTagger(vocabulary)
        for index in records.entries.indices { tagger.tag(&records.entries[index]) }
        var book = BookAssembler.assemble(
            title: title,
            documents: sources.documents,
            records: records.entries,
            findings: findings + vocabularyFindings + walk.findings + sources.failures + records.findings
                + diagrams.findings
        )
        book.models = diagrams.documents.map(\.model)
        book.vocabulary = vocabulary
        if extras.contains(.checks) { await addCheckedFiles(sources.documents.compactMap(\.checked), to: &book) }
        var bodies: [Source: MarkdownTree] = [:]
        for document in sources.documents { bodies.merge(document.bodies) { first, _ in first } }
        return BookReading(book: book, diagrams: diagrams.documents, bodies: bodies)
    }

    private func readSources(
        _ paths: [String], _ vocabulary: Vocabulary, _ extras: ReadingExtras
    ) async -> SourceReadings {
        await withTaskGroup(of: SourceReadings.self) { group in
            // One task for each file would do as well; fewer, larger ones cost less for ten thousand small files.
            for start in stride(from: 0, to: paths.count, by: Self.filesATask) {
                let part = paths[start..<min(start + Self.filesATask, paths.count)]
                group.addTask {
                    var tagger = ConceptTagger(vocabulary)
                    var readings = SourceReadings()
                    for path in part { readings.add(path, in: self, extras, &tagger) }
                    return readings
                }
            }
            return await group.reduce(into: SourceReadings()) { $0 += $1 }
        }
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

    /// Reads the bytes of a source.
    ///
    /// - Parameter extras: What is wanted besides the entries.
    func source(_ path: String, _ bytes: [UInt8], extras: ReadingExtras = []) -> SourceResult {
        guard !SourceBytes.isBinary(bytes) else { return .failed(.unreadable(path, Self.binary)) }
        return .read(DocumentReader.read(path: path, bytes: bytes, extras: extras))
    }

    private static let filesATask = 16
    /// The number of bytes beyond which a source is not read.
    static let largestSource = 16 * 1024 * 1024
    private static let binary = "this is not a text and was not read; move it out of the sources, or rename it"
}

/// What came of reading some sources, in any order.
private struct SourceReadings: Sendable {
    var documents: [ReadDocument] = []
    var diagrams: [DiagramDocument] = []
    var failures: [Finding] = []

    mutating func add(
        _ path: String, in workspace: OpenWorkspace, _ extras: ReadingExtras, _ tagger: inout ConceptTagger
    ) {
        do throws(FileError) {
            let bytes = try POSIX.readFile(workspace.path(path), limit: OpenWorkspace.largestSource)
            switch workspace.source(path, bytes, extras: extras).tagged(by: &tagger) {
            case .read(let document):
                documents.append(document)
                diagrams += workspace.readDiagramBlocks(bytes, path)
            case .failed(let finding): failures.append(finding)
            }
        } catch {
            failures.append(.unreadable(path, "\(error)"))
        }
    }

    static func += (readings: inout SourceReadings, part: SourceReadings) {
        readings.documents += part.documents
        readings.diagrams += part.diagrams
        readings.failures += part.failures
    }
}

/// What came of reading one source.
enum SourceResult: Sendable {
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
