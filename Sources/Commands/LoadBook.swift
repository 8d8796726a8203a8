import Diagrams
import Markdown
import Model
import Reading
import Terminal
import Workspace

/// A workspace with the book that was read from it.
struct LoadedBook {
    let workspace: OpenWorkspace
    var book: Book
}

/// A workspace with all that pages are made from.
struct LoadedSite {
    let workspace: OpenWorkspace
    let book: Book
    let diagrams: [DiagramDocument]
    /// The parsed bodies of entries by the places of the entries.
    let bodies: [Source: MarkdownTree]

    init(_ workspace: OpenWorkspace) async {
        let reading = await workspace.readBook(with: [.checks, .bodies])
        self.workspace = workspace
        book = reading.book
        diagrams = reading.diagrams
        bodies = reading.bodies
    }
}

/// Finds the workspace of a world, finishes a change that was interrupted there, and reads its book.
///
/// - Throws: `WorkspaceError` when there is no workspace, and `FileError` when it cannot be read.
func loadBook(in world: World) async throws -> LoadedBook {
    let workspace = try openWorkspace(in: world)
    return LoadedBook(workspace: workspace, book: await readBook(of: workspace, world))
}

/// Reads the book of a workspace, and says when some of its sources could not be read.
///
/// - Parameter extras: What is wanted besides the entries.
func readBook(of workspace: OpenWorkspace, with extras: ReadingExtras = [], _ world: World) async -> Book {
    let book = await workspace.readBook(with: extras).book
    tellOfUnreadSources(unreadSources(of: book), world)
    return book
}

/// Finds the workspace of a world and finishes a change that was interrupted there.
///
/// - Throws: `WorkspaceError` when there is no workspace, and `FileError` when it cannot be read.
func openWorkspace(in world: World) throws -> OpenWorkspace {
    let start = try POSIX.realPath(world.directory)
    // The change may be the one that makes the folder a workspace, so it comes before the search.
    try finishInterruptedChange(in: start, world)
    let workspace = try OpenWorkspace.find(from: start)
    let between = OpenWorkspace.folders(from: start).dropFirst().prefix { $0.hasPrefix(workspace.root) }
    let isRecovered = try between.map { try finishInterruptedChange(in: $0, world) }.contains(true)
    return isRecovered ? try OpenWorkspace.find(from: start) : workspace
}

/// Tells of an interrupted change that was finished or undone.
///
/// - Returns: whether there was one.
/// - Throws: `FileError` when a change can be neither finished nor undone; reading on would show half of it.
@discardableResult
func finishInterruptedChange(in folder: String, _ world: World) throws(FileError) -> Bool {
    let recovery: FileTransaction.Recovery
    do throws(FileError) {
        recovery = try FileTransaction.recover(in: folder)
    } catch {
        // A checkout that cannot be written can be read all the same.
        if error.isForWantOfPermission { return false }
        throw error
    }
    switch recovery {
    case .nothing: return false
    case .discarded: world.writeError(Array("An interrupted change was undone; no file had been touched.\n".utf8))
    case .finished(let paths):
        let names = paths.map(SafeText.line).joined(separator: ", ")
        world.writeError(Array("An interrupted change was finished: \(names)\n".utf8))
    }
    return true
}

/// How many sources of a book could not be read.
func unreadSources(of book: Book) -> Int {
    Set(book.findings.filter { $0.rule == "source.unreadable" && $0.severity == .error }.map(\.path)).count
}

/// Says in one line that some sources are missing from what a command shows, so that nothing is lost in silence.
func tellOfUnreadSources(_ count: Int, _ world: World) {
    guard count > 0 else { return }
    let verb = count == 1 ? "was" : "were"
    world.writeError(Array("\(counted(count, "source")) \(verb) not read; `archbook check` says why.\n".utf8))
}
