import Markdown
import Model

/// A part of a long question, as a label in bold or a heading announces it.
enum QuestionPart: Equatable {
    case problem, requirements, tasks, answer, score

    /// The part that a label announces; nil when it belongs to the part it stands in.
    init?(label: String) {
        let lower = String(label.lowercased().unicodeScalars.drop { !$0.properties.isAlphabetic })
        let parts: [(String, QuestionPart)] = [
            ("problem", .problem), ("scenario", .problem), ("задача", .problem), ("проблема", .problem),
            ("условие", .problem), ("requirements", .requirements), ("требования", .requirements), ("tasks", .tasks),
            ("задачи", .tasks), ("образцовый ответ", .answer), ("модельный ответ", .answer), ("пример ответа", .answer),
            ("task", .tasks), ("задания", .tasks), ("что сделать", .tasks), ("model answer", .answer),
            ("your answer", .answer),
            ("your solution", .answer), ("answer", .answer), ("solution", .answer), ("эталонный ответ", .answer),
            ("ответ", .answer), ("ваш ответ", .answer), ("решение", .answer), ("score", .score), ("rubric", .score),
            ("оценка", .score), ("критерии", .score),
        ]
        guard let found = parts.first(where: { lower.hasPrefix($0.0) }) else { return nil }
        let after = lower.unicodeScalars.dropFirst(found.0.unicodeScalars.count)
        guard after.first.map({ !$0.properties.isAlphabetic && $0 != "-" }) ?? true else { return nil }
        self = found.1
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
            guard first < tree[block].end, tree[first].kind == .strong else { return nil }
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
