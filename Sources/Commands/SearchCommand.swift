package import ArgumentParser
package import Model
import Search
import Terminal

/// Searches the book.
package struct SearchCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find entries and prose by their words.",
        discussion: """
            Every word must be found; case does not matter, and е finds ё. Inflected forms, synonyms, typing errors and \
            phrases are not understood yet.

              $ archbook search сага
              $ archbook search outbox kafka --kind pattern --limit 5
            """
    )

    @Argument(help: "The words to find.")
    var words: [String]

    @Option(help: "Only entries of this kind.")
    var kind: EntryKind?

    @Option(help: "How many results to print at most.")
    var limit = 20

    @OptionGroup var filter: FilterOptions
    @OptionGroup var data: DataOptions

    package init() {}

    package func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
    }

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let book = try await loadBook(in: world).book
        let query = words.joined(separator: " ")
        let isFiltered = kind != nil || !filter.tag.isEmpty
        let hits = BookSearch(book).hits(for: query, where: isWanted, withProse: !isFiltered).filter(isWanted)
        let shown = hits.prefix(limit)
        if data.json {
            output.print(json: ["query": .string(query), "items": .array(shown.map(JSONValue.init))])
            return hits.isEmpty ? .no : .done
        }
        let page = HitPage(style: output.style, width: world.terminal.width)
        output.print(shown.map { page.lines($0.card).joined(separator: "\n") }.joinedByBlankLines)
        let more = hits.count > shown.count ? ", \(shown.count) shown" : ""
        output.summarize("\(counted(hits.count, "result")) for \(SafeText.line(query))\(more)")
        return hits.isEmpty ? .no : .done
    }

    private func isWanted(_ entry: Entry) -> Bool {
        (kind == nil || entry.kind == kind) && filter.isWanted(entry)
    }

    /// The filters that prose can pass too.
    private func isWanted(_ hit: BookSearch.Hit) -> Bool {
        guard case .passage(let passage) = hit.subject else { return true }
        return (filter.language.map { passage.language.rawValue == $0.lowercased() } ?? true)
            && (filter.path.map { passage.source.path.hasPrefix($0) } ?? true)
    }
}

extension Array where Element == String {
    /// The texts with an empty line between each two.
    var joinedByBlankLines: [String] { isEmpty ? [] : [joined(separator: "\n\n")] }
}

extension BookSearch.Hit {
    /// What the terminal shows of a hit.
    fileprivate var card: HitPage.Card {
        switch subject {
        case .entry(let entry):
            HitPage.Card(
                title: entry.title, kind: entry.kind.rawValue, place: "\(entry.source)", snippet: snippet ?? entry.note,
                tags: entry.tags.map(\.name))
        case .passage(let passage):
            HitPage.Card(
                title: passage.section.last ?? passage.source.path, kind: "prose", place: "\(passage.source)",
                snippet: snippet ?? passage.text, tags: [])
        }
    }
}

extension JSONValue {
    /// A search result: the entry, or the prose, with what was found in it.
    fileprivate init(_ hit: BookSearch.Hit) {
        var members: [String: JSONValue]
        switch hit.subject {
        case .entry(let entry): members = JSONValue.members(of: entry)
        case .passage(let passage):
            members = [
                "kind": "prose", "language": .string(passage.language.rawValue), "section": JSONValue(passage.section),
                "source": JSONValue(passage.source), "title": .string(passage.section.last ?? passage.source.path),
            ]
        }
        members["score"] = .int(hit.score)
        members["matches"] = JSONValue(hit.matches)
        members["snippet"] = hit.snippet.map(JSONValue.string)
        self = .object(members)
    }
}
