package import Model

/// What a question was at the time of an answer: enough to find it again after an edit, a move or a renumbering.
package struct QuestionFingerprint: Sendable, Equatable {
    /// The path of the source, relative to the workspace.
    package var path: String
    /// The title, with the number in front where the question has one.
    package var heading: String
    /// A hash of the question's text.
    package var question: String
    /// A hash of the model answer; empty when there is none.
    package var answer: String
    /// A sketch of the question's words, in which similar texts have few different bits.
    package var sketch: UInt64

    package init(path: String, heading: String, question: String, answer: String, sketch: UInt64) {
        self.path = path
        self.heading = heading
        self.question = question
        self.answer = answer
        self.sketch = sketch
    }

    /// The fingerprint of a question as the book has it now.
    package init(_ entry: Entry, _ question: Question) {
        path = entry.source.path
        heading = question.number.map { "\($0): \(entry.title)" } ?? entry.title
        let text = [entry.title, question.problem] + question.tasks
        self.question = QuestionFingerprint.hash(text)
        answer =
            (question.modelAnswer ?? "").trimmed.isEmpty ? "" : QuestionFingerprint.hash([question.modelAnswer ?? ""])
        sketch = QuestionFingerprint.sketch(text.joined(separator: " "))
    }

    /// The share of the sketch's direction that two questions have in common, from -1 to 1.
    ///
    /// The angle between two texts shows in the number of different bits (Charikar, "Similarity Estimation Techniques
    /// from Rounding Algorithms", 2002); here the angle counts as a straight line.
    package func similarity(to other: QuestionFingerprint) -> Double {
        1 - Double((sketch ^ other.sketch).nonzeroBitCount) / 32
    }

    private static func hash(_ texts: [String]) -> String {
        var hash = StableHash()
        for text in texts { hash.combine(words(of: text).joined(separator: " ")) }
        return hash.name(length: 13)
    }

    /// The bits that most of the words and pairs of words have set in their hashes.
    private static func sketch(_ text: String) -> UInt64 {
        let words = words(of: text)
        let features = words + zip(words, words.dropFirst()).map { "\($0) \($1)" }
        var votes = [Int](repeating: 0, count: 64)
        for feature in features {
            let hash = mixed(StableHash(feature).value)
            for bit in 0..<64 { votes[bit] += (hash >> UInt64(bit)) & 1 == 1 ? 1 : -1 }
        }
        return votes.indices.reduce(0) { votes[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
    }

    /// The lower-case words of a text, split at everything that is neither letter nor digit.
    private static func words(of text: String) -> [String] {
        text.lowercased().unicodeScalars
            .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
            .map { String(Substring($0)) }
    }

    /// Spreads the bits of a hash evenly: the finalizer of SplitMix64, by Sebastiano Vigna.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension QuestionFingerprint {
    /// The form in the log: `path`, `head`, `qh`, `ah` and `sk`, hashes in hexadecimal or base 32.
    package var json: JSONValue {
        .object([
            "path": .string(path), "head": .string(heading), "qh": .string(question), "ah": .string(answer),
            "sk": .string(String(sketch, radix: 16)),
        ])
    }

    /// Reads the form of the log; nil when a member is missing.
    package init?(_ members: [String: JSONValue]) {
        guard let path = members["path"]?.string, let heading = members["head"]?.string,
            let question = members["qh"]?.string, let answer = members["ah"]?.string,
            let sketch = members["sk"]?.string.flatMap({ UInt64($0, radix: 16) })
        else { return nil }
        self.init(path: path, heading: heading, question: question, answer: answer, sketch: sketch)
    }
}
