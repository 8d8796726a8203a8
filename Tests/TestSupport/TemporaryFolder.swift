import FoundationEssentials

/// A folder of its own for one test, removed with all that is in it when the value goes away.
package final class TemporaryFolder: Sendable {
    /// The absolute path, without symbolic links.
    package let path: String

    /// Makes the folder, and in it the files of `files`, a text for each relative path.
    package init(_ files: [String: String] = [:]) throws {
        let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        let folder = parent.appending(path: "archbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path(percentEncoded: false).withoutFinalSlash
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The absolute path of something in the folder.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a text to a file, with the folders above it.
    package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// Writes bytes to a file, with the folders above it.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// The text of a file.
    package func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The bytes of a file.
    package func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

    /// Whether something stands at a path.
    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Removes a file or a folder.
    package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// Makes a folder.
    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    /// Makes a symbolic link to a path, which is taken as it is.
    package func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    /// Sets the permission bits of a file or a folder.
    package func setPermissions(_ name: String, _ bits: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path(name))
    }

    /// The relative paths of everything in the folder, hidden things included, sorted; folders end in `/`.
    package func tree() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path)
            .map { name in isFolder(name) ? "\(name)/" : name }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The text of every file by its relative path: all that a command can have changed.
    package func contents() throws -> [String: String] {
        var contents: [String: String] = [:]
        for name in try tree() where !name.hasSuffix("/") { contents[name] = try read(name) }
        return contents
    }

    private func isFolder(_ name: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}

extension String {
    fileprivate var withoutFinalSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
