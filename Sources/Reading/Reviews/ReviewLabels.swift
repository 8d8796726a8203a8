import Markdown
import Model

/// A part of a long question, as a label in bold or a heading announces it.
enum QuestionPart: Equatable {
    case problem, requirements, tasks, answer, score

    private static let labels: [(text: String, part: QuestionPart)] = [
        ("problem", .problem), ("scenario", .problem), ("задача", .problem), ("проблема", .problem),
        ("условие", .problem), ("requirements", .requirements), ("требования", .requirements), ("tasks", .tasks),
        ("задачи", .tasks), ("образцовый ответ", .answer), ("модельный ответ", .answer), ("пример ответа", .answer),
        ("task", .tasks), ("задания", .tasks), ("что сделать", .tasks), ("model answer", .answer),
        ("your answer", .answer), ("your solution", .answer), ("answer", .answer), ("solution", .answer),
        ("эталонный ответ", .answer), ("ответ", .answer), ("ваш ответ", .answer), ("решение", .answer),
        ("score", .score), ("rubric", .score), ("оценка", .score), ("критерии", .score),
    ]

    /// Whether words are such a label and nothing more.
    static func isWholeLabel(_ words: String) -> Bool {
        let lower = words.lowercased()
        return labels.contains { $0.text == lower }
    }

    /// The part that a label announces; nil when it belongs to the part it stands in.
    init?(label: String) {
        let lower = String(label.lowercased().unicodeScalars.drop { !$0.properties.isAlphabetic })
        guard let found = Self.labels.first(where: { lower.hasPrefix($0.text) }) else { return nil }
        let after = lower.unicodeScalars.dropFirst(found.text.unicodeScalars.count)
        guard after.first.map({ !$0.properties.isAlphabetic && $0 != "-" }) ?? true else { return nil }
        self = found.part
    }
}

/// A block of a question that opens with a label: `**Tasks:**` or a heading.
struct LabelledBlock {
    var part: QuestionPart
    var label: String
    /// Where the text after the label begins.
    var contentStart: Int

    /// The label of a block; nil when it has none.
    init?(block: Int, tree: MarkdownTree) {
        switch tree[block].kind {
        case .heading:
            label = tree.plainText(of: block).trimmed
            contentStart = tree[block].range.upperBound
        case .paragraph:
            let first = block + 1
            guard first < tree[block].end, tree[first].kind == .strong else {
                guard let plain = Self.plainLabel(block, tree) else { return nil }
                self = plain
                return
            }
            label = tree.plainText(of: first).trimmed
            contentStart = tree[first].range.upperBound
            guard
                label.hasSuffix(":") || Self.hasColon(after: contentStart, tree) || Self.standsAlone(first, block, tree)
            else {
                return nil
            }
        default: return nil
        }
        guard let part = QuestionPart(label: label) else { return nil }
        self.part = part
        guard case .paragraph = tree[block].kind else { return }
        if Self.hasColon(after: contentStart, tree) { contentStart += 1 }
        // Marks beside a label, such as the cup in `**Your answer:** 🏆`, belong to the label.
        if Self.isOnlyMarks(after: block + 1, block, tree) { contentStart = tree[block].range.upperBound }
    }

    private init(part: QuestionPart, label: String, contentStart: Int) {
        self.part = part
        self.label = label
        self.contentStart = contentStart
    }

    /// A label in plain words, such as `Tasks:` or `Rubric (10 points):`, at the start of a paragraph.
    ///
    /// Prose may begin with such a word as well, so nothing but a bracket or a score may stand between it and the colon.
    private static func plainLabel(_ block: Int, _ tree: MarkdownTree) -> LabelledBlock? {
        let range = tree[block].range
        let line = tree.text[range].prefix { !$0.isLineEnd }.prefix(longestPlainLabel)
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let label = line[..<colon].text.trimmed
        let words = label.prefix { $0 != "(" && $0 != "[" && !$0.isNumber }.trimmed
        guard let part = QuestionPart(label: words), QuestionPart.isWholeLabel(words) else { return nil }
        return LabelledBlock(part: part, label: label, contentStart: colon + 1)
    }

    /// Bytes; the longest label with its bracket is shorter in any language.
    private static let longestPlainLabel = 80

    private static func isOnlyMarks(after strong: Int, _ block: Int, _ tree: MarkdownTree) -> Bool {
        !tree.plainText(ofNodes: tree[strong].end..<tree[block].end).unicodeScalars.contains { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static func hasColon(after offset: Int, _ tree: MarkdownTree) -> Bool {
        offset < tree.text.count && tree.text[offset] == UInt8(ascii: ":")
    }

    /// Whether nothing but marks follows the bold text, such as the cup in `**Score: 40/40** 🏆`.
    private static func standsAlone(_ strong: Int, _ block: Int, _ tree: MarkdownTree) -> Bool {
        isOnlyMarks(after: strong, block, tree) || tree.plainText(of: strong).contains("/")
    }
}
