package import ArgumentParser
package import Model
import Terminal

/// Searches the book.
package struct SearchCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find entries and prose by their words.",
        discussion: """
            Every word must be found, in any inflection; the last one may be unfinished. Names of concepts are found \
            under their other names too, in English and in Russian. A word that is nowhere is taken for a typing \
            error, or for one typed with the wrong keyboard layout.

            "two words" must follow one another; -word must not be there; idem* begins a word; tag:, kind:, lang: and \
            host: narrow the results down. Write -- before a query that begins with a hyphen.

              $ archbook search сага
              $ archbook search outbox kafka --kind pattern --limit 5
              $ archbook search '"dead letter" tag:messaging' -- -kafka
              $ archbook search eventual consistancy --explain
            """
    )

    @Argument(help: "The words to find.")
    var words: [String]

    @Option(help: "Only entries of this kind.")
    var kind: EntryKind?

    @Option(help: "How many results to print at most.")
    var limit = 20

    @Flag(help: "Tell how each result was found and came to its place.")
    var explain = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var data: DataOptions

    package init() {}

    package func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
    }

    package func run(in world: World) async throws -> Outcome { try await request.run(in: world) }

    /// What the arguments ask for.
    package var request: SearchRequest {
        var request = SearchRequest()
        (request.words, request.kind, request.limit, request.explain) = (words, kind, limit, explain)
        (request.tags, request.language, request.path) = (filter.tag, filter.language, filter.path)
        (request.json, request.color) = (data.json, data.display.color)
        return request
    }
}
