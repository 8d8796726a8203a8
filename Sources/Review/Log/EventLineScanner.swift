import Model

/// Reads the lines that the program itself writes, many times faster than through a JSON tree.
///
/// It knows objects of texts without escapes, numbers, booleans, and one level of objects in them. Whatever else a line
/// has, damage included, it leaves to `ReviewEvent(line:)`, which gives the same event or says what is wrong.
struct EventLineScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var end = 0
    private var members = Members()
    /// Whether everything so far had the form that the program writes.
    private var isPlain = true
    /// The texts of earlier lines: most come again and again.
    private var texts = TextPool()

    /// The members of an event, as far as they were met.
    private struct Members {
        var version: Int?
        var type: String?
        var id: String?
        var at: Timestamp?
        var question: String?
        var reference: String?
        var session: String?
        var mode: String?
        var points: Double?
        var full: Int?
        var items: [String: Double] = [:]
        var predicted: Int?
        var grade: Int?
        var proposed: Int?
        var policy: String?
        var hint = false
        var milliseconds: Int?
        var fingerprint: QuestionFingerprint?
        var answerPath: String?
    }

    /// - Parameter bytes: the whole file; `event` names the lines in it.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The event of the line at `range`; nil when the line needs the general reader.
    mutating func event(_ range: Range<Int>) -> ReviewEvent? {
        (index, end) = (range.lowerBound, range.upperBound)
        (members, isPlain) = (Members(), true)
        return readMembers() ? event : nil
    }

    private var event: ReviewEvent? {
        guard members.version == 1, let type = members.type, let id = members.id, !id.isEmpty, let at = members.at
        else { return nil }
        let content: ReviewEvent.Content
        switch type {
        case "review":
            guard let answer else { return nil }
            content = .review(answer)
        case "undo":
            guard let reference = members.reference, !reference.isEmpty else { return nil }
            content = .undo(EventID(rawValue: reference))
        default: return nil
        }
        return ReviewEvent(id: EventID(rawValue: id), at: at, content: content)
    }

    private var answer: GradedAnswer? {
        guard let question = members.question, !question.isEmpty,
            let grade = members.grade.flatMap(Grade.init(rawValue:))
        else { return nil }
        var score: Score?
        if let points = members.points, let full = members.full, full >= 0 { score = Score(points, of: full) }
        var answer = GradedAnswer(
            question: EntryID(question),
            session: members.session.map(EventID.init(rawValue:)),
            mode: members.mode.map(GradedAnswer.Mode.init(rawValue:)) ?? .review,
            score: score,
            items: members.items,
            predicted: members.predicted,
            grade: grade,
            policy: members.policy,
            usedHint: members.hint,
            milliseconds: members.milliseconds
        )
        answer.proposed = members.proposed.flatMap(Grade.init(rawValue:))
        answer.fingerprint = members.fingerprint
        answer.answerPath = members.answerPath
        return answer
    }

    // MARK: Members

    private mutating func readMembers() -> Bool {
        guard take("{") else { return false }
        repeat {
            guard let key = readText(), take(":") else { return false }
            readMember(key)
        } while isPlain && take(",")
        return isPlain && take("}") && index == end
    }

    /// Reads the value of a key; one that the program does not write itself makes the line a case for the other reader.
    private mutating func readMember(_ key: Range<Int>) {
        // Length and first letter pick the one key that it can be.
        switch (key.count, bytes[key.lowerBound]) {
        case (1, UInt8(ascii: "v")): members.version = readInteger()
        case (1, UInt8(ascii: "t")): members.type = readString()
        case (1, UInt8(ascii: "q")): members.question = readString()
        case (2, UInt8(ascii: "i")) where isKey(key, "id"): members.id = readString()
        case (2, UInt8(ascii: "a")) where isKey(key, "at"): members.at = readTimestamp()
        case (2, UInt8(ascii: "m")) where isKey(key, "ms"): members.milliseconds = readInteger()
        case (2, UInt8(ascii: "f")) where isKey(key, "fp"): readFingerprint()
        case (3, UInt8(ascii: "m")) where isKey(key, "max"): members.full = readInteger()
        case (3, UInt8(ascii: "r")) where isKey(key, "ref"): members.reference = readString()
        case (4, UInt8(ascii: "m")) where isKey(key, "mode"): members.mode = readString()
        case (4, UInt8(ascii: "h")) where isKey(key, "hint"): members.hint = readFlag()
        case (5, UInt8(ascii: "g")) where isKey(key, "grade"): members.grade = readInteger()
        case (5, UInt8(ascii: "s")) where isKey(key, "score"): members.points = readNumber()
        case (5, UInt8(ascii: "i")) where isKey(key, "items"): readItems()
        case (6, UInt8(ascii: "p")) where isKey(key, "policy"): members.policy = readString()
        case (6, UInt8(ascii: "a")) where isKey(key, "answer"): members.answerPath = readString()
        case (7, UInt8(ascii: "s")) where isKey(key, "session"): members.session = readString()
        case (8, UInt8(ascii: "p")) where isKey(key, "proposed"): members.proposed = readInteger()
        case (9, UInt8(ascii: "p")) where isKey(key, "predicted"): members.predicted = readInteger()
        default: isPlain = false
        }
    }

    private func isKey(_ range: Range<Int>, _ name: String) -> Bool {
        var place = range.lowerBound
        for byte in name.utf8 {
            guard place < range.upperBound, bytes[place] == byte else { return false }
            place += 1
        }
        return place == range.upperBound
    }

    private mutating func readItems() {
        readObject { scanner, key in
            if let share = scanner.readNumber() {
                scanner.members.items[scanner.texts.text(scanner.bytes, key)] = share
            }
        }
    }

    private mutating func readFingerprint() {
        var path: String?
        var heading: String?
        var question: String?
        var answer: String?
        var sketch: UInt64?
        readObject { scanner, key in
            switch (key.count, scanner.bytes[key.lowerBound]) {
            case (4, UInt8(ascii: "p")) where scanner.isKey(key, "path"): path = scanner.readString()
            case (4, UInt8(ascii: "h")) where scanner.isKey(key, "head"): heading = scanner.readString()
            case (2, UInt8(ascii: "q")) where scanner.isKey(key, "qh"): question = scanner.readString()
            case (2, UInt8(ascii: "a")) where scanner.isKey(key, "ah"): answer = scanner.readString()
            case (2, UInt8(ascii: "s")) where scanner.isKey(key, "sk"):
                sketch = scanner.readString().flatMap { UInt64($0, radix: 16) }
            default: scanner.fail()
            }
        }
        guard let path, let heading, let question, let answer, let sketch else { return fail() }
        members.fingerprint = QuestionFingerprint(
            path: path, heading: heading, question: question, answer: answer, sketch: sketch)
    }

    private mutating func readObject(_ readMember: (inout EventLineScanner, Range<Int>) -> Void) {
        guard take("{") else { return fail() }
        if take("}") { return }
        repeat {
            guard let key = readText(), take(":") else { return fail() }
            readMember(&self, key)
        } while isPlain && take(",")
        if !take("}") { fail() }
    }

    // MARK: Values

    private mutating func fail() { isPlain = false }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: byte) else { return false }
        index += 1
        return true
    }

    /// The bytes of a text between its quotes; nil for one with escapes, and for one that is not UTF-8.
    private mutating func readText() -> Range<Int>? {
        guard take("\"") else { return nil }
        let start = index
        let (last, isASCII) = Self.endOfText(bytes, from: start, to: end)
        index = last
        let text = start..<last
        guard isASCII || String(validating: bytes[text], as: UTF8.self) != nil else { return nil }
        return take("\"") && !text.isEmpty ? text : nil
    }

    private static func endOfText(_ bytes: [UInt8], from start: Int, to end: Int) -> (end: Int, isASCII: Bool) {
        let line = bytes.span
        var seen: UInt8 = 0
        for place in start..<end {
            let byte = line[place]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return (place, seen < 0x80) }
            seen |= byte
        }
        return (end, seen < 0x80)
    }

    private mutating func readString() -> String? {
        guard let range = readText() else {
            fail()
            return nil
        }
        return texts.text(bytes, range)
    }

    private mutating func readTimestamp() -> Timestamp? {
        guard let range = readText(), let moment = Timestamp(rfc3339: bytes[range]) else {
            fail()
            return nil
        }
        return moment
    }

    private mutating func readInteger() -> Int? {
        let start = index
        var value = 0
        while index < end, bytes[index].isDigit, index - start < 18 {
            value = value * 10 + Int(bytes[index] &- 0x30)
            index += 1
        }
        // A sign, a fraction, an exponent and a needless zero are left to the other reader.
        let isWhole = index == end || bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "}")
        guard index > start, isWhole, index - start == 1 || bytes[start] != UInt8(ascii: "0") else {
            fail()
            return nil
        }
        return value
    }

    /// A whole number, or one with a single digit after the point, as half points make them.
    private mutating func readNumber() -> Double? {
        let start = index
        while index < end, bytes[index].isDigit { index += 1 }
        let whole = start..<index
        guard index + 1 < end, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit, !whole.isEmpty else {
            index = start
            return readInteger().map(Double.init)
        }
        let point = index
        index = start
        var value = 0
        while index < point, index - start < 15 {
            value = value * 10 + Int(bytes[index] &- 0x30)
            index += 1
        }
        let tenths = Int(bytes[point + 1] &- 0x30)
        index = point + 2
        let isShort = index < end && (bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "}"))
        guard isShort, point - start < 15, whole.count == 1 || bytes[start] != UInt8(ascii: "0") else {
            fail()
            return nil
        }
        return Double(value * 10 + tenths) / 10
    }

    private mutating func readFlag() -> Bool {
        let value = index < end && bytes[index] == UInt8(ascii: "t")
        let word = index..<min(end, index + (value ? 4 : 5))
        if isKey(word, value ? "true" : "false") { index = word.upperBound } else { fail() }
        return value
    }
}
