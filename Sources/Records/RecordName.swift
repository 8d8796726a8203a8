import Model

/// The names of record files: `0012-publish-after-commit.md`.
package enum RecordName {
    /// What the names of pyadr's drafts begin with; the number comes when a decision falls.
    static let draftPrefix = "XXXX-"

    /// The longest slug, in bytes; file systems take 255 for a whole name.
    private static let longestSlug = 80

    /// A title on one line, with single spaces and without control characters.
    ///
    /// - Throws: `RecordError.emptyTitle` when no letter or digit is left to name a file by, and
    ///   `RecordError.titleNotUTF8` when a part of it was no text.
    package static func title(_ text: String) throws(RecordError) -> String {
        if text.unicodeScalars.contains("\u{FFFD}") { throw RecordError.titleNotUTF8 }
        var words = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            if !isSpace {
                words.append(scalar)
            } else if words.last != " ", !words.isEmpty {
                words.append(" ")
            }
        }
        let title = String(words).trimmed
        _ = try slug(title)
        return title
    }

    /// The part of a file's name that is made from the title: letters and digits of any script, small, joined by `-`.
    ///
    /// - Throws: `RecordError.emptyTitle` when the title has no letter and no digit.
    package static func slug(_ title: String) throws(RecordError) -> String {
        let words = title.lowercased().unicodeScalars.split { !isPartOfWord($0) }.map(String.init)
        guard let first = words.first else { throw RecordError.emptyTitle }
        var slug = cut(first)
        for word in words.dropFirst() {
            if slug.utf8.count + 1 + word.utf8.count > longestSlug { break }
            slug += "-\(word)"
        }
        return slug
    }

    /// The file of a new record.
    ///
    /// - Parameter number: written with four digits at least, as adr-tools does.
    package static func file(number: Int, title: String) throws(RecordError) -> String {
        "\(padded(number, to: 4))-\(try slug(title)).md"
    }

    /// The number for the next record: one more than the highest at the start of any name.
    ///
    /// - Parameters:
    ///   - names: all names in the folder, so that no number is given out again, whatever its file holds.
    ///   - prefix: what stands before the number, such as `rfc-`.
    package static func nextNumber(after names: some Sequence<String>, prefix: String = "") -> Int {
        names.reduce(0) { highest, name in
            let digits = name.lowercased().hasPrefix(prefix.lowercased()) ? name.dropFirst(prefix.count) : name[...]
            return max(highest, leadingNumber(digits) ?? 0)
        } + 1
    }

    /// The number in a stem: 12 of `0012-slug`, 3 of `rfc-0003-slug`; a date as in `20260112-slug` is none.
    package static func number(ofStem stem: String) -> Int? {
        var digits = stem[...]
        if let prefix = prefixes.first(where: { stem.lowercased().hasPrefix($0) }) {
            digits = stem.dropFirst(prefix.count)
        }
        let rest = digits.drop { $0.isASCII && $0.isNumber }
        return rest.isEmpty || rest.hasPrefix("-") ? leadingNumber(digits) : nil
    }

    /// What stands before the number in the names of some tools.
    private static let prefixes = ["rfc-", "adr-", "pep-", "eip-", "kip-", "ad"]

    /// Whether a stem begins with a date, as those of log4brains do.
    package static func isDated(_ stem: String) -> Bool {
        let digits = stem.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 8 && leadingNumber(digits) == nil
    }

    /// The stem of a record: the name of its file, or of its folder where the file is a `kep.yaml`.
    package static func stem(ofPath path: String) -> String {
        let parts = path.split(separator: "/")
        if parts.last == "kep.yaml", let folder = parts.dropLast().last { return String(folder) }
        return stem(ofFile: String(parts.last ?? ""))
    }

    /// The name of a file without `.md`, `.markdown` or the `.rst` of PEPs.
    package static func stem(ofFile name: String) -> String {
        let endings = name.lowercased().hasPrefix("pep-") ? [".md", ".markdown", ".rst"] : [".md", ".markdown"]
        for ending in endings where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    /// Whether a file in a folder of records is one: Markdown, and neither an index nor a template.
    package static func isRecord(file name: String) -> Bool {
        let stem = stem(ofFile: name)
        guard stem != name, !stem.hasPrefix(".") else { return false }
        return !["readme", "index", "template", "adr-template", "backlog"].contains(stem.lowercased())
    }

    private static func leadingNumber(_ text: Substring) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let day = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)].joined(separator: "-")
        return Day(iso: day) == nil ? Int(digits) : nil
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        case .nonspacingMark, .spacingMark: !scalar.properties.isVariationSelector
        default: scalar.properties.isAlphabetic
        }
    }

    /// The start of a word that is too long by itself.
    private static func cut(_ word: String) -> String {
        var start = ""
        for character in word {
            if start.utf8.count + character.utf8.count > longestSlug { break }
            start.append(character)
        }
        return start
    }
}
