package import Model

/// What is known of a file that an index was made of, to tell whether it is still the same.
package struct FileStamp: Sendable, Equatable {
    /// The path relative to the workspace.
    package var path: String
    /// The size in bytes; -1 for a file that was not there.
    package var size: Int
    /// When the content last changed, in nanoseconds since 1970.
    package var modified: Int
    /// When the content or the file's properties last changed, in nanoseconds since 1970.
    package var changed: Int
    package var identity: FileIdentity
    /// The hash of the content.
    package var hash: UInt64

    package init(path: String, size: Int, modified: Int, changed: Int, identity: FileIdentity, hash: UInt64 = 0) {
        self.path = path
        self.size = size
        self.modified = modified
        self.changed = changed
        self.identity = identity
        self.hash = hash
    }

    /// The stamp of a file that is not there.
    package static func missing(_ path: String) -> FileStamp {
        FileStamp(path: path, size: -1, modified: 0, changed: 0, identity: FileIdentity(device: 0, number: 0))
    }

    /// Whether the file system tells the same of both, whatever their hashes are.
    package func looksLike(_ other: FileStamp) -> Bool {
        size == other.size && modified == other.modified && changed == other.changed && identity == other.identity
    }

    /// The hash of the content of a file.
    package static func hash(of bytes: [UInt8]) -> UInt64 { Checksum.wide(bytes) }
}

/// What the book has from one place that is read as a whole: a source, or a folder of records.
package struct SearchUnit: Sendable {
    /// The path of the source or folder.
    package var name: String
    package var files: [FileStamp]
    package var entries: [Entry]
    package var passages: [Passage]
    /// The bytes of the source, so that long texts need not be stored twice; empty for a folder.
    package var text: [UInt8]

    package init(
        name: String, files: [FileStamp], entries: [Entry], passages: [Passage] = [], text: [UInt8] = []
    ) {
        self.name = name
        self.files = files
        self.entries = entries
        self.passages = passages
        self.text = text
    }
}

/// Where a search found something.
package enum SearchSubject: Sendable, Equatable {
    case entry(Entry)
    case passage(Passage)

    /// The place in the sources.
    package var source: Source {
        switch self {
        case .entry(let entry): entry.source
        case .passage(let passage): passage.source
        }
    }
}
