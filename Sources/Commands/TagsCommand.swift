package import ArgumentParser
package import Model
import Terminal

/// Lists the tags of the book.
package struct TagsCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: "List the tags with how many entries have each, or the entries of one tag.",
        discussion: """
            Tags come from front matter, #hashtags, the headings above an entry, and the vocabulary: an entry has the \
            concepts that its title, names, headings, note and text speak of. Concepts stand below the wider ones \
            that they belong to.

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
        let tree = TagTree(book)
        if data.json {
            output.print(json: ["items": .array(tree.items)])
            return .done
        }
        let rows = tree.rows.map { row in
            ["\(row.count)", SafeText.line(String(repeating: "  ", count: row.depth) + row.name)]
        }
        output.print(TableLayout([.right, .left]).lines(rows, width: output.width))
        output.summarize(counted(tree.tagCount, "tag"))
        return .done
    }

    private func list(_ name: String, in book: Book, _ output: CommandOutput) -> Outcome {
        let names = Set([name] + book.vocabulary.narrower(than: name))
        let entries = book.entries.filter { entry in entry.tags.contains { names.contains($0.name) } }
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
        case .concept(let evidence):
            evidence.map { "\"\($0.words)\" \($0.place.phrase)" }.joined(separator: "; ")
        }
    }
}

extension ConceptEvidence.Place {
    /// Where the words stand.
    fileprivate var phrase: String {
        switch self {
        case .title: "in the title"
        case .alias: "in another name"
        case .heading: "in a heading above"
        case .note: "in the note"
        case .body: "in the text"
        case .rule: "is a rule of the vocabulary"
        }
    }
}
