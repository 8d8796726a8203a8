package import ArgumentParser
package import Model
import Reading
import Terminal
import Workspace

/// Undoes broken encodings.
package struct RepairCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Undo broken encodings, as a diff.",
        discussion: """
            Finds text whose UTF-8 was decoded as Mac Roman, Windows-1251 and the like, and shows what it was. Nothing is
            written without --write. What was repaired in code and in addresses is told line by line; text whose bytes were
            lost is named, never guessed. The exit code is 1 when there is something to repair and --write is not given.

              $ archbook repair knowledge/reviews/week-07.md
              $ archbook repair knowledge/*.md --write
            """
    )

    @Argument(help: "The files to look at; - reads standard input and prints it repaired.")
    var files: [String]

    @Flag(help: "Write the repaired files.")
    var write = false

    @OptionGroup var display: DisplayOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        if files == ["-"] { return repairInput(world) }
        let output = CommandOutput(world, display)
        var changes: [FileChange] = []
        var failures = 0
        for file in files {
            do throws(FileError) {
                if let change = try change(of: file, output) { changes.append(change) }
            } catch {
                failures += 1
                output.tell("archbook: \(error)")
            }
        }
        if write { try commit(changes, world, output) }
        if failures > 0 { return .failed }
        return changes.isEmpty || write ? .done : .no
    }

    /// Prints what is repaired of standard input, so that the command can stand in a pipe.
    private func repairInput(_ world: World) -> Outcome {
        let bytes = world.readInput()
        let text = String(validating: bytes, as: UTF8.self)
        guard text != nil else {
            world.writeError(Array("archbook: standard input is not UTF-8; convert it first\n".utf8))
            return .failed
        }
        world.writeOutput(TextRepair.repair(bytes).bytes)
        return .done
    }

    /// Shows what would become of a file; nil when nothing would.
    private func change(of file: String, _ output: CommandOutput) throws(FileError) -> FileChange? {
        let path = file.hasPrefix("/") ? file : "\(output.world.directory)/\(file)"
        let bytes = try POSIX.readFile(path, limit: 64 * 1024 * 1024)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            output.tell("\(SafeText.line(file)): not UTF-8, left alone; convert it to UTF-8 first")
            return nil
        }
        let repaired = TextRepair.repair(bytes)
        let lines = LineTable(bytes)
        tell(of: repaired, in: file, lines, output)
        guard repaired.bytes != bytes else { return nil }
        let difference = UnifiedDiff.text(old: bytes, new: repaired.bytes, path: file)
        output.world.writeOutput(Array(UnifiedDiff.styled(difference, with: output.style).utf8))
        let runs = counted(repaired.edits.count, "broken run")
        output.tell("\(SafeText.line(file)): \(runs) (\(repaired.encodingNames))")
        return FileChange(path: path, before: bytes, after: repaired.bytes)
    }

    /// Tells what was repaired where text is taken literally, and what cannot be.
    private func tell(of repaired: RepairedText, in file: String, _ lines: LineTable, _ output: CommandOutput) {
        let name = SafeText.line(file)
        for (word, places) in [("code", [RepairEdit.Place.code, .codeSpan]), ("addresses", [.url])] {
            let edits = repaired.edits.filter { places.contains($0.place) }
            let numbers = edits.map { lines.line(at: $0.original.lowerBound) }
            guard let first = numbers.first else { continue }
            output.tell(
                "\(name):\(first): \(counted(Set(numbers).count, "line")) with repairs in \(word); look at those twice")
        }
        for lost in repaired.lost {
            let position = lines.position(at: lost.original.lowerBound)
            let hint =
                lost.candidates.isEmpty
                ? "" : "; it may have been \(lost.candidates.prefix(5).joined(separator: " or "))"
            output.tell("\(name):\(position.line):\(position.column): bytes were lost here\(hint)")
        }
    }

    private func commit(_ changes: [FileChange], _ world: World, _ output: CommandOutput) throws {
        guard !changes.isEmpty else { return }
        let byFolder = Dictionary(grouping: changes) { change in
            change.path.lastIndex(of: "/").map { String(change.path[..<$0]) } ?? "/"
        }
        let root = try commonFolder(of: Array(byFolder.keys), world)
        let relative = changes.map { change in
            FileChange(
                path: String(change.path.dropFirst(root.count + 1)), before: change.before, after: change.after)
        }
        try FileTransaction.commit(relative, in: root)
        output.tell("Wrote \(counted(changes.count, "file")).")
    }

    /// The workspace when all files are in it, else the folder that they share.
    private func commonFolder(of folders: [String], _ world: World) throws -> String {
        if let workspace = try? OpenWorkspace.find(from: world.directory),
            folders.allSatisfy({ $0 == workspace.root || $0.hasPrefix("\(workspace.root)/") })
        {
            return workspace.root
        }
        guard let first = folders.min() else { return "/" }
        var parts = first.split(separator: "/")
        while !folders.allSatisfy({ "\($0)/".hasPrefix("/" + parts.joined(separator: "/") + "/") }), !parts.isEmpty {
            parts.removeLast()
        }
        return "/" + parts.joined(separator: "/")
    }
}
