import Model

/// Names made of titles: for ids, tags and file names.
package enum Slug {
    /// The longest name in bytes; longer ones end at a whole word.
    package static let longest = 64

    /// The title in lower case with everything but letters and digits of any script turned into single hyphens.
    ///
    /// A hyphen is never first or last. The result is empty when the title has no letter and no digit.
    package static func make(of title: String, longest: Int = Slug.longest) -> String {
        var slug = ""
        var pendingHyphen = false
        for scalar in title.unicodeScalars {
            guard isNamePart(scalar) else {
                // Apostrophes stand inside words: "don't" is one.
                if scalar != "'" && scalar != "’" { pendingHyphen = true }
                continue
            }
            if pendingHyphen, !slug.isEmpty {
                if slug.utf8.count >= longest { break }
                slug += "-"
            }
            pendingHyphen = false
            slug += scalar.properties.lowercaseMapping
        }
        return cut(slug, to: longest)
    }

    /// The slug of a word as a tag; `c#` and `c++` keep their marks.
    package static func tag(of word: String) -> String {
        switch word.lowercased() {
        case "c#": "c-sharp"
        case "c++": "cpp"
        case ".net": "dotnet"
        default: make(of: word)
        }
    }

    /// The id of a note that fills a file, made of the file's stem; parts between full stops stay apart: `saga.ru`.
    static func id(ofStem stem: String) -> EntryID? {
        let parts = stem.split(separator: ".").map { make(of: String($0)) }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : EntryID(parts.joined(separator: "."))
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(scalar.value).isAlphanumeric }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            return true
        default: return false
        }
    }

    private static func cut(_ slug: String, to longest: Int) -> String {
        guard slug.utf8.count > longest else { return slug }
        let words = slug.split(separator: "-")
        var result = ""
        for word in words {
            guard result.utf8.count + word.utf8.count + 1 <= longest else { break }
            result += result.isEmpty ? String(word) : "-\(word)"
        }
        if !result.isEmpty { return result }
        return String(String.UnicodeScalarView(slug.unicodeScalars.prefix(longest / 4)))
    }
}
