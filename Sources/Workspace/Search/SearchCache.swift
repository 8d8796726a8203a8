import Search

/// The file that keeps the index of a workspace between commands.
struct SearchCache {
    private let folder: CacheFolder
    private static let fileName = "search.index"
    /// Bytes.
    private static let smallFile = 2 << 20

    init(root: String, environment: [String: String]) {
        folder = CacheFolder(root: root, environment: environment)
    }

    /// The first index that was made for this fingerprint; nil when there is none, or it is damaged.
    func open(fingerprint: UInt64) -> IndexSegment? {
        for path in folder.places(of: Self.fileName) {
            guard let file = try? PieceFile(path),
                let segment = try? IndexSegment(Self.bytes(of: file)), segment.fingerprint == fingerprint
            else { continue }
            return segment
        }
        return nil
    }

    /// A small file is read at once, which costs less than hundreds of pieces; of a large one only what a search needs.
    private static func bytes(of file: PieceFile) -> IndexBytes {
        if file.size <= smallFile, let bytes = file.read(0..<file.size) { return IndexBytes(bytes) }
        return IndexBytes(count: file.size, read: file.read)
    }

    /// The present moment by the clock of the file system that holds the cache, in nanoseconds since 1970; 0 when it
    /// cannot be written.
    func moment() -> Int { folder.moment() }

    /// Replaces the file.
    func write(_ bytes: [UInt8]) { folder.write(bytes, as: Self.fileName) }
}
