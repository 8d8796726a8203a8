import Markdown
import Model

/// Tells what a source ran into while it was read.
enum ReadingFindings {
    static func findings(of tree: MarkdownTree, frontMatter: FrontMatter, in source: SourceText) -> [Finding] {
        tree.limits.map { finding(of: $0, in: source) }
            + (frontMatter.fault.map { [finding(of: $0, in: source)] } ?? [])
    }

    private static func finding(of limit: MarkdownLimit, in source: SourceText) -> Finding {
        switch limit {
        case .nesting(let position):
            Finding(
                rule: "markdown.nesting", severity: .warning, path: source.path, range: SourceRange(at: position),
                message:
                    "nested deeper than \(MarkdownParser.deepestNesting) levels; what is deeper was read at that level")
        case .table(let position):
            Finding(
                rule: "markdown.table-size", severity: .warning, path: source.path, range: SourceRange(at: position),
                message: "this table would be padded to over \(MarkdownParser.largestTable) cells; "
                    + "the file's tables were read as text. Shorten the table's header")
        case .inlines(let position):
            Finding(
                rule: "markdown.inlines", severity: .warning, path: source.path, range: SourceRange(at: position),
                message: "this paragraph opens thousands of tags, comments or images that it does not close; "
                    + "their `<` and `!` were read as text. Close them, or put them in a code block")
        case .size:
            Finding(
                rule: "markdown.size", severity: .error, path: source.path,
                message: "larger than \(MarkdownParser.largestText / 1_048_576) MiB and not read; split the file")
        }
    }

    private static func finding(of fault: FrontMatter.Fault, in source: SourceText) -> Finding {
        let (line, message) =
            switch fault {
            case .illFormed(let reason, let line):
                (line + 1, "the front matter is not YAML (\(reason)); its keys were not used")
            case .tooLarge: (1, "the front matter is too large or too deep; its keys were not used")
            case .notAMapping: (2, "the front matter has no `key: value` lines; it was not used")
            case .unclosed:
                (
                    1,
                    "the front matter is never closed, so it was read as text; write `---` on a line of its own below "
                        + "its last key"
                )
            }
        let position = SourcePosition(line: line, column: 1)
        return Finding(
            rule: "markdown.front-matter", severity: .warning, path: source.path, range: SourceRange(at: position),
            message: message)
    }
}
