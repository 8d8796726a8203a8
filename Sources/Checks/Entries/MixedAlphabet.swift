import Model

/// A word with a letter of another alphabet looks right, and no search finds it.
struct MixedAlphabet: BookRule {
    static let about = RuleDescription(
        "text.mixed-alphabet", .warning,
        means: "a word mixes Latin and Cyrillic letters that look alike, such as a Latin c in `сага`",
        remedy: "write the word in one alphabet; where it is certain which was meant, `--fix` does",
        hasFix: true)

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.checkedFiles.flatMap { file in
            file.mixedWords.map { mixed in
                let letters = mixed.foreign.unicodeScalars.count == 1 ? "a letter" : "letters"
                let fix = mixed.replacement.map { replacement in
                    Fix(
                        title: "write `\(replacement)` in one alphabet",
                        edits: [
                            TextEdit(
                                path: file.path, range: mixed.range, original: mixed.word, replacement: replacement)
                        ])
                }
                return Finding(
                    Self.about, path: file.path, mixed.range,
                    "`\(mixed.word)` has \(letters) of the \(mixed.alphabet) alphabet (\(mixed.foreign)) among others that "
                        + "look alike, so that no search finds it; write it in one alphabet",
                    fixes: fix.map { [$0] } ?? [])
            }
        }
    }
}
