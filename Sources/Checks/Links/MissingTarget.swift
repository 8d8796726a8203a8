import Model

/// A link within the workspace must lead to something.
struct MissingTarget: BookRule {
    static let about = RuleDescription(
        "link.missing-target", .error,
        means: "a link or an image leads to a file that is not there",
        remedy: "correct the path; where one file of the book has that name, `--fix` does",
        hasFix: true)

    func findings(in checked: CheckedBook) -> [Finding] {
        let relations = Self.relations(of: checked.shelf)
        return checked.book.checkedFiles.flatMap { file in
            file.links.compactMap { link in
                switch checked.targets.target(of: link, in: file) {
                case .missingFile where AddressFault(link.destination) != nil: nil
                case .missingFile where Self.isTold(link, of: relations[file.path]): nil
                case .missingFile:
                    finding(link, in: file, checked.targets)
                case .nowhere:
                    Finding(Self.about, path: file.path, link.range, Self.withoutAddress)
                default: nil
                }
            }
        }
    }

    private static let withoutAddress = "this link has no address; write one, or unlink it"

    /// The stems that the relations of each record name, whose absence is told by the rule about relations.
    private static func relations(of shelf: RecordShelf) -> [String: Set<String>] {
        Dictionary(
            shelf.items.map { ($0.entry.source.path, Set($0.record.relations.compactMap(\.target))) }
        ) { first, _ in first }
    }

    private static func isTold(_ link: WrittenLink, of stems: Set<String>?) -> Bool {
        guard let stems, !stems.isEmpty else { return false }
        let name = PagePath.fileName(of: String(link.destination.prefix { $0 != "#" }))
        return stems.contains(name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
    }

    private func finding(_ link: WrittenLink, in file: CheckedFile, _ targets: LinkTargets) -> Finding {
        guard case .relative(let path, let fragment) = WebAddress(link.destination) else {
            return Finding(Self.about, path: file.path, link.range, "this link leads nowhere; correct it")
        }
        let thing = link.isImage ? "image" : "file"
        let meant = targets.paths(named: PagePath.fileName(of: path))
        guard meant.count == 1, let target = meant.first else {
            return Finding(
                Self.about, path: file.path, link.range, "there is no \(thing) `\(path)`; correct the path, or add it")
        }
        let corrected = PagePath.relative(from: file.path, to: target)
        return Finding(
            Self.about, path: file.path, link.range,
            "there is no \(thing) `\(path)`; `\(corrected)` has that name and may be meant",
            fixes: Self.fixes(link, in: file, to: corrected + (fragment.map { "#\($0)" } ?? "")))
    }

    /// The fix that writes another destination, when it is certain where the old one stands.
    static func fixes(_ link: WrittenLink, in file: CheckedFile, to destination: String) -> [Fix] {
        // What Markdown would want escaped is left to a person.
        guard let range = link.destinationRange, !destination.utf8.contains(where: { " ()<>\\".utf8.contains($0) })
        else { return [] }
        let edit = TextEdit(path: file.path, range: range, original: link.destination, replacement: destination)
        return [Fix(title: "lead to `\(destination)`", edits: [edit])]
    }
}
