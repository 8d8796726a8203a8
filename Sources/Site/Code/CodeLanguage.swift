import Model

/// What tells the parts of a language's text apart: how comments and texts begin and end, and the words it reserves.
///
/// It is no grammar. A reader needs to see at a glance what is said, what is quoted and what is a remark; a table does for
/// that in every language, and a wrong colour harms less than a wrong parse.
struct CodeLanguage: Sendable {
    var lineComments: [[UInt8]] = []
    /// The beginnings of comments that count only at the beginning of a line.
    var lineHeads: [[UInt8]] = []
    var blockComments: [(begin: [UInt8], end: [UInt8])] = []
    /// The marks around texts, longer ones before shorter ones.
    var quotes: [Quote] = []
    var keywords: Set<String> = []
    /// Whether the case of keywords does not matter.
    var ignoresCase = false
    /// Whether a word before a colon at the beginning of a line is a key.
    var hasKeys = false
    /// Bytes that words may hold besides letters, digits and `_`.
    var wordBytes: [UInt8] = []

    /// A mark around a text.
    struct Quote: Sendable {
        var mark: [UInt8]
        var isMultiline = false
        /// Whether a backslash takes its meaning from the byte after it.
        var hasEscapes = true
    }

    /// The language of a block by the first word behind its fence; nil for one without a table.
    static func named(_ name: String) -> CodeLanguage? {
        let name = name.lowercased()
        return CodeLanguages.all[CodeLanguages.aliases[name] ?? name]
    }
}

extension CodeLanguage {
    /// A language with comments after `//` and within `/* */`, as C has them.
    static func likeC(_ keywords: String, quotes: [Quote] = [.double, .single]) -> CodeLanguage {
        CodeLanguage(
            lineComments: [Array("//".utf8)], blockComments: [(Array("/*".utf8), Array("*/".utf8))], quotes: quotes,
            keywords: words(keywords))
    }

    /// A language with comments after `#`, as shells have them.
    static func likeShell(_ keywords: String, quotes: [Quote] = [.double, .single]) -> CodeLanguage {
        CodeLanguage(lineComments: [Array("#".utf8)], quotes: quotes, keywords: words(keywords))
    }

    static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}

extension CodeLanguage.Quote {
    static let double = CodeLanguage.Quote(mark: [UInt8(ascii: "\"")])
    static let single = CodeLanguage.Quote(mark: [UInt8(ascii: "'")])
    static let plainSingle = CodeLanguage.Quote(mark: [UInt8(ascii: "'")], isMultiline: true, hasEscapes: false)
    static let triple = CodeLanguage.Quote(mark: Array("\"\"\"".utf8), isMultiline: true)
    static let tripleSingle = CodeLanguage.Quote(mark: Array("'''".utf8), isMultiline: true)
    static let backquote = CodeLanguage.Quote(mark: [UInt8(ascii: "`")], isMultiline: true)
}
