import Model

/// A footnote needs its mark and its text, or readers see brackets, or nothing.
struct HalfFootnote: BookRule {
    static let about = RuleDescription(
        "markdown.footnote", .warning,
        means: "a mark `[^label]` has no footnote in its file, or a footnote has no mark and is shown nowhere",
        remedy: "write the half that is missing, or remove the other")

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.checkedFiles.flatMap { file in
            file.footnotes.map { note in
                Finding(Self.about, path: file.path, note.range, note.isText ? Self.text(note) : Self.mark(note))
            }
        }
    }

    private static func mark(_ note: LooseFootnote) -> String {
        "this file has no footnote `\(note.label)`; write `[^\(note.label)]: …` on a line of its own"
    }

    private static func text(_ note: LooseFootnote) -> String {
        "nothing refers to the footnote `\(note.label)`, so it is shown nowhere; write `[^\(note.label)]` where it belongs"
    }
}
