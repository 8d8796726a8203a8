import Model
import Terminal
import Workspace

/// A workspace with the book that was read from it.
struct LoadedBook {
    let workspace: OpenWorkspace
    let book: Book
}

/// Finds the workspace of a world, finishes a change that was interrupted there, and reads its book.
///
/// - Throws: `WorkspaceError` when there is no workspace, and `FileError` when it cannot be read.
func loadBook(in world: World) async throws -> LoadedBook {
    let workspace = try openWorkspace(in: world)
    return LoadedBook(workspace: workspace, book: await workspace.readBook())
}

/// Finds the workspace of a world and finishes a change that was interrupted there.
///
/// - Throws: `WorkspaceError` when there is no workspace, and `FileError` when it cannot be read.
func openWorkspace(in world: World) throws -> OpenWorkspace {
    let workspace = try OpenWorkspace.find(from: world.directory)
    finishInterruptedChange(in: workspace, world)
    return workspace
}

/// Tells of an interrupted change that was finished or undone.
///
/// A checkout that cannot be written has nothing to recover, and reading it must not fail for that; commands that write
/// meet the same error when they commit.
private func finishInterruptedChange(in workspace: OpenWorkspace, _ world: World) {
    guard let recovery = try? FileTransaction.recover(in: workspace.root) else { return }
    switch recovery {
    case .nothing: return
    case .discarded: world.writeError(Array("An interrupted change was undone; no file had been touched.\n".utf8))
    case .finished(let paths):
        let names = paths.map(SafeText.line).joined(separator: ", ")
        world.writeError(Array("An interrupted change was finished: \(names)\n".utf8))
    }
}
