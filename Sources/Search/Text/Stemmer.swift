import CStemmer
import Model

/// Brings inflected words to their stems: English for Latin letters, Russian for Cyrillic ones, chosen word by word.
///
/// The stemmers are Snowball's (snowballstem.org). One of their objects serves one thread at a time; each use makes its
/// own.
@safe struct Stemmer: ~Copyable {
    private let english: OpaquePointer?
    private let russian: OpaquePointer?

    init() {
        unsafe english = sb_stemmer_new("english", "UTF_8")
        unsafe russian = sb_stemmer_new("russian", "UTF_8")
    }

    deinit {
        unsafe sb_stemmer_delete(english)
        unsafe sb_stemmer_delete(russian)
    }

    /// The stem of a folded word; the word itself when it is of another script, has digits or is very short.
    borrowing func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count >= 3 else { return word }
        if word.allSatisfy(\.isLetter) { return unsafe Self.run(english, word) }
        guard word.count >= 6, Self.isCyrillic(word) else { return word }
        let stem = unsafe Self.run(russian, word)
        return Self.isAdjective(word, stem) ? Array(stem.dropLast(2)) : stem
    }

    /// A number that differs between versions of the stemmers whose stems differ.
    borrowing func fingerprint() -> UInt64 {
        var hash = StableHash()
        for word in Self.probes { hash.combine(stem(Array(word.utf8)).text) }
        return hash.value
    }

    private static let probes = [
        "generously", "skies", "architecture", "idempotency", "queues", "relational", "организация", "микросервисов",
        "отказоустойчивость", "очередями", "событийный", "архитектурный", "распределенная", "кэширование",
    ]

    private static func run(_ stemmer: OpaquePointer?, _ word: [UInt8]) -> [UInt8] {
        guard let stemmer = unsafe stemmer else { return word }
        return unsafe word.withUnsafeBufferPointer { buffer in
            guard let stem = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, CInt(buffer.count)) else {
                return word
            }
            return unsafe Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
        }
    }

    private static func isCyrillic(_ word: [UInt8]) -> Bool {
        guard word.count.isMultiple(of: 2) else { return false }
        return stride(from: 0, to: word.count, by: 2).allSatisfy { word[$0] == 0xD0 || word[$0] == 0xD1 }
    }

    /// Whether a stem ends in the н that makes an adjective of a noun: архитектурный stands by архитектура.
    ///
    /// Snowball keeps that н. Stems of six letters and fewer keep it too, for there it mostly belongs to the root.
    private static func isAdjective(_ word: [UInt8], _ stem: [UInt8]) -> Bool {
        guard stem.count >= 14, stem.suffix(2).elementsEqual(cyrillicN) else { return false }
        let ending = word[stem.count...].text
        return adjectiveEndings.contains(ending)
    }

    private static let cyrillicN = Array("н".utf8)
    private static let adjectiveEndings: Set<String> = [
        "ый", "ая", "ое", "ые", "ого", "ому", "ой", "ым", "ых", "ыми", "ую", "ом",
    ]
}
