import Model

/// The rules whose findings come up while files are read.
extension RuleCatalogue {
    static let bytes = [
        RuleDescription(
            "source.unreadable", .error,
            exception: "a warning for a symbolic link or a special file, which is left out",
            means: "a file or folder could not be read, is no text, or has a name that is not UTF-8",
            remedy: "correct its permissions or its name, or move it out of the sources"),
        RuleDescription(
            "text.not-utf8", .error,
            means: "bytes that are not UTF-8 are shown as U+FFFD",
            remedy: "convert the file to UTF-8"),
        RuleDescription(
            "text.nul", .warning,
            means: "NUL bytes are shown as U+FFFD",
            remedy: "remove them"),
        RuleDescription(
            "text.lone-cr", .note,
            means: "lines end in a lone carriage return; they are read as lines",
            remedy: "end lines in a line feed"),
        RuleDescription(
            "text.mojibake", .warning,
            exception: "one note for all code blocks of a file, which may show broken text on purpose; code spans are "
                + "passed over",
            means: "UTF-8 text was decoded in another encoding; it is read as it was meant",
            remedy: "let `--fix` or `archbook repair FILE --write` write it so",
            hasFix: true),
        RuleDescription(
            "text.lost-bytes", .warning,
            means: "such text lost bytes on the way, so it cannot be undone; the finding names what it may have been",
            remedy: "write the text anew"),
    ]

    static let markdown = [
        RuleDescription(
            "markdown.front-matter", .warning,
            means: "the block between `---` at the start is not YAML, has no `key: value` lines, is too large, or is "
                + "never closed; its keys were not used",
            remedy: "correct it"),
        RuleDescription(
            "markdown.nesting", .warning,
            means: "quotes or lists are nested deeper than 200 levels; what is deeper was read at that level",
            remedy: "nest less"),
        RuleDescription(
            "markdown.table-size", .warning,
            means: "a table would be padded to more cells than can be handled; the file's tables were read as text",
            remedy: "shorten the table's header, or split it"),
        RuleDescription(
            "markdown.inlines", .warning,
            means: "a paragraph opens thousands of tags, comments or images that it does not close; their `<` and `!` "
                + "were read as text",
            remedy: "close them, or put them in a code block"),
        RuleDescription(
            "markdown.size", .error,
            means: "a file is larger than 16 MiB and was not read",
            remedy: "split it"),
    ]

    static let entries = [
        RuleDescription(
            "question.same-id", .warning,
            means: "two questions have the same text or the same marker, so they would share one history of reviews",
            remedy: "change one, or give it a marker of its own")
    ]

    static let vocabulary = [
        RuleDescription(
            "vocabulary.ill-formed", .error,
            means: "the vocabulary is not YAML, has no list of concepts, or a concept has no id, has that of another, "
                + "or names one that there is not",
            remedy: "put it right; the other concepts are used meanwhile")
    ]

    static let records = [
        RuleDescription(
            "record.unreadable", .error,
            means: "a record could not be read, or its name is not UTF-8",
            remedy: "correct its permissions or its name"),
        RuleDescription(
            "record.missing-title", .warning,
            means: "a record has no first heading",
            remedy: "add one, such as `# 12. The title`"),
        RuleDescription(
            "record.missing-status", .warning,
            means: "a record states no status",
            remedy: "add a section `## Status` with a word such as Accepted"),
        RuleDescription(
            "record.unknown-status", .warning,
            means: "the status of a record is no word that is known",
            remedy: "use a word of [the table](records.md), such as Proposed, Accepted or Superseded"),
        RuleDescription(
            "record.unknown-date", .warning,
            means: "the date of a record is none",
            remedy: "write it as `2026-01-12`"),
        RuleDescription(
            "record.edited-after-acceptance", .warning,
            means: "the text of a record was rewritten after it was accepted; `rfc audit` tells it of proposals, and "
                + "`check` of both where git has the history",
            remedy: "put it back, or supersede the record",
            toldBy: .audit),
        RuleDescription(
            "record.list-out-of-date", .warning,
            means:
                "a list of decisions in the root, in `docs` or beside the decisions is not what `adr toc` would write",
            remedy: "let `archbook adr toc FILE` write it anew", hasFix: true),
    ]

    static let settings = [
        RuleDescription(
            "settings.archbook-yml", .warning,
            means: "`archbook.yml` is not YAML, has an unknown key, or a value that cannot be; the default holds",
            remedy: "correct it; [settings.md](settings.md) has the keys")
    ]
}
