package import ArgumentParser
package import Model
import Terminal

/// Lists the tags of the book.
package struct TagsCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: "List the tags with how many entries have each, or the entries of one tag.",
        discussion: """
            Tags come from front matter, #hashtags and the headings above an entry. The vocabulary with its concepts and \
            aliases is not there yet.

              $ archbook tags
              $ archbook tags cqrs
              $ archbook tags --why saga
            """
    )

    @Argument(help: "Show the entries with this tag.")
    var tag: String?

    @Option(help: ArgumentHelp("Tell why an entry has its tags.", valueName: "id"))
    var why: String?

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let book = try await loadBook(in: world).book
        if let why { return try explain(try EntryLookup(book).entry(named: why), output) }
        return tag.map { list($0.lowercased(), in: book, output) } ?? count(in: book, output)
    }

    private func count(in book: Book, _ output: CommandOutput) -> Outcome {
        var counts: [String: Int] = [:]
        for entry in book.entries { for tag in entry.tags { counts[tag.name, default: 0] += 1 } }
        let sorted = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        if data.json {
            let items = counts.sorted { $0.key < $1.key }.map { name, count in
                JSONValue.object(["id": .string(name), "labels": JSONValue([name]), "count": .int(count)])
            }
            output.print(json: ["items": .array(items)])
            return .done
        }
        let rows = sorted.map { ["\($0.value)", SafeText.line($0.key)] }
        output.print(TableLayout([.right, .left]).lines(rows, width: output.width))
        output.summarize(counted(sorted.count, "tag"))
        return .done
    }

    private func list(_ name: String, in book: Book, _ output: CommandOutput) -> Outcome {
        let entries = book.entries.filter { entry in entry.tags.contains { $0.name == name } }
        if data.json {
            output.print(json: ["items": .array(entries.map(JSONValue.init))])
        } else {
            output.print(EntryRows.lines(entries, width: output.width, style: output.style))
            output.summarize("\(countedEntries(entries.count)) tagged \(SafeText.line(name))")
        }
        return entries.isEmpty ? .no : .done
    }

    private func explain(_ entry: Entry, _ output: CommandOutput) throws -> Outcome {
        if data.json {
            let items = entry.tags.map { tag in
                JSONValue.object(["id": .string(tag.name), "why": .string(tag.reason.sentence)])
            }
            output.print(json: ["id": .string(entry.id.rawValue), "items": .array(items)])
            return .done
        }
        let rows = entry.tags.map { [SafeText.line($0.name), SafeText.line($0.reason.sentence)] }
        output.print(TableLayout([.left, .left]).lines(rows, width: nil))
        output.summarize("\(counted(entry.tags.count, "tag")) of \(entry.id)")
        return .done
    }
}

extension Tag.Reason {
    /// Why the tag is there, in words.
    fileprivate var sentence: String {
        switch self {
        case .frontMatter: "the front matter of the file names it"
        case .hashtag: "the text has it as a #hashtag"
        case .section(let heading): "it stands under the heading \"\(heading)\""
        case .record: "the record names it"
        }
    }
}
