import Model
import Records
import Workspace

/// The folder of the decisions as adr-tools finds it, with its name as seen from the current folder.
///
/// What is changed there is locked and journalled in the workspace around it, as Archbook's own commands do, so that
/// both may be used in one folder at once.
struct ADRToolsFolder {
    /// The path relative to the current folder, such as `../doc/adr`.
    let name: String
    /// The absolute path.
    let path: String
    /// The absolute path of the workspace around it, in which changes are made.
    let root: String
    /// The path relative to that workspace; empty where the folder is the workspace itself.
    let place: String
    /// The spelling that the workspace asks for.
    private let wantedSpelling: SupersedeSpelling?
    let world: World

    /// The nearest `.adr-dir`, else the nearest `doc/adr`, from the current folder upwards; else the folder in which the
    /// workspace has its decisions, which adr-tools would not find; else `doc/adr` here.
    ///
    /// A change that was interrupted there, by whichever command, is finished or undone first.
    init(in world: World) throws {
        self.world = world
        let found = try ADRToolsPlace(in: world)
        (name, path) = (found.name, found.path)
        let real = try POSIX.exists(path) ? POSIX.realPath(path) : ADRToolsFolder.withoutDots(path)
        let workspace = try ADRToolsFolder.workspace(around: real, from: found.home)
        root = workspace?.root ?? real
        place = real == root ? "" : String(real.dropFirst(root.count).drop { $0 == "/" })
        wantedSpelling = workspace?.settings.supersedeSpelling
        try finishInterruptedChange(in: root, world)
    }

    /// The workspace that Archbook would change a folder in: that of the place where it is named, else the one that it
    /// lies in; nil where there is none.
    private static func workspace(around folder: String, from home: String) throws -> OpenWorkspace? {
        for start in [home, folder] where try POSIX.exists(start) {
            do {
                let workspace = try OpenWorkspace.find(from: start)
                if folder == workspace.root || folder.hasPrefix("\(workspace.root)/") { return workspace }
            } catch is WorkspaceError {
                continue
            }
        }
        // The first decision makes its home a workspace.
        return folder.hasPrefix("\(home)/") ? try OpenWorkspace(root: home) : nil
    }

    /// An absolute path without `.` and `..`, for a folder that is not there yet.
    private static func withoutDots(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Whether there is such a folder yet.
    var exists: Bool {
        get throws(FileError) { try ADRToolsPlace.isFolder(path) }
    }

    /// The names of the decisions, sorted: a number, a hyphen, and somewhere behind it `.md`.
    func files() throws -> [String] { try ADRToolsPlace.fileNames(in: path).map(\.text) }

    /// Reads the decisions; the names are those of everything in the folder.
    func read() throws -> RecordSet {
        guard try exists else { return RecordSet([], names: []) }
        return try set(of: files())
    }

    /// Reads those decisions that references mean; a folder may hold thousands of others.
    func read(_ references: [String]) throws -> RecordSet {
        guard try exists else { return RecordSet([], names: []) }
        let names = try files()
        return try set(of: Set(references.map { try name(for: $0, among: names) }).sorted())
    }

    private func set(of names: [String]) throws -> RecordSet {
        let all = try POSIX.listDirectory(path).map(\.name)
        let records = try names.map { name in
            RecordFile(
                path: place.isEmpty ? name : "\(place)/\(name)", bytes: try readFile(name), kind: .decision)
        }
        return RecordSet(records, names: all, spelling: try spelling())
    }

    private func readFile(_ name: String) throws -> [UInt8] {
        try POSIX.readFile("\(path)/\(name)", limit: Self.largestRecord)
    }

    private static let largestRecord = 16 << 20

    /// The names in the folder on all branches and in their past, so that no number is given out twice.
    func namesElsewhere() -> [String] {
        guard let git = GitHistory(root: root, environment: world.environment) else { return [] }
        return git.names(in: place) + git.removedNames(in: place)
    }

    /// The spelling of the settings, else that of the first decision that supersedes or is superseded, else Debian's.
    ///
    /// Only a verb before a link counts; what decisions say of the word in their prose does not.
    private func spelling() throws -> SupersedeSpelling {
        if let wantedSpelling { return wantedSpelling }
        for name in try files() {
            if let spelling = SupersedeSpelling(firstIn: try readFile(name)) { return spelling }
        }
        return .standard
    }

    /// The decision that a reference means: a number, a path, or a part of a file's name.
    ///
    /// adr-tools looks for the text anywhere in the path, and so takes the 2 of a folder `arch2` for decision 2; and of
    /// several that a reference may mean it silently takes the first.
    ///
    /// - Throws: also `RecordError.ambiguousRecord`.
    func find(_ reference: String, in set: RecordSet) throws -> RecordFile {
        let name = try name(for: reference, among: set.files.map(\.name).sorted())
        guard let file = set.files.first(where: { $0.name == name }) else { throw missing(reference) }
        return file
    }

    private func name(for reference: String, among names: [String]) throws -> String {
        var found: [String] = []
        if let number = Int(reference) {
            found = names.filter { RecordName.number(ofStem: RecordName.stem(ofFile: $0)) == number }
        }
        if found.isEmpty, !reference.isEmpty {
            let part = reference.hasPrefix("./") ? String(reference.dropFirst(2)) : reference
            found = names.filter {
                part.contains("/") ? paths(of: $0).contains { $0.contains(part) } : $0.contains(part)
            }
            let whole = found.filter { [$0, RecordName.stem(ofFile: $0)].contains(part) }
            if !whole.isEmpty { found = whole }
        }
        guard let first = found.first else { throw missing(reference) }
        guard found.count == 1 else {
            throw RecordError.ambiguousRecord(reference, paths: found.map { "\(name)/\($0)" })
        }
        return first
    }

    /// The ways to name a file by a path.
    private func paths(of file: String) -> [String] { ["\(name)/\(file)", "\(path)/\(file)"] }

    private func missing(_ reference: String) -> ADRToolsDoor.Refusal {
        ADRToolsDoor.Refusal("there is no decision \(reference) in \(name); nothing was written")
    }

    /// Makes changes whose paths are relative to the workspace; folders that are missing are made.
    func commit<Value>(_ prepare: () throws -> (changes: [FileChange], value: Value)) throws -> Value {
        try Folders.make(root)
        return try FileTransaction.commit(in: root, preparing: prepare)
    }
}
