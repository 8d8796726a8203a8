package import Model

/// The words by which an answer shows that it has a bullet of the rubric, and whether it has them.
///
/// They are a hint beside a box that the reader ticks; a word can stand in a wrong answer, and a right one can lack it.
package struct EvidenceTerms: Sendable {
    /// In how many model answers each stem occurs.
    private let frequencies: [String: Int]
    private let documents: Int

    /// Counts the words of the model answers of some questions, so that rare words weigh more.
    package init(_ questions: [Question]) {
        var frequencies: [String: Int] = [:]
        for question in questions {
            let text = question.modelAnswer ?? ""
            for stem in Set(EvidenceTerms.words(of: text).map(\.stem)) { frequencies[stem, default: 0] += 1 }
        }
        self.frequencies = frequencies
        documents = questions.count
    }

    /// The terms of a bullet, as it writes them, in its order.
    ///
    /// Abbreviations, names with capitals or digits inside, and numbers count first; then the rarest words.
    package func terms(of bullet: String) -> [String] {
        var seen: Set<String> = []
        let words = EvidenceTerms.words(of: String(EvidenceTerms.withoutPoints(bullet))).filter { word in
            word.isName || word.text.unicodeScalars.count > 4 && !EvidenceTerms.common.contains(word.text.lowercased())
        }.filter { seen.insert($0.stem).inserted }
        let best = words.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.prefix(EvidenceTerms.most)
        return best.sorted { $0.offset < $1.offset }.map(\.element.text)
    }

    /// Which terms of a bullet a text has, and which it has not.
    package func evidence(for bullet: String, in text: String) -> (found: [String], missing: [String]) {
        let stems = Set(EvidenceTerms.words(of: text).map(\.stem))
        let terms = terms(of: bullet)
        func isFound(_ term: String) -> Bool {
            EvidenceTerms.words(of: term).allSatisfy { stems.contains($0.stem) }
        }
        return (terms.filter(isFound), terms.filter { !isFound($0) })
    }

    /// A bullet without the worth in brackets at its end, such as `(20 pts)`.
    private static func withoutPoints(_ bullet: String) -> Substring {
        guard bullet.utf8.last == UInt8(ascii: ")"), let open = bullet.lastIndex(of: "("),
            bullet[bullet.index(after: open)].isNumber
        else { return bullet[...] }
        return bullet[..<open]
    }

    private func rank(_ word: Word) -> Int { word.isName ? -1 : frequencies[word.stem] ?? 0 }

    private static let most = 6

    /// Words that say nothing about the answer.
    private static let common: Set<String> = [
        "about", "after", "before", "between", "their", "there", "these", "those", "which", "while", "where", "other",
        "every", "reason", "count", "points", "without", "through", "другие", "между", "после", "через", "которые",
        "каждый",
    ]

    /// A word and what it is compared by.
    private struct Word {
        var text: String
        var stem: String

        /// Whether it is written like a name or a measure: `SQS`, `DynamoDB`, `10x`, `p99`.
        var isName: Bool {
            let rest = text.unicodeScalars.dropFirst()
            return text.unicodeScalars.contains { $0.properties.numericType != nil }
                || rest.contains { $0.properties.isUppercase }
        }
    }

    /// The words of a text: runs of letters and digits, with hyphens inside them apart.
    private static func words(of text: String) -> [Word] {
        text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map { word in
            let text = String(Substring(word))
            return Word(text: text, stem: stem(of: text))
        }
    }

    /// The beginning of a word, without the endings that English and Russian change most.
    private static func stem(of word: String) -> String {
        let lower = word.lowercased().unicodeScalars
        let singular = lower.count > 3 && lower.last == "s" ? lower.dropLast() : lower[...]
        return String(String.UnicodeScalarView(singular.prefix(6)))
    }
}
