import Model

/// What a change of several files still has to do, as it stands in `.archbook/journal`.
///
/// The file is a row of fields, each ended by a NUL, the one byte that no path holds: a header, then per step its verb
/// and its operands, then `end`. All paths are relative to the workspace.
struct Journal: Equatable {
    var steps: [Step]
    /// The folders that the change makes, outermost first.
    var folders: [String] = []

    /// One step, which can be taken again after it was taken, with no further effect.
    enum Step: Equatable {
        /// Gives the staged file its name, which must be free.
        case create(target: String, staged: String)
        /// Puts the staged file in the place of one that still has the bytes it had.
        case replace(target: String, staged: String, before: Fingerprint)
        /// Removes a file that still has the bytes it had.
        case remove(target: String, before: Fingerprint)

        /// The path that the step changes.
        var target: String {
            switch self {
            case .create(let target, _), .replace(let target, _, _), .remove(let target, _): target
            }
        }

        /// The file that holds the new content until the step is taken.
        var staged: String? {
            switch self {
            case .create(_, let staged), .replace(_, let staged, _): staged
            case .remove: nil
            }
        }
    }

    /// What tells whether a file still has the bytes that it had.
    struct Fingerprint: Equatable {
        let text: String

        init(text: String) { self.text = text }
        init(_ bytes: [UInt8]) { text = "\(bytes.count)-\(StableHash(bytes.text).name(length: 13))" }
    }
}

extension Journal {
    private static let header = "archbook journal 1"

    /// The journal as it stands on the disk.
    var bytes: [UInt8] {
        let fields = [Journal.header] + folders.flatMap { ["folder", $0] } + steps.flatMap(\.fields) + ["end"]
        return fields.flatMap { Array($0.utf8) + [0] }
    }

    /// Reads a journal; nil when the bytes are not a whole one.
    init?(_ bytes: [UInt8]) {
        guard bytes.last == 0 else { return nil }
        var fields = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false).map(\.text)[...]
        guard fields.popFirst() == Journal.header else { return nil }
        self.init(steps: [])
        while let verb = fields.popFirst(), let operand = fields.popFirst() {
            if verb == "folder" {
                folders.append(operand)
            } else {
                guard let step = Step(verb, target: operand, rest: &fields) else { return nil }
                steps.append(step)
            }
            if fields == ["end"] { break }
        }
        guard fields == ["end"], allPathsAreSafe else { return nil }
    }

    /// Whether the journal can be one of ours: no path leads out of the workspace by its own words or into `.git`, and
    /// every staged file stands beside its target.
    ///
    /// A journal may come with a cloned repository; it must not get at what a clone cannot bring by itself.
    private var allPathsAreSafe: Bool {
        let paths = steps.map(\.target) + folders
        return paths.allSatisfy { ChangeTarget.isInside($0) && !$0.split(separator: "/").contains(".git") }
            && steps.allSatisfy { step in step.staged.map { StagedName.isOne($0, beside: step.target) } != false }
    }
}

extension Journal.Step {
    fileprivate var fields: [String] {
        switch self {
        case .create(let target, let staged): ["create", target, staged]
        case .replace(let target, let staged, let before): ["replace", target, staged, before.text]
        case .remove(let target, let before): ["remove", target, before.text]
        }
    }

    fileprivate init?(_ verb: String, target: String, rest: inout ArraySlice<String>) {
        guard let operand = rest.popFirst() else { return nil }
        switch verb {
        case "create": self = .create(target: target, staged: operand)
        case "remove": self = .remove(target: target, before: Journal.Fingerprint(text: operand))
        case "replace":
            guard let before = rest.popFirst() else { return nil }
            self = .replace(target: target, staged: operand, before: Journal.Fingerprint(text: before))
        default: return nil
        }
    }
}

/// The names of the hidden files that hold new content beside the file it is for.
enum StagedName {
    private static let prefix = ".archbook-"

    /// The path beside `target` for the content with a number.
    static func path(beside target: String, number: Int, undoing: Bool = false) -> String {
        let name = "\(prefix)\(undoing ? "before" : "after")-\(number)"
        guard let slash = target.lastIndex(of: "/") else { return name }
        return "\(target[...slash])\(name)"
    }

    /// Whether a path is such a name beside `target`.
    static func isOne(_ path: String, beside target: String) -> Bool {
        let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
        let name = path.dropFirst(folder.count)
        return path.hasPrefix(folder) && name.hasPrefix(prefix) && !name.contains("/")
    }
}
