import Model
import Search
import Terminal
import Workspace

/// What the book already has on the subject of a new record.
enum PriorArt {
    /// The number of entries that are offered.
    private static let limit = 5

    /// The entries that the words of a title and the tags bring up, best first.
    static func find(title: String, tags: [String], in workspace: OpenWorkspace, _ world: World) async -> [Entry] {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { $0.count > 3 && !commonWords.contains($0) }
        guard !words.isEmpty || !tags.isEmpty else { return [] }
        // A workspace of nothing but decisions has no book to ask, and shall not get a cache of one.
        guard (try? POSIX.exists(workspace.path(workspace.settings.knowledge))) == true else { return [] }
        let engine = await workspace.searchEngine(version: Archbook.version, environment: world.environment)
        var scores: [Source: (entry: Entry, score: Int)] = [:]
        for word in Set(words + tags).sorted() {
            var query = SearchQuery(word)
            query.withProse = false
            guard let answer = try? engine.answer(query, limit: hitsAWord) else { continue }
            for hit in answer.hits where hit.rank.typos == 0 {
                guard case .entry(let entry) = hit.subject else { continue }
                scores[entry.source, default: (entry, 0)].score += worth(hit.rank.fields)
            }
        }
        // One weak hit in a long text says little.
        return scores.values.filter { $0.score >= leastScore }
            .sorted { (-$0.score, $0.entry.source) < (-$1.score, $1.entry.source) }
            .prefix(limit).map(\.entry)
    }

    private static let hitsAWord = 40
    /// What a word in the title or among the tags is worth; less than that needs several words.
    private static let leastScore = 6

    /// The worth of a word by the field that it was found in, the title being the first.
    private static func worth(_ field: Int) -> Int { max(1, 10 - 4 * field) }

    /// The entries as lines for the user; empty where there are none.
    static func text(_ entries: [Entry]) -> String {
        guard !entries.isEmpty else { return "" }
        let rows = entries.map { [$0.kind.rawValue, SafeText.line($0.title), SafeText.line("\($0.source)")] }
        let lines = TableLayout([.left, .left, .left]).lines(rows, width: nil)
        return "Prior art:\n" + lines.map { "  \($0)\n" }.joined()
    }

    /// A Markdown link to an entry, from a record in a folder.
    static func reference(to entry: Entry, from folder: String) -> String {
        if let url = entry.link?.url { return "[\(entry.title)](\(url))" }
        var from = folder.split(separator: "/")[...]
        var to = entry.source.path.split(separator: "/")[...]
        while to.count > 1, let first = from.first, first == to.first {
            (from, to) = (from.dropFirst(), to.dropFirst())
        }
        let path = (from.map { _ in ".." } + to).joined(separator: "/")
        let anchor = Citations.anchor(of: entry).map { "#\($0)" } ?? ""
        return "[\(entry.title)](\(path)\(anchor))"
    }

    private static let commonWords: Set<String> = [
        "with", "through", "between", "from", "into", "that", "this", "when", "where", "what", "will", "without",
        "instead", "using", "every", "their", "there", "than", "only", "over", "under", "должны", "будем", "через",
    ]
}
