import Model
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
func openWorkspace(in world: World) throws -> OpenWorkspace {
    let workspace = try OpenWorkspace.find(from: world.directory)
    // A checkout that cannot be written has nothing to recover, and reading it must not fail for that.
    if case .finished(let paths)? = try? FileTransaction.recover(in: workspace.root) {
        let list = paths.joined(separator: ", ")
        world.writeError(Array("archbook: finished an interrupted change of \(list)\n".utf8))
    }
    return workspace
}
