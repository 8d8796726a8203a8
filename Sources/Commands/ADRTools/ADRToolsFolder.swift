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

    /// The nearest `.adr-dir`, else the nearest `doc/adr`, from the current folder upwards; else `doc/adr` here.
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
        (name, path) = ("doc/adr", "\(start)/doc/adr")
    }

    var exists: Bool { (try? POSIX.status(path).kind) == .directory }

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
        let all = try POSIX.listDirectory(path).map(\.name)
        let records = try files().map { name in
            RecordFile(path: name, bytes: try POSIX.readFile("\(path)/\(name)", limit: 16 << 20), kind: .decision)
        }
        return RecordSet(records, names: all)
    }

    /// The decision that a reference means: a number, or a part of a file's name.
    ///
    /// adr-tools looks for the text anywhere in the path, and so takes the 2 of a folder `arch2` for decision 2.
    func find(_ reference: String, in set: RecordSet) throws -> RecordFile {
        let sorted = set.files.sorted { $0.name < $1.name }
        if let number = Int(reference), let file = sorted.first(where: { $0.record.number == number }) { return file }
        if !reference.isEmpty, let file = sorted.first(where: { $0.name.contains(reference) }) { return file }
        throw ADRToolsDoor.Refusal("there is no decision \(reference) in \(name); nothing was written")
    }

    /// Makes changes whose paths are relative to the folder, which is made where it is missing.
    func commit<Value>(_ prepare: () throws -> (changes: [FileChange], value: Value)) throws -> Value {
        try Folders.make(path)
        return try FileTransaction.commit(in: path, preparing: prepare)
    }
}
