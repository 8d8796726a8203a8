import Model
import Search
import Terminal
import Workspace

/// What the book already has on the subject of a new record.
enum PriorArt {
    /// The number of entries that are offered.
    private static let limit = 5

    /// The entries that the words of a title and the tags bring up, best first.
    static func find(title: String, tags: [String], in workspace: OpenWorkspace) async -> [Entry] {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { $0.count > 3 && !commonWords.contains($0) }
        guard !words.isEmpty || !tags.isEmpty else { return [] }
        let book = await workspace.readBook()
        let search = BookSearch(book)
        var scores: [EntryID: (entry: Entry, score: Int)] = [:]
        for word in Set(words + tags).sorted() {
            for hit in search.hits(for: word, withProse: false).prefix(40) {
                guard case .entry(let entry) = hit.subject else { continue }
                scores[entry.id, default: (entry, 0)].score += hit.score
            }
        }
        // One weak hit in a long text says little.
        return scores.values.filter { $0.score >= 16 }
            .sorted { (-$0.score, $0.entry.source) < (-$1.score, $1.entry.source) }
            .prefix(limit).map(\.entry)
    }

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
        return "[\(entry.title)](\(path))"
    }

    private static let commonWords: Set<String> = [
        "with", "through", "between", "from", "into", "that", "this", "when", "where", "what", "will", "without",
        "instead", "using", "every", "their", "there", "than", "only", "over", "under", "должны", "будем", "через",
    ]
}
