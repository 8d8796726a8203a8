import Model
import Records
import Workspace

extension ADRToolsDoor {
    /// Does `adr init [DIRECTORY]`.
    static func initialize(_ arguments: [String], in world: World) throws {
        if let directory = arguments.first, !directory.isEmpty { try point(to: directory, in: world) }
        let folder = try ADRToolsFolder(in: world)
        var draft = RecordDraft(
            title: "Record architecture decisions", status: "Accepted", date: world.today, template: .firstDecision)
        draft.dateText = dateText(in: world)
        let file = try write(draft, superseding: [], relating: [], in: folder)
        world.writeOutput(Array("\(folder.name)/\(file)\n".utf8))
    }

    /// Names a folder in `.adr-dir` and makes it.
    private static func point(to directory: String, in world: World) throws {
        let start = try POSIX.realPath(world.directory)
        try Folders.make(directory.hasPrefix("/") ? directory : "\(start)/\(directory)")
        try FileTransaction.commit(in: start) {
            let pointer = "\(start)/.adr-dir"
            let before = try POSIX.exists(pointer) ? try POSIX.readFile(pointer, limit: 4096) : nil
            return ([FileChange(path: ".adr-dir", before: before, after: Array("\(directory)\n".utf8))], ())
        }
    }

    /// Does `adr new [-s SUPERSEDED] [-l TARGET:LINK:REVERSE-LINK] TITLE_TEXT`.
    static func writeNew(_ arguments: [String], in world: World) throws {
        let options = try Options(arguments, taking: "sl")
        let words = options.rest.joined(separator: " ")
        if words.isEmpty { throw Refusal("ERROR: no title given", isResult: true) }
        let folder = try ADRToolsFolder(in: world)
        var draft = RecordDraft(
            title: try RecordName.title(words), status: "Accepted", date: world.today, template: try template(folder))
        draft.dateText = dateText(in: world)
        let file = try write(draft, superseding: options.values("s"), relating: options.values("l"), in: folder)
        let path = "\(folder.name)/\(file)"
        let editor = ["VISUAL", "EDITOR"].compactMap { world.environment[$0] }.first { !$0.isEmpty }
        if let editor, editor != "true" {
            guard world.runProgram(editor, [path]) == .exited(0) else {
                throw Refusal("\(editor) did not end well; \(path) is written")
            }
        }
        world.writeOutput(Array("\(path)\n".utf8))
    }

    /// Writes a new decision and what others say of it, and gives the name of its file.
    private static func write(
        _ draft: RecordDraft,
        superseding old: [String],
        relating links: [String],
        in folder: ADRToolsFolder
    ) throws -> String {
        try folder.commit {
            let set = try folder.read(old + links.map { String($0.prefix { $0 != ":" }) })
            let changes = try set.changes(
                writing: draft, superseding: old.map { try folder.find($0, in: set) },
                relating: links.map { try relation($0, folder, set) }, in: folder.place,
                taken: folder.namesElsewhere(), asADRToolsDoes: true)
            return (changes, changes.first?.path.split(separator: "/").last.map(String.init) ?? "")
        }
    }

    /// Does `adr link SOURCE LINK TARGET REVERSE-LINK`.
    static func link(_ arguments: [String], in world: World) throws {
        guard arguments.count >= 4, !arguments.prefix(4).contains("") else {
            throw Refusal("usage: adr link SOURCE LINK TARGET REVERSE-LINK")
        }
        let folder = try ADRToolsFolder(in: world)
        try folder.commit {
            let set = try folder.read([arguments[0], arguments[2]])
            let (source, target) = (
                try folder.find(arguments[0], in: set), try folder.find(arguments[2], in: set)
            )
            let changes = try set.changes(relating: source, arguments[1], to: target, reverse: arguments[3])
            return (changes, ())
        }
    }

    /// `adr upgrade-repository`: writes dates such as `Date: 12/01/2026` as `Date: 2026-01-12`.
    static func upgrade(in world: World) throws {
        let folder = try ADRToolsFolder(in: world)
        guard try folder.exists else { throw missing(folder.name) }
        try folder.commit {
            let changes = try folder.read().files.compactMap { file -> FileChange? in
                let bytes = file.bytes.upgradingDates
                return bytes == file.bytes ? nil : FileChange(path: file.path, before: file.bytes, after: bytes)
            }
            return (changes, ())
        }
    }

    /// Why nothing can be read from a folder that is not there.
    static func missing(_ name: String) -> Refusal {
        Refusal("The \(name) directory does not exist", isResult: true)
    }

    private static func relation(_ text: String, _ folder: ADRToolsFolder, _ set: RecordSet) throws -> DraftRelation {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, !parts.prefix(3).contains("") else {
            throw Refusal("-l takes TARGET:LINK:REVERSE-LINK, as in \"5:Amends:Amended by\"")
        }
        return DraftRelation(parts[1], try folder.find(parts[0], in: set), reverse: parts[2])
    }

    /// What `ADR_DATE` has, which adr-tools writes down as it is; nil where it has nothing.
    private static func dateText(in world: World) -> String? {
        let text = (world.environment["ADR_DATE"] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    private static func template(_ folder: ADRToolsFolder) throws -> RecordTemplate {
        if let path = folder.world.environment["ADR_TEMPLATE"], !path.isEmpty {
            let absolute = path.hasPrefix("/") ? path : "\(folder.world.directory)/\(path)"
            return RecordTemplate(bytes: try POSIX.readFile(absolute, limit: 1 << 20), marks: .capitals)
        }
        let own = "\(folder.path)/templates/template.md"
        guard try POSIX.exists(own) else { return .decision }
        return RecordTemplate(bytes: try POSIX.readFile(own, limit: 1 << 20), marks: .capitals)
    }

    /// Options of one letter with a value, as the shell's getopts reads them.
    struct Options {
        private(set) var rest: [String]
        private var found: [(letter: Character, value: String)] = []

        init(_ arguments: [String], taking letters: String) throws {
            rest = arguments
            while let first = rest.first, first.hasPrefix("-"), first != "-" {
                rest.removeFirst()
                if first == "--" { break }
                let letter = first.dropFirst().first ?? "-"
                guard letters.contains(letter) else { throw Refusal("Not implemented: \(letter)") }
                let attached = String(first.dropFirst(2))
                guard !attached.isEmpty || !rest.isEmpty else { throw Refusal("-\(letter) needs a value") }
                found.append((letter, attached.isEmpty ? rest.removeFirst() : attached))
            }
        }

        func values(_ letter: Character) -> [String] { found.filter { $0.letter == letter }.map(\.value) }
    }
}

extension [UInt8] {
    /// The text with every `Date: 12/01/2026` written as `Date: 2026-01-12`, the first of each line.
    fileprivate var upgradingDates: [UInt8] {
        let mark = Array("Date: ".utf8)
        var result: [UInt8] = []
        for line in split(separator: .lineFeed, omittingEmptySubsequences: false) {
            var line = Array(line)
            for start in line.indices where line[start...].starts(with: mark) {
                let date = line[(start + mark.count)...].prefix(10)
                let parts = date.split(separator: UInt8(ascii: "/")).map(Array.init)
                guard parts.map(\.count) == [2, 2, 4], parts.joined().allSatisfy(\.isDigit) else { continue }
                let iso = parts[2] + Array("-".utf8) + parts[1] + Array("-".utf8) + parts[0]
                line.replaceSubrange(date.startIndex..<date.endIndex, with: iso)
                break
            }
            result += line + [.lineFeed]
        }
        return result.dropLast()
    }
}
