import Model
import Records
import Workspace

extension ADRToolsDoor {
    /// Does `adr init [DIRECTORY]`.
    static func initialize(_ arguments: [String], in world: World) throws {
        if let directory = arguments.first, !directory.isEmpty {
            let start = try POSIX.realPath(world.directory)
            try Folders.make(directory.hasPrefix("/") ? directory : "\(start)/\(directory)")
            let pointer = "\(start)/.adr-dir"
            let before = try POSIX.exists(pointer) ? try POSIX.readFile(pointer, limit: 4096) : nil
            let change = FileChange(path: ".adr-dir", before: before, after: Array("\(directory)\n".utf8))
            try FileTransaction.commit([change], in: start)
        }
        let folder = try ADRToolsFolder(in: world)
        let draft = RecordDraft(
            title: "Record architecture decisions", status: "Accepted", date: try date(in: world),
            template: .firstDecision)
        let file = try folder.commit {
            let changes = try folder.read().changes(writing: draft, superseding: [], in: "")
            return (changes, changes.first?.path ?? "")
        }
        world.writeOutput(Array("\(folder.name)/\(file)\n".utf8))
    }

    /// Does `adr new [-s SUPERSEDED] [-l TARGET:LINK:REVERSE-LINK] TITLE_TEXT`.
    static func writeNew(_ arguments: [String], in world: World) throws {
        let options = try Options(arguments, taking: "sl")
        let words = options.rest.joined(separator: " ")
        if words.isEmpty { throw Refusal("ERROR: no title given", isResult: true) }
        let folder = try ADRToolsFolder(in: world)
        let draft = RecordDraft(
            title: try RecordName.title(words), status: "Accepted", date: try date(in: world),
            template: try template(folder))
        let file = try folder.commit {
            let named = options.values("s") + options.values("l").map { String($0.prefix { $0 != ":" }) }
            let set = try folder.read(named)
            let superseded = try options.values("s").map { try folder.find($0, in: set) }
            let links = try options.values("l").map { try relation($0, folder, set) }
            let changes = try set.changes(
                writing: draft, superseding: superseded, relating: links, in: "", asADRToolsDoes: true)
            return (changes, changes.first?.path ?? "")
        }
        let editor = ["VISUAL", "EDITOR"].compactMap { world.environment[$0] }.first { !$0.isEmpty }
        if let editor, editor != "true" {
            guard world.runProgram(editor, ["\(folder.path)/\(file)"]) == .exited(0) else {
                throw Refusal("\(editor) did not end well; \(folder.name)/\(file) is written")
            }
        }
        world.writeOutput(Array("\(folder.name)/\(file)\n".utf8))
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
        guard folder.exists else { throw missing(folder) }
        try folder.commit {
            let changes = try folder.read().files.compactMap { file -> FileChange? in
                let bytes = file.bytes.upgradingDates
                return bytes == file.bytes ? nil : FileChange(path: file.path, before: file.bytes, after: bytes)
            }
            return (changes, ())
        }
    }

    static func missing(_ folder: ADRToolsFolder) -> Refusal {
        Refusal("The \(folder.name) directory does not exist", isResult: true)
    }

    private static func relation(_ text: String, _ folder: ADRToolsFolder, _ set: RecordSet) throws -> DraftRelation {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, !parts.prefix(3).contains("") else {
            throw Refusal("-l takes TARGET:LINK:REVERSE-LINK, as in \"5:Amends:Amended by\"")
        }
        return DraftRelation(parts[1], try folder.find(parts[0], in: set), reverse: parts[2])
    }

    /// The day for the record: `ADR_DATE`, else today.
    private static func date(in world: World) throws -> Day {
        guard let text = world.environment["ADR_DATE"], !text.isEmpty else { return world.today }
        guard let day = Day(iso: text) else { throw Refusal("ADR_DATE is \"\(text)\"; write it as in 2026-01-12") }
        return day
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
