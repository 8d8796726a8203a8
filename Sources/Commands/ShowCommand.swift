package import ArgumentParser
package import Model
import Terminal

/// Shows one entry whole.
package struct ShowCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a whole entry.",
        discussion: """
            An entry is named by its id, the beginning of its id where only one begins so, or its title. The decisions \
            and proposals that link to it are named too.

              $ archbook show saga
              $ archbook show "Anti-corruption layer" --json
            """
    )

    @Argument(help: "The id, the beginning of one, or the title.")
    var id: String

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let book = try await loadBook(in: world).book
        let entry = try EntryLookup(book).entry(named: id)
        let citing = Citations(book).records(citing: entry)
        if data.json {
            var members = JSONValue.members(of: entry)
            members["body"] = entry.body.map(JSONValue.string)
            if !citing.isEmpty { members["citedBy"] = JSONValue(citing.map(\.id.rawValue)) }
            output.print(json: members)
            return .done
        }
        output.print(EntryPage(style: output.style, width: world.terminal.width).lines(entry, citedBy: citing))
        return .done
    }
}

/// Finds the entry that a user means.
struct EntryLookup {
    private let book: Book

    init(_ book: Book) { self.book = book }

    /// The entry with a name: its id, its title, or the only id that begins so.
    ///
    /// - Throws: `CommandFailure` when there is none, or more than one.
    func entry(named name: String) throws(CommandFailure) -> Entry {
        let wanted = name.trimmed.lowercased()
        if let exact = book.entries.first(where: { $0.id.rawValue == wanted || $0.id.rawValue == name }) {
            return exact
        }
        let titled = book.entries.filter { entry in
            ([entry.title] + entry.aliases).contains { $0.lowercased() == wanted }
        }
        if let only = titled.first, titled.count == 1 { return only }
        let begun =
            titled.isEmpty ? book.entries.filter { !wanted.isEmpty && $0.id.rawValue.hasPrefix(wanted) } : titled
        if let only = begun.first, begun.count == 1 { return only }
        throw begun.isEmpty ? .noEntry(name, near: near(wanted)) : .severalEntries(name, begun)
    }

    /// The ids that hold the name somewhere.
    private func near(_ wanted: String) -> [Entry] {
        book.entries.filter { !wanted.isEmpty && $0.id.rawValue.contains(wanted) }
    }
}

extension CommandFailure {
    fileprivate static func noEntry(_ name: String, near: [Entry]) -> CommandFailure {
        let name = SafeText.line(name)
        guard !near.isEmpty else {
            return CommandFailure("no entry is called \"\(name)\". `archbook search` finds entries by their words")
        }
        return CommandFailure("no entry is called \"\(name)\". Did you mean \(list(near))?")
    }

    fileprivate static func severalEntries(_ name: String, _ entries: [Entry]) -> CommandFailure {
        CommandFailure(
            "\"\(SafeText.line(name))\" is not one entry but \(entries.count): \(list(entries)). Name one by its id")
    }

    private static func list(_ entries: [Entry]) -> String {
        let ids = entries.prefix(5).map(\.id.rawValue).joined(separator: ", ")
        return entries.count > 5 ? "\(ids) and \(entries.count - 5) more" : ids
    }
}
