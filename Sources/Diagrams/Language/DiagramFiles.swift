/// The files that a diagram may name, handed in by whoever sees the disk.
///
/// Paths are relative to the workspace, with `/` between their parts.
package struct DiagramFiles: Sendable {
    /// What stands at a path.
    package enum Item: Sendable, Equatable {
        case file([UInt8])
        /// A folder, with the sorted paths of the files in it and below.
        case folder([String])
        /// Nothing that can be read, with the reason as half a sentence.
        case unreadable(String)
    }

    /// Looks up a path.
    package var item: @Sendable (String) -> Item

    package init(item: @escaping @Sendable (String) -> Item) { self.item = item }

    /// No files at all, for a text that stands alone.
    package static let none = DiagramFiles { _ in .unreadable("files cannot be read here") }

    /// The path of a file that another one names; nil when it leads out of the workspace.
    package static func resolve(_ path: String, from file: String) -> String? {
        guard !path.hasPrefix("/"), !path.hasPrefix("\\") else { return nil }
        var parts = file.split(separator: "/").dropLast()
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// Whether a path is an address rather than a file.
    package static func isAddress(_ path: String) -> Bool {
        path.contains("://") || path.hasPrefix("data:")
    }
}
