import TestSupport

extension TemporaryFolder {
    /// Makes a workspace of its own, told by an empty `archbook.yml`, with the given files.
    convenience init(workspace files: [String: String]) throws {
        try self.init(files.merging(["archbook.yml": ""]) { own, _ in own })
    }

    /// The paths in the workspace without `archbook.yml`.
    func workspaceTree() throws -> [String] { try tree().filter { $0 != "archbook.yml" } }

    /// The texts of the files in the workspace without `archbook.yml`.
    func workspaceContents() throws -> [String: String] { try contents().filter { $0.key != "archbook.yml" } }
}
