import Model
import Records
import Workspace

/// The folder of the decisions as adr-tools finds it, with its name as seen from the current folder.
struct ADRToolsFolder {
    /// The path relative to the current folder, such as `../doc/adr`.
    let name: String
    /// The absolute path.
    let path: String
    let world: World

    /// The nearest `.adr-dir`, else the nearest `doc/adr`, from the current folder upwards; else the folder in which the
    /// workspace has its decisions, which adr-tools would not find; else `doc/adr` here.
    init(in world: World) throws {
        self.world = world
        var folder = try POSIX.realPath(world.directory)
        let start = folder
        var prefix = ""
        while folder != "/" {
            let pointer = "\(folder)/.adr-dir"
            if try POSIX.exists(pointer) {
                let named = try POSIX.readFile(pointer, limit: 4096).text.trimmed
                (name, path) = (prefix + named, named.hasPrefix("/") ? named : "\(folder)/\(named)")
                return
            }
            if try POSIX.exists("\(folder)/doc/adr"), try POSIX.status("\(folder)/doc/adr").kind == .directory {
                (name, path) = ("\(prefix)doc/adr", "\(folder)/doc/adr")
                return
            }
            prefix += "../"
            folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "/"
            if folder.isEmpty { folder = "/" }
        }
        if let workspace = try? OpenWorkspace.find(from: start) {
            let decisions = workspace.path(workspace.settings.decisions)
            if Self.isFolder(decisions) {
                name = Self.relative(workspace.settings.decisions, in: workspace.root, from: start)
                path = decisions
                return
            }
        }
        (name, path) = ("doc/adr", "\(start)/doc/adr")
    }

    private static func isFolder(_ path: String) -> Bool { (try? POSIX.status(path).kind) == .directory }

    private static func relative(_ folder: String, in root: String, from start: String) -> String {
        let depth = start.split(separator: "/").count - root.split(separator: "/").count
        return String(repeating: "../", count: depth) + folder
    }

    var exists: Bool { Self.isFolder(path) }

    /// The names of the decisions, sorted: a number, a hyphen, and somewhere behind it `.md`.
    func files() throws -> [String] {
        try POSIX.listDirectory(path).filter(\.isWellFormed).map(\.name).filter { name in
            let digits = name.prefix { $0.isASCII && $0.isNumber }
            return !digits.isEmpty && name.dropFirst(digits.count).hasPrefix("-") && name.contains(".md")
        }
    }

    /// Reads the decisions; the names are those of everything in the folder.
    func read() throws -> RecordSet {
        guard exists else { return RecordSet([], names: []) }
        return try set(of: files())
    }

    /// Reads those decisions that references mean; a folder may hold thousands of others.
    func read(_ references: [String]) throws -> RecordSet {
        guard exists else { return RecordSet([], names: []) }
        let names = try files()
        return try set(of: Set(references.map { try name(for: $0, among: names) }).sorted())
    }

    private func set(of names: [String]) throws -> RecordSet {
        let all = try POSIX.listDirectory(path).map(\.name)
        let records = try names.map { name in
            RecordFile(path: name, bytes: try POSIX.readFile("\(path)/\(name)", limit: 16 << 20), kind: .decision)
        }
        return RecordSet(records, names: all, spelling: try usesOldSpelling() ? .adrTools : .standard)
    }

    /// Whether the decisions spell "Superceded" as adr-tools outside Debian does; the first that has either word tells.
    private func usesOldSpelling() throws -> Bool {
        for name in try files() {
            let bytes = try POSIX.readFile("\(path)/\(name)", limit: 16 << 20)
            if let place = bytes.firstIndex(ofWord: "upersede") ?? bytes.firstIndex(ofWord: "upercede") {
                return bytes[place + 4] == UInt8(ascii: "c")
            }
        }
        return false
    }

    /// The decision that a reference means: a number, or a part of a file's name.
    ///
    /// adr-tools looks for the text anywhere in the path, and so takes the 2 of a folder `arch2` for decision 2.
    func find(_ reference: String, in set: RecordSet) throws -> RecordFile {
        let name = try name(for: reference, among: set.files.map(\.name).sorted())
        guard let file = set.files.first(where: { $0.name == name }) else { throw missing(reference) }
        return file
    }

    private func name(for reference: String, among names: [String]) throws -> String {
        if let number = Int(reference),
            let name = names.first(where: { RecordName.number(ofStem: RecordName.stem(ofFile: $0)) == number })
        {
            return name
        }
        if !reference.isEmpty, let name = names.first(where: { $0.contains(reference) }) { return name }
        throw missing(reference)
    }

    private func missing(_ reference: String) -> ADRToolsDoor.Refusal {
        ADRToolsDoor.Refusal("there is no decision \(reference) in \(name); nothing was written")
    }

    /// Makes changes whose paths are relative to the folder, which is made where it is missing.
    func commit<Value>(_ prepare: () throws -> (changes: [FileChange], value: Value)) throws -> Value {
        try Folders.make(path)
        return try FileTransaction.commit(in: path, preparing: prepare)
    }
}

extension [UInt8] {
    /// The offset at which a short word stands for the first time.
    fileprivate func firstIndex(ofWord word: String) -> Int? {
        let wanted = Array(word.utf8)
        guard let first = wanted.first, count >= wanted.count else { return nil }
        let text = span
        var index = 0
        while index <= text.count - wanted.count {
            if text[index] == first, self[index...].starts(with: wanted) { return index }
            index += 1
        }
        return nil
    }
}
