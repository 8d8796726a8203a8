import Model

/// Gives out file names that every file system and every web server takes, each once.
///
/// Letters and digits of all scripts are kept, everything else becomes a hyphen. Two names are the same when they
/// differ only by case or by Unicode normalisation, because some disks take them for the same.
package struct FileNames: Sendable {
    private var taken: Set<String>

    /// - Parameter reserved: Names that are never given out.
    package init(reserved: Set<String> = ["index"]) {
        taken = Set(reserved.map { $0.lowercased() })
    }

    /// A name without extension for a text; when another text has it already, the name ends in a hash of the text.
    package mutating func name(for text: String) -> String {
        let plain = FileNames.safe(text)
        var candidate = plain
        var length = 4
        while !taken.insert(candidate.lowercased()).inserted {
            let round = length > 13 ? "\(text) \(length)" : text
            candidate = "\(plain)-\(StableHash(round).name(length: length))"
            length += 1
        }
        return candidate
    }

    /// The number of bytes that a name has at most, so that extensions and temporary suffixes still fit into 255.
    private static let longest = 120

    private static func safe(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isKept(scalar) {
                name.append(scalar)
            } else if let last = name.last, last != "-" {
                name.append("-")
            }
        }
        while name.last == "-" { name.removeLast() }
        let whole = String(name)
        if whole.isEmpty { return "entry" }
        if isDevice(whole) { return "\(whole)-page" }
        return whole.utf8.count <= longest ? whole : shortened(whole)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return !scalar.properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }

    private static func shortened(_ name: String) -> String {
        var short = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            count += UTF8.width(scalar)
            if count > longest - 7 { break }
            short.append(scalar)
        }
        return "\(String(short))-\(StableHash(name).name(length: 6))"
    }

    /// Whether Windows takes the name for a device, with any extension.
    private static func isDevice(_ name: String) -> Bool {
        let small = name.lowercased()
        if ["con", "prn", "aux", "nul"].contains(small) { return true }
        guard small.utf8.count == 4, small.hasPrefix("com") || small.hasPrefix("lpt") else { return false }
        return small.utf8.last?.isDigit == true
    }
}
