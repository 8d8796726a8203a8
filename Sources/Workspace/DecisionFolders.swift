import Model
import Yams

/// Finds the folder of the decisions where the settings of another record tool tell it, else where people keep it.
enum DecisionFolders {
    /// What tells that a folder is a workspace with decisions.
    static let signs = settingsFiles + usual

    /// The files by which tools are told the folder, the one that adr-tools reads first.
    private static let settingsFiles = [".adr-dir", ".log4brains.yml", "adrs.toml", "adr.config.json"]
    private static let usual = ["adr", "doc/adr", "docs/adr", "docs/decisions"]
    private static let largestFile = 64 * 1024

    /// The folder relative to the root; nil when there is none yet.
    static func find(in root: String) throws(FileError) -> String? {
        for name in settingsFiles where try POSIX.exists("\(root)/\(name)") {
            let text = try POSIX.readFile("\(root)/\(name)", limit: largestFile).text
            if let folder = folder(named: name, text).flatMap(inside) { return folder }
        }
        for folder in usual where try POSIX.exists("\(root)/\(folder)") { return folder }
        return nil
    }

    private static func folder(named file: String, _ text: String) -> String? {
        switch file {
        case ".adr-dir": text.trimmed
        case ".log4brains.yml": (try? Yams.compose(yaml: text))?.mapping?["project"]?.mapping?["adrFolder"]?.string
        case "adrs.toml": value(of: "adr_dir", mark: "=", in: text)
        // JSON is YAML.
        case "adr.config.json": (try? Yams.compose(yaml: text))?.mapping?["path"]?.string
        default: nil
        }
    }

    /// The quoted value behind a key on a line of its own.
    private static func value(of key: String, mark: Character, in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: mark, maxSplits: 1).map(\.trimmed)
            guard parts.count == 2, parts[0] == key else { continue }
            return parts[1].split { "\"'".contains($0) }.first.map(String.init)
        }
        return nil
    }

    /// A path without `.` and with `/` between its parts; nil when it leads out of the workspace.
    private static func inside(_ folder: String) -> String? {
        let parts = folder.split { "/\\".contains($0) }.filter { $0 != "." }
        guard !folder.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else { return nil }
        return parts.joined(separator: "/")
    }
}
