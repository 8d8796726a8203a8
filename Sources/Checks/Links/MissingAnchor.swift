import Model

/// A link to a section must lead to one that is there, or its reader lands at the top of the page.
struct MissingAnchor: BookRule {
    static let about = RuleDescription(
        "link.missing-anchor", .warning,
        means: "the part of a link after `#` is no heading of the file that it leads to",
        remedy: "correct it; where only one heading is near, `--fix` does",
        hasFix: true)

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.checkedFiles.flatMap { file in
            file.links.compactMap { link in
                guard case .missingAnchor(let anchor, let path) = checked.targets.target(of: link, in: file) else {
                    return nil
                }
                return finding(anchor, of: path, link, in: file, checked.targets)
            }
        }
    }

    private func finding(
        _ anchor: String,
        of path: String,
        _ link: WrittenLink,
        in file: CheckedFile,
        _ targets: LinkTargets
    ) -> Finding {
        let page = path == file.path ? "this file" : "`\(path)`"
        let nearest = NearName.allNearest(to: anchor, in: (targets.anchors(of: path) ?? []).sorted())
        guard let near = nearest.first else {
            return Finding(
                Self.about, path: file.path, link.range,
                "\(page) has no heading `#\(anchor)`; correct the part after #, or take it out")
        }
        let start = link.destination.prefix { $0 != "#" }
        return Finding(
            Self.about, path: file.path, link.range, "\(page) has no heading `#\(anchor)`; did you mean `#\(near)`?",
            fixes: nearest.count > 1 ? [] : MissingTarget.fixes(link, in: file, to: "\(start)#\(near)"))
    }
}
