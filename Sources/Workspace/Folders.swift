/// Makes folders.
package enum Folders {
    /// Makes a folder and those above it that are missing.
    ///
    /// - Throws: also when a file is in the way.
    package static func make(_ path: String) throws(FileError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if try !POSIX.exists(made) { try POSIX.makeDirectory(made) }
        }
    }
}
