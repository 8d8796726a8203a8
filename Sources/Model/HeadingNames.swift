/// Gives out the ids of a page, each once.
///
/// The names are those that GitHub gives headings, so that a link which works there works here: small letters, digits,
/// `_` and `-` of all scripts are kept, a space becomes a hyphen, and a name that is taken gets a number.
package struct HeadingNames: Sendable {
    private var taken: Set<String>
    /// The last number that was put behind a name, so that a thousand equal headings take a thousand steps.
    private var numbers: [String: Int] = [:]

    /// - Parameter reserved: The ids that the page has already.
    package init(reserved: Set<String> = []) { taken = reserved }

    /// All ids that were given out, and the reserved ones.
    package var all: Set<String> { taken }

    /// An id for a heading with a text.
    package mutating func name(for text: String) -> String {
        let plain = HeadingNames.slug(of: text)
        var candidate = plain
        while !taken.insert(candidate).inserted {
            let number = numbers[plain, default: 0] + 1
            numbers[plain] = number
            candidate = "\(plain)-\(number)"
        }
        return candidate
    }

    /// The name of a text before it is made unique.
    package static func slug(of text: String) -> String {
        let text = text.trimmed
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(of: text) }
        var slug = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "-" {
                slug.append("-")
            } else if scalar == "_" || scalar.properties.isAlphabetic || isDigitOrMark(scalar) {
                slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return slug.isEmpty ? "section" : String(slug)
    }

    /// The same for a text of nothing but ASCII, which most headings are.
    private static func asciiSlug(of text: String) -> String {
        var slug: [UInt8] = []
        for byte in text.utf8 {
            if byte == .space || byte == UInt8(ascii: "-") {
                slug.append(UInt8(ascii: "-"))
            } else if byte.isAlphanumeric || byte == UInt8(ascii: "_") {
                slug.append(byte.lowercased)
            }
        }
        return slug.isEmpty ? "section" : slug.text
    }

    private static func isDigitOrMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
