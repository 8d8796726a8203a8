import Model

/// One thing in a folder.
package struct DirectoryItem: Sendable, Equatable {
    /// The name as the file system has it.
    package let bytes: [UInt8]
    package internal(set) var kind: FileKind
    /// What the file system tells of the thing, where it was asked.
    package internal(set) var status: FileStatus?

    /// The name as text; U+FFFD stands where it is not UTF-8, and such a name opens nothing.
    package let name: String

    init(bytes: [UInt8], kind: FileKind) {
        (self.bytes, self.kind) = (bytes, kind)
        name = bytes.text
    }

    /// Whether the name is UTF-8, so that `name` can be used in a path.
    package var isWellFormed: Bool { name.utf8.elementsEqual(bytes) }
}

/// What sort of thing stands at a path.
package enum FileKind: Sendable {
    case file, directory, symlink, other
}
