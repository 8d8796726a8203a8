import Model

/// The keys of the dictionary: words, and the other things that entries are found by.
///
/// A word begins with a byte of a letter or digit; the others begin with a control character, so that all words stand
/// together behind them.
enum TermKey {
    /// The key under which the words of a stem are listed.
    static func stem(_ stem: [UInt8]) -> [UInt8] { [1] + stem }
    /// The key of the entries with a tag.
    static func tag(_ name: String) -> [UInt8] { [2] + name.utf8 }
    /// The key of the entries whose link is on a host.
    static func host(_ name: String) -> [UInt8] { [3] + name.utf8 }
    /// The key of the entries of a kind.
    static func kind(_ name: String) -> [UInt8] { [4] + name.utf8 }
    /// The key of the entries in a language.
    static func language(_ code: String) -> [UInt8] { [5] + code.utf8 }
    /// The key of the entries that ask for an id; two ids may share one.
    static func id(_ name: String) -> [UInt8] { [6] + StableHash(name).name(length: 8).utf8 }

    /// The key of the entries of a file, for entries whose unit is a whole folder.
    static func path(_ path: String) -> [UInt8] { [7] + path.utf8 }

    /// The first byte that begins a word.
    static let firstOfWords: UInt8 = 0x20
    /// Whether the key lists the words of a stem.
    static func isStem(_ key: some Collection<UInt8>) -> Bool { key.first == 1 }
    static func isWord(_ key: some Collection<UInt8>) -> Bool { key.first ?? 0 >= firstOfWords }
}
