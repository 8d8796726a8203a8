import Model
import Records
import Yams

/// Finds the folder of the decisions where the settings of another record tool tell it, else where people keep it.
enum DecisionFolders {
    /// The files by which tools are told the folder, the one that adr-tools reads first.
    private static let settingsFiles = [".adr-dir", ".log4brains.yml", "adrs.toml", "adr.config.json", ".adr"]
    private static let usual = ["adr", "doc/adr", "docs/adr", "docs/decisions"]
    /// The folders that tell a workspace without `archbook.yml`; files of these names tell nothing.
    private static let folders = ["knowledge"] + usual
    private static let largestFile = 64 * 1024

    /// What there is to know of the decisions before any is read.
    struct Found {
        /// The folder relative to the root; nil when there is none yet.
        var folder: String?
        /// The dialect of the tool whose settings name it; nil where they leave that open.
        var dialect: RecordDialect?
        /// The status that the tool gives a new decision.
        var status: String?
        /// The packages that keep decisions of their own.
        var packages: [DecisionPackage] = []
        /// Why a file that names a folder was passed over, as a sentence for the user.
        var note: String?
    }

    /// Looks for the folder in the settings of other tools, then where people keep it.
    static func find(in root: String) throws(FileError) -> Found {
        var found = Found()
        for name in settingsFiles where try isFile("\(root)/\(name)") {
            let text = try POSIX.readFile("\(root)/\(name)", limit: largestFile).text
            guard let folder = folder(named: name, text), !folder.isEmpty else { continue }
            if let inside = inside(folder) {
                found.folder = inside
                found.dialect = dialect(named: name, text)
                if name == "adrs.toml" { found.status = value(of: "default_status", mark: "=", in: text) }
                if name == ".log4brains.yml" { found.packages = packages(text) }
                return found
            }
            found.note =
                "\(name) says that the decisions are in \(folder), which is outside of this folder and is not used; name a "
                + "folder inside, or run the command where the decisions are"
        }
        for folder in usual where try isFolder("\(root)/\(folder)") {
            found.folder = folder
            break
        }
        return found
    }

    /// Whether a folder tells by what is in it that it is a workspace.
    static func isWorkspace(_ folder: String) throws(FileError) -> Bool {
        for name in settingsFiles where try isFile("\(folder)/\(name)") { return true }
        for name in folders where try isFolder("\(folder)/\(name)") { return true }
        return false
    }

    private static func isFolder(_ path: String) throws(FileError) -> Bool {
        guard try POSIX.exists(path) else { return false }
        return try POSIX.status(path).kind == .directory
    }

    private static func isFile(_ path: String) throws(FileError) -> Bool {
        guard try POSIX.exists(path) else { return false }
        return try POSIX.status(path).kind == .file
    }

    private static func folder(named file: String, _ text: String) -> String? {
        switch file {
        case ".adr-dir": text.trimmed
        case ".log4brains.yml": (try? Yams.compose(yaml: text))?.mapping?["project"]?.mapping?["adrFolder"]?.string
        case "adrs.toml": value(of: "adr_dir", mark: "=", in: text)
        // JSON is YAML.
        case "adr.config.json": (try? Yams.compose(yaml: text))?.mapping?["path"]?.string
        // The settings of pyadr are an INI file.
        case ".adr": value(of: "records-dir", mark: "=", in: text)
        default: nil
        }
    }

    /// The packages of log4brains, those that lie outside of the workspace left out.
    private static func packages(_ text: String) -> [DecisionPackage] {
        let project = (try? Yams.compose(yaml: text))?.mapping?["project"]?.mapping
        return (project?["packages"]?.sequence.map { Array($0) } ?? []).compactMap { item in
            guard let name = item.mapping?["name"]?.string, !name.isEmpty,
                let folder = item.mapping?["adrFolder"]?.string.flatMap(inside)
            else { return nil }
            return DecisionPackage(
                name: name, path: item.mapping?["path"]?.string.flatMap(inside) ?? folder, folder: folder)
        }
    }

    /// The dialect that a tool writes into an empty folder.
    private static func dialect(named file: String, _ text: String) -> RecordDialect? {
        switch file {
        case ".log4brains.yml": .log4brains
        case "adrs.toml": value(of: "mode", mark: "=", in: text) == "nextgen" ? .adrs : .nygard
        case "adr.config.json": .dotnetADR
        case ".adr": .pyadr
        default: nil
        }
    }

    /// The quoted value behind a key on a line of its own.
    private static func value(of key: String, mark: Character, in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: mark, maxSplits: 1).map(\.trimmed)
            guard parts.count == 2, parts[0] == key else { continue }
            return parts[1].split { "\"'".contains($0) }.first.map { String($0).trimmed }
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
