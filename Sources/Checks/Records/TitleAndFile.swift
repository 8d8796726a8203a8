import Model

/// A file should be named and numbered as its title is, or nobody finds it again.
struct TitleAndFile: RecordRule {
    static let about = RuleDescription(
        "record.title-and-file", .warning, exception: "a note where the two have no word in common",
        means: "a title has another number than its file, or the two have no word in common",
        remedy: "number the title as its file is, or name one after the other", hasFix: true)

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { Self.wrongNumber($0) ?? Self.otherWords($0) }
    }

    /// The finding about a title with another number than its file.
    private static func wrongNumber(_ item: RecordShelf.Item) -> Finding? {
        guard let title = item.record.places.titleNumber, let number = item.record.number, title.value != number else {
            return nil
        }
        var finding = Finding(
            Self.about, item,
            "the file \(item.record.stem) has the number \(number) and its title \(title.value); links and lists say "
                + "one or the other", at: title.range)
        let width = title.range.end.column - title.range.start.column
        let edit = TextEdit(
            path: item.entry.source.path, range: title.range, original: padded(title.value, to: width),
            replacement: width > String(title.value).utf8.count ? padded(number, to: width) : String(number))
        finding.fixes = [Fix(title: "number the title \(number), as its file is", edits: [edit])]
        return finding
    }

    private static func otherWords(_ item: RecordShelf.Item) -> Finding? {
        guard !item.entry.titleIsDerived else { return nil }
        // A file that is named by the whole title, as most are, needs no look at the words.
        if item.record.stem.utf8.reversed().starts(with: HeadingNames.slug(of: item.entry.title).utf8.reversed()) {
            return nil
        }
        let name = Self.words(item.record.stem).filter { !$0.allSatisfy(\.isNumber) }
        let title = Self.words(item.entry.title)
        guard !name.isEmpty, !title.isEmpty, Set(name).isDisjoint(with: title) else { return nil }
        // A name in another script, or of one word, may be an honest short form.
        guard name.count > 1, item.entry.title.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return Finding(
            Self.about, item,
            "the file \(item.record.stem) and its title \"\(item.entry.title)\" have no word in common; name one after "
                + "the other", severity: .note,
            at: item.record.places.title)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { !["adr", "rfc", "kip", "eip", "pep", "xxxx"].contains($0) }
    }
}
