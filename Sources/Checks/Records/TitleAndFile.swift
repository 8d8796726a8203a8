import Model

/// A file should be named after its title, or nobody finds it again.
struct TitleAndFile: RecordRule {
    static let about = RuleDescription(
        "record.title-and-file", .note,
        means: "the name of a file and its title have no word in common",
        remedy: "name one after the other")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { item in
            guard !item.entry.titleIsDerived else { return nil }
            let name = Self.words(item.record.stem).filter { !$0.allSatisfy(\.isNumber) }
            let title = Self.words(item.entry.title)
            guard !name.isEmpty, !title.isEmpty, Set(name).isDisjoint(with: title) else { return nil }
            // A name in another script, or of one word, may be an honest short form.
            guard name.count > 1, item.entry.title.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            return Finding(
                Self.about, item,
                "the file \(item.record.stem) and its title \"\(item.entry.title)\" have no word in common; name one after "
                    + "the other")
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { !["adr", "rfc", "kip", "eip", "pep", "xxxx"].contains($0) }
    }
}
