import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension POSIX {
    /// What stands in a folder, sorted by the bytes of the names, without `.` and `..`.
    ///
    /// - Parameter needsStatus: the things of which the file system is asked for more than their kind, symbolic links
    ///   followed; by their names in the open folder, which costs half of what their paths would.
    package static func listDirectory(
        _ path: String, needsStatus: (DirectoryItem) -> Bool = { _ in false }
    ) throws(FileError) -> [DirectoryItem] {
        try refuseNUL(path, .list)
        guard let directory = unsafe opendir(path) else { throw FileError(path, .list, .system(errno)) }
        defer { _ = unsafe closedir(directory) }
        var items: [DirectoryItem] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else { break }
            let bytes = unsafe name(of: entry)
            if bytes.count < 3, bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
            var item = DirectoryItem(bytes: bytes, kind: .other)
            if let kind = unsafe kind(entry.pointee.d_type) {
                item.kind = kind
            } else {
                item.kind = try linkStatus("\(path)/\(bytes.text)").kind
            }
            if needsStatus(item) { unsafe item.status = status(of: entry, in: directory) }
            items.append(item)
        }
        if errno != 0 { throw FileError(path, .list, .system(errno)) }
        // Numbers are sorted in place of the items, which are large to move about.
        let order = items.indices.sorted { items[$0].bytes.precedes(items[$1].bytes) }
        return order.map { items[$0] }
    }

    /// The names in a folder that are wanted, sorted by their bytes; nothing else is asked of the file system.
    package static func listNames(_ path: String, where isWanted: ([UInt8]) -> Bool) throws(FileError) -> [[UInt8]] {
        try refuseNUL(path, .list)
        guard let directory = unsafe opendir(path) else { throw FileError(path, .list, .system(errno)) }
        defer { _ = unsafe closedir(directory) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(directory) {
            let bytes = unsafe name(of: entry)
            if isWanted(bytes) { names.append(bytes) }
            errno = 0
        }
        if errno != 0 { throw FileError(path, .list, .system(errno)) }
        return names.sorted { $0.precedes($1) }
    }

    /// The names of the folders in a folder, sorted, those that are not UTF-8 left out; symbolic links are not followed.
    ///
    /// Files cost nothing here, of which a folder may hold thousands.
    package static func listFolders(in path: String) throws(FileError) -> [String] {
        try refuseNUL(path, .list)
        guard let directory = unsafe opendir(path) else { throw FileError(path, .list, .system(errno)) }
        defer { _ = unsafe closedir(directory) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(directory) {
            let known = unsafe kind(entry.pointee.d_type)
            if let known, known != .directory { continue }
            let bytes = unsafe name(of: entry)
            if bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
            if known == nil, try linkStatus("\(path)/\(bytes.text)").kind != .directory { continue }
            names.append(bytes)
        }
        return names.sorted { $0.precedes($1) }.compactMap { String(validating: $0, as: UTF8.self) }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in unsafe Array(name.prefix { $0 != 0 }) }
    }

    private static func status(of entry: UnsafeMutablePointer<dirent>, in directory: OpaquePointer) -> FileStatus? {
        var status = stat()
        let result = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
            unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
                unsafe fstatat(dirfd(directory), name, &status, 0)
            }
        }
        return result == 0 ? FileStatus(status) : nil
    }

    /// The kind that a folder's listing gives; nil when the file system does not tell.
    private static func kind(_ type: UInt8) -> FileKind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .symlink
        case Int(DT_UNKNOWN): nil
        default: .other
        }
    }
}
