import Model

/// The folder of a workspace that holds its own theme.
package enum ThemeFolder {
    /// The files right in the folder by their names; none when there is no such folder.
    ///
    /// Hidden files, folders and symbolic links are no part of a theme.
    package static func read(_ folder: String) throws(FileError) -> [String: [UInt8]] {
        guard try POSIX.exists(folder) else { return [:] }
        var files: [String: [UInt8]] = [:]
        for item in try POSIX.listDirectory(folder) where item.kind == .file && item.isWellFormed {
            guard !item.name.hasPrefix(".") else { continue }
            files[item.name] = try POSIX.readFile("\(folder)/\(item.name)", limit: largestFile)
        }
        return files
    }

    /// The number of bytes beyond which a file is no template and no style.
    private static let largestFile = 4 << 20
}
