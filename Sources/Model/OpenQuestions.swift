/// The open questions of a proposal: the items `- [ ]` of its section Comments.
package enum OpenQuestions {
    /// The number of items that are not ticked.
    ///
    /// - Parameter body: the text of the proposal; lines in code fences are passed over.
    package static func count(in body: String) -> Int { lines(in: body).count }

    /// The lines of the items that are not ticked, counted from 0.
    package static func lines(in body: String) -> [Int] {
        var isInSection = false
        var fence: Substring?
        var lines: [Int] = []
        for (number, line) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let text = line.trimmed
            if let open = fence {
                if text.hasPrefix(open) { fence = nil }
                continue
            }
            if text.hasPrefix("```") || text.hasPrefix("~~~") {
                fence = text.prefix(3)[...]
            } else if text.hasPrefix("#") {
                let name = text.drop { $0 == "#" }.trimmed.lowercased()
                let level = text.prefix { $0 == "#" }.count
                if name == "comments" { isInSection = true } else if level <= 2 { isInSection = false }
            } else if isInSection, ["- [ ]", "* [ ]", "+ [ ]"].contains(where: text.hasPrefix) {
                lines.append(number)
            }
        }
        return lines
    }
}
