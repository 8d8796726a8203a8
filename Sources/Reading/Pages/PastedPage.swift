package import Model

/// A web page pasted as plain text, line by line.
package struct PastedPage: Sendable, Equatable {
    package var lines: [Line]

    /// One non-blank line of a page.
    package struct Line: Sendable, Equatable {
        package var kind: Kind
        /// The bytes of the line in the text.
        package var range: Range<Int>
    }

    /// What a line of a page is.
    package enum Kind: Sendable, Equatable {
        case heading(String)
        /// `Name - description`.
        case definition(name: String, description: String)
        /// `Coming Soon: A, B, and C patterns`.
        case comingSoon([String])
        case bullet(String)
        /// "Last updated", copyright and other furniture of a site.
        case footer
        case text(String)
    }

    package init(_ bytes: [UInt8], lines table: LineTable, from start: Int = 0) {
        lines = []
        for number in 1...max(table.count, 1) where number <= table.count {
            let content = table.content(ofLine: number, in: bytes)
            let trimmed = bytes[max(content.lowerBound, start)..<max(content.upperBound, start)].trimmed
            guard !trimmed.isEmpty else { continue }
            lines.append(Line(kind: PageLine.kind(of: trimmed.text), range: trimmed.startIndex..<trimmed.endIndex))
        }
        settleHeadings()
    }

    /// How many lines define a name or announce something to come.
    package var definitionCount: Int {
        lines.count { line in
            switch line.kind {
            case .definition, .comingSoon: true
            default: false
            }
        }
    }

    /// A heading needs something below it; a short line at the end, or before another of its kind, is text.
    private mutating func settleHeadings() {
        for index in lines.indices.reversed() {
            guard case .heading(let text) = lines[index].kind else { continue }
            let isLast = index + 1 >= lines.count || lines[index + 1].kind == .footer
            if isLast { lines[index].kind = .text(text) }
        }
    }
}

/// Tells what a single line of a pasted page is.
enum PageLine {
    private static let dashes = [" - ", " – ", " — "]
    private static let soon = ["coming soon", "скоро", "soon"]
    private static let furniture = [
        "last updated", "last modified", "copyright", "©", "all rights reserved", "edit this page", "privacy policy",
        "terms of service", "cookie", "back to top", "table of contents", "previous", "next", "share this",
        "последнее обновление", "все права защищены",
    ]

    static func kind(of line: String) -> PastedPage.Kind {
        let lower = line.lowercased()
        if let heading = markdownHeading(line) { return .heading(heading) }
        if isFooter(lower) { return .footer }
        if let topics = comingSoon(line, lower) { return .comingSoon(topics) }
        if let bullet = bullet(line) { return definition(bullet) ?? .bullet(bullet) }
        if let definition = definition(line) { return definition }
        return isHeading(line) ? .heading(line) : .text(line)
    }

    /// The text after the marks of a Markdown heading, which imported pages have.
    private static func markdownHeading(_ line: String) -> String? {
        let marks = line.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), line.dropFirst(marks.count).first == " " else { return nil }
        return String(line.dropFirst(marks.count)).trimmed
    }

    private static func isFooter(_ lower: String) -> Bool {
        guard lower.utf8.count <= 80, let word = furniture.first(where: { lower.hasPrefix($0) }) else { return false }
        let rest = lower.dropFirst(word.count)
        return rest.isEmpty || !(rest.first?.isLetter ?? false) && (word.count > 8 || rest.isEmpty)
    }

    private static func comingSoon(_ line: String, _ lower: String) -> [String]? {
        guard let word = soon.first(where: { lower.hasPrefix($0) }) else { return nil }
        let rest = line.dropFirst(word.count).drop { $0 == " " }
        guard let mark = rest.first, ":-–—".contains(mark) else { return nil }
        let names = NameList.split(Separators.droppingLeading(String(rest)))
        return names.isEmpty ? nil : names
    }

    private static func bullet(_ line: String) -> String? {
        for mark in ["• ", "· ", "‣ ", "◦ ", "* ", "- ", "– ", "— "] where line.hasPrefix(mark) {
            return String(line.dropFirst(mark.count)).trimmed
        }
        return nil
    }

    /// A name of at most eight words, a dash, and what it is.
    private static func definition(_ line: String) -> PastedPage.Kind? {
        guard let dash = dashes.compactMap({ line.firstPlace(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        else {
            return nil
        }
        let name = String(line[..<dash.lowerBound]).trimmed
        let description = String(line[dash.upperBound...]).trimmed
        let words = name.split(separator: " ")
        guard (1...8).contains(words.count), !description.isEmpty, name.contains(where: \.isLetter) else { return nil }
        guard let last = name.last, !".!?;,".contains(last) else { return nil }
        guard let first = name.first(where: { $0.isLetter || $0.isNumber }), !first.isLowercase else { return nil }
        return .definition(name: name, description: description)
    }

    /// A short line without the punctuation of a sentence whose words are mostly capitalised, or that has few words.
    private static func isHeading(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard (1...9).contains(words.count), let last = line.last, !".!?:;,".contains(last) else { return false }
        if line.utf8.contains(UInt8(ascii: "/")), line.holds("://") { return false }
        let named = words.filter { $0.contains(where: \.isLetter) && !PageLine.isDebris($0) }
        guard let first = named.first, first.first(where: \.isLetter)?.isUppercase == true else { return false }
        let capitalised = named.count { $0.first(where: \.isLetter)?.isUppercase == true || $0.count <= 3 }
        return capitalised * 2 > named.count || words.count <= 4
    }

    /// Whether a word is what is left of a broken emoji rather than a word.
    private static func isDebris(_ word: Substring) -> Bool {
        TextRepair.withoutDebris("\(word) Name") == "Name"
    }
}

/// Splits lists in running text: "A, B, and C patterns".
enum NameList {
    /// The names of a list; a last word that belongs to all of them, such as "patterns", is left out of each.
    static func split(_ text: String) -> [String] {
        var list = text.trimmed
        for ending in [".", " patterns", " паттерны"] where list.lowercased().hasSuffix(ending) {
            list = String(list.dropLast(ending.count)).trimmed
        }
        let even = [", and ", " and ", " и "].reduce(list) { $0.replacingAll($1, with: ",") }
        return even.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }
}
