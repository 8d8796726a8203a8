import Model
import Search

/// The JSON value of `search`.
enum SearchJSON {
    static func members(
        _ answer: SearchAnswer, _ hits: [SearchAnswer.Hit], _ nearMisses: [SearchAnswer.Hit], query: String
    ) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "query": .string(query), "total": .int(answer.total), "items": .array(hits.map(item)),
        ]
        if answer.correctedQuery != nil || !answer.translations.isEmpty {
            let names = [answer.correctedQuery ?? query] + answer.translations
            members["interpretedAs"] = .string(names.joined(separator: " | "))
        }
        if !nearMisses.isEmpty { members["nearMisses"] = .array(nearMisses.map(item)) }
        if !answer.suggestions.isEmpty { members["suggestions"] = JSONValue(answer.suggestions) }
        return members
    }

    private static func item(_ hit: SearchAnswer.Hit) -> JSONValue {
        var members: [String: JSONValue]
        switch hit.subject {
        case .entry(let entry): members = JSONValue.members(of: entry)
        case .passage(let passage):
            members = [
                "kind": .string(SearchQuery.prose), "language": .string(passage.language.rawValue),
                "section": JSONValue(passage.section), "source": JSONValue(passage.source),
                "title": .string(passage.section.last ?? passage.source.path),
            ]
        }
        members["score"] = .int(hit.score)
        members["matches"] = .array(hit.matches.map(match))
        members["snippet"] = hit.snippet.map(JSONValue.string)
        return .object(members)
    }

    private static func match(_ match: SearchAnswer.Match) -> JSONValue {
        .object([
            "word": .string(match.word), "found": .string(match.found), "field": .string("\(match.field)"),
            "form": .string("\(match.form)"), "typos": .int(match.typos),
        ])
    }
}
