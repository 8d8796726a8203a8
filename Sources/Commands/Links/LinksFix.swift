package import ArgumentParser
import LinkHealth
package import Model
import Terminal
import Workspace

/// `archbook links fix`: puts better addresses in the place of old ones.
package struct LinksFix: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Put better addresses in the place of old ones, as a diff.",
        discussion: """
            A page that has moved for good gets its new address, tracking parameters go, and http becomes https where a \
            check has seen that it answers. With --archive, a dead link leads to an archive's copy. All this is known \
            from `links check`; nothing is asked of the network here.

            Only the bytes of the address change, and only with --write. The exit code is 1 when there is something to \
            change and --write is not given.

              $ archbook links fix
              $ archbook links fix knowledge/links --write
              $ archbook links fix --archive https://web.archive.org/web/
            """
    )

    @OptionGroup var selection: LinkSelection

    @Option(help: ArgumentHelp("What to put before the address of a dead link.", valueName: "prefix"))
    var archive: String?

    @Flag(help: "Write the changed files.")
    var write = false

    @OptionGroup var data: DataOptions

    package init() {}

    package mutating func validate() throws {
        guard let archive else { return }
        guard URLParts(archive)?.isOfTheWeb == true else {
            throw ValidationError("--archive takes the beginning of an address, such as https://web.archive.org/web/")
        }
    }

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let loaded = try await loadBook(in: world)
        let history = try loaded.workspace.linkHistory(tellingThrough: output)
        let mending = LinkMending(history, archive: archive)
        let links = try selection.links(in: loaded, world)
        var files: [LinkFixFile] = []
        for (path, links) in Dictionary(grouping: links, by: \.source.path).sorted(by: { $0.key < $1.key }) {
            let file = try LinkFixFile(path, links, mending, loaded.workspace)
            if !file.fixes.isEmpty || !file.unplaced.isEmpty { files.append(file) }
        }
        let changes = files.map(\.change).filter { $0.before != $0.after }
        if write { try FileTransaction.commit(changes, in: loaded.workspace.root) }
        if data.json {
            output.print(json: ["items": .array(files.flatMap(\.json)), "written": .bool(write)])
        } else {
            tell(of: files, changes, output)
        }
        return changes.isEmpty || write ? .done : .no
    }

    private func tell(of files: [LinkFixFile], _ changes: [FileChange], _ output: CommandOutput) {
        for change in changes {
            let difference = UnifiedDiff.text(old: change.before, new: change.after, path: change.path)
            output.world.writeOutput(Array(UnifiedDiff.styled(difference, with: output.style).utf8))
        }
        for file in files {
            for fix in file.fixes { output.tell(SafeText.line("\(file.path):\(fix.line): \(fix.sentence)")) }
            for link in file.unplaced { output.tell(SafeText.line("\(link.source): \(Self.unplaced)")) }
        }
        let count = files.reduce(0) { $0 + $1.fixes.count }
        let places = counted(count, "address", plural: "addresses")
        if count == 0 {
            output.tell("No address to change.")
        } else if write {
            output.tell("Wrote \(places) in \(counted(changes.count, "file")).")
        } else {
            output.tell("\(places) to change; --write changes them.")
        }
    }

    private static let unplaced =
        "there is a better address, but the old one is not written here as it was read; change it by hand"
}

/// The better addresses of one file.
struct LinkFixFile {
    let path: String
    let change: FileChange
    private(set) var fixes: [Fix] = []
    /// Links whose address could not be found in their source.
    private(set) var unplaced: [Entry] = []

    struct Fix {
        var line: Int
        var url: String
        var remedy: LinkMending.Remedy
        fileprivate var place: WrittenAddress.Place
    }

    init(_ path: String, _ links: [Entry], _ mending: LinkMending, _ workspace: OpenWorkspace) throws {
        self.path = path
        let bytes = try POSIX.readFile(workspace.path(path))
        let lines = LineTable(bytes)
        var seen: Set<WrittenAddress.Place> = []
        for link in links {
            guard let url = link.link?.url, let remedy = mending.remedy(for: url) else { continue }
            let range = link.source.range
            let start = min(lines.offset(of: range.start), bytes.count)
            let end = max(start, min(lines.offset(of: range.end), bytes.count))
            let places = WrittenAddress.places(of: url, in: bytes, link: start..<end)
            if places.isEmpty { unplaced.append(link) }
            for place in places where seen.insert(place).inserted {
                let line = lines.line(at: place.range.lowerBound)
                fixes.append(Fix(line: line, url: url, remedy: remedy, place: place))
            }
        }
        fixes.sort { $0.place.range.lowerBound < $1.place.range.lowerBound }
        var after = bytes
        for fix in fixes.reversed() {
            let spelling = WrittenAddress.spelling(of: fix.remedy.address, at: fix.place)
            after.replaceSubrange(fix.place.range, with: spelling.utf8)
        }
        change = FileChange(path: path, before: bytes, after: after)
    }

    /// The changes as `--json` prints them.
    var json: [JSONValue] {
        fixes.map { fix in
            .object([
                "path": .string(path), "line": .int(fix.line), "url": .string(fix.url),
                "replacement": .string(fix.remedy.address), "reasons": JSONValue(fix.remedy.reasons.map(\.rawValue)),
            ])
        }
    }
}

extension LinkFixFile.Fix {
    /// Why the address is replaced.
    var sentence: String { remedy.reasons.map(\.phrase).joined(separator: ", ") }
}

extension LinkMending.Reason {
    fileprivate var phrase: String {
        switch self {
        case .archived: "the page is dead; an archive's copy instead"
        case .moved: "the page has moved"
        case .secure: "https answers too"
        case .tracking: "without tracking"
        }
    }
}
