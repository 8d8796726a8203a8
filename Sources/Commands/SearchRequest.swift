package import Model
import Search
package import Terminal
import Workspace

/// One search as its arguments ask for it, however they were read.
package struct SearchRequest: Sendable, Equatable {
    /// The words of the query.
    package var words: [String] = []
    package var kind: EntryKind?
    /// The number of results that are printed at most.
    package var limit = 20
    /// Whether each result tells how it was found.
    package var explain = false
    /// Whether the results are one JSON value.
    package var json = false
    package var color = ColorChoice.auto
    /// The narrowing options, as they were typed.
    package var tags: [String] = []
    package var language: String?
    package var path: String?

    package init() {}

    /// Searches and prints what was found.
    func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, color: color)
        let workspace = try openWorkspace(in: world)
        let (answer, engine) = try await answer(in: workspace, world)
        let hits = answer.hits.map { $0.named(by: engine) }
        let nearMisses = answer.nearMisses.map { $0.named(by: engine) }
        if json {
            output.print(json: SearchJSON.members(answer, hits, nearMisses, query: text))
        } else {
            show(answer, hits, nearMisses, output)
        }
        return answer.total == 0 ? .no : .done
    }

    private var text: String { words.joined(separator: " ") }

    private func query() -> SearchQuery {
        var query = SearchQuery(text)
        if let kind { query.kinds.append(kind.rawValue) }
        if let language { query.languages.append(language.lowercased()) }
        query.tags += tags.map { $0.lowercased() }
        query.path = path
        return query
    }

    /// The answer, from the book itself where the cache turns out to be damaged.
    private func answer(in workspace: OpenWorkspace, _ world: World) async throws -> (SearchAnswer, SearchEngine) {
        let query = query()
        let engine = await workspace.searchEngine(version: Archbook.version, environment: world.environment)
        if let answer = try? engine.answer(query, limit: limit) { return (answer, engine) }
        let whole = await workspace.rebuiltSearchEngine(version: Archbook.version, environment: world.environment)
        guard let answer = try? whole.answer(query, limit: limit) else { throw Self.changing }
        return (answer, whole)
    }

    private static let changing = CommandFailure(
        "the sources keep changing while they are searched; search again when they are at rest")
}

// MARK: - Text

extension SearchRequest {
    private func show(
        _ answer: SearchAnswer, _ hits: [SearchAnswer.Hit], _ nearMisses: [SearchAnswer.Hit], _ output: CommandOutput
    ) {
        let page = HitPage(style: output.style, width: output.world.terminal.width)
        func cards(_ hits: [SearchAnswer.Hit]) -> [String] {
            hits.map { page.lines($0.card(isExplained: explain)).joined(separator: "\n") }.joinedByBlankLines
        }
        output.print(cards(hits))
        guard answer.total == 0 else {
            output.summarize(summary(answer, shown: hits.count))
            return
        }
        if !nearMisses.isEmpty {
            output.tell("Nothing has all of the words. Nearest:\n")
            output.print(cards(nearMisses))
        }
        if !answer.suggestions.isEmpty {
            output.tell("Words like it: \(answer.suggestions.map(SafeText.line).joined(separator: ", "))")
        }
        output.summarize("no results for \(SafeText.line(text))")
    }

    private func summary(_ answer: SearchAnswer, shown: Int) -> String {
        var text = "\(counted(answer.total, "result")) for \(SafeText.line(answer.correctedQuery ?? text))"
        if answer.correctedQuery != nil { text = "nothing is spelt so; showing " + text }
        if !answer.translations.isEmpty {
            text += " and \(answer.translations.prefix(4).map(SafeText.line).joined(separator: ", "))"
        }
        if answer.total > shown { text += ", \(shown) shown" }
        return text
    }
}

extension Array where Element == String {
    /// The texts with an empty line between each two.
    var joinedByBlankLines: [String] { isEmpty ? [] : [joined(separator: "\n\n")] }
}

extension SearchAnswer.Hit {
    /// The same with the id that the entry has in the whole book.
    fileprivate func named(by engine: SearchEngine) -> SearchAnswer.Hit {
        guard case .entry(let entry) = subject else { return self }
        var hit = self
        hit.subject = .entry(engine.named(entry))
        return hit
    }

    /// What the terminal shows of a hit.
    fileprivate func card(isExplained: Bool) -> HitPage.Card {
        var card =
            switch subject {
            case .entry(let entry):
                HitPage.Card(
                    title: entry.title, kind: entry.kind.rawValue, place: "\(entry.source)",
                    snippet: snippet ?? entry.note, tags: entry.tags.map(\.name))
            case .passage(let passage):
                HitPage.Card(
                    title: passage.section.last ?? passage.source.path, kind: SearchQuery.prose,
                    place: "\(passage.source)", snippet: snippet ?? passage.text, tags: [])
            }
        if isExplained { card.explanation = explanation }
        return card
    }

    /// How each word was found, and what decided the place.
    private var explanation: [String] {
        var sentences = matches.map { match in
            let errors = match.typos > 0 ? ", \(match.typos) typed wrong" : ""
            return "\(match.word): \(match.found) in the \(match.field.name), \(match.form.name)\(errors)"
        }
        let missing = rank.missing > 0 ? "missing \(rank.missing), " : ""
        let exact = rank.isExactTitle ? "exact title, " : ""
        sentences.append(
            "rank: \(exact)\(missing)errors \(rank.typos), fields \(rank.fields), forms \(rank.forms); score \(score)")
        return sentences
    }
}
