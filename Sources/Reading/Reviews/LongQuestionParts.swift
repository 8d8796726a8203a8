import Markdown
import Model

/// The parts of a long question, gathered from its blocks.
struct LongQuestionParts {
    var problem = ""
    var requirements: [String] = []
    var tasks: [String] = []
    var answer = ""
    var hasAnswer = false
    var bullets: [String] = []
    /// The bytes of the bullets of the rubric.
    var bulletRanges: [Range<Int>] = []
    /// What the score line says that a full answer is worth.
    var scoreOutOf: Int?

    /// Reads the blocks of a question, from the one after its heading to the end.
    init(blocks: [Int], end: Int, draft: DocumentDraft) {
        let tree = draft.tree
        var part = QuestionPart.problem
        var answerStart: Int?
        var answerEnd: Int?
        for block in blocks {
            if case .thematicBreak = tree[block].kind { continue }
            if let labelled = LabelledBlock(block: block, tree: tree), Self.opens(labelled.part, after: part) {
                part = labelled.part
                if part == .answer { (answerStart, hasAnswer) = (labelled.contentStart, true) }
                if part == .score { answerEnd = answerEnd ?? tree[block].range.lowerBound }
                if part == .score { scoreOutOf = Self.total(in: tree.plainText(of: block)) }
                if part == .problem || part == .requirements {
                    addProblem(labelled.contentStart..<tree[block].range.upperBound, draft)
                }
                continue
            }
            add(block, to: part, draft)
        }
        if let answerStart {
            let last = blocks.last { tree[$0].kind != .thematicBreak }.map { tree[$0].range.upperBound } ?? end
            answer = draft.text(answerStart..<max(answerStart, answerEnd ?? last))
        }
    }

    private mutating func add(_ block: Int, to part: QuestionPart, _ draft: DocumentDraft) {
        let tree = draft.tree
        switch (part, tree[block].kind) {
        case (.problem, .list), (.requirements, .list):
            requirements += Self.items(of: block, tree).map(\.text)
            addProblem(tree[block].range, draft)
        case (.problem, .htmlBlock(let html)) where QuestionIdentity.marker(html) != nil: break
        case (.problem, _), (.requirements, _): addProblem(tree[block].range, draft)
        case (.tasks, .list): tasks += Self.items(of: block, tree).map(\.text)
        case (.tasks, .paragraph): tasks.append(tree.plainText(of: block).trimmed)
        case (.score, .list):
            let items = Self.items(of: block, tree)
            bullets += items.map(\.text)
            bulletRanges += items.map(\.range)
        default: break
        }
    }

    private mutating func addProblem(_ range: Range<Int>, _ draft: DocumentDraft) {
        let text = draft.text(range)
        if !text.isEmpty { problem += problem.isEmpty ? text : "\n\n" + text }
    }

    /// Whether a label opens a new part: in an answer only the score does, for answers have bold headings of their own.
    private static func opens(_ part: QuestionPart, after current: QuestionPart) -> Bool {
        switch current {
        case .answer: part == .score
        case .score: false
        default: true
        }
    }

    private static func items(of list: Int, _ tree: MarkdownTree) -> [(text: String, range: Range<Int>)] {
        tree.children(of: list).map { (tree.plainText(of: $0).trimmed, tree[$0].range) }
    }

    /// The second number of `40/40`.
    private static func total(in text: String) -> Int? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        return Int(text[text.index(after: slash)...].prefix { $0.isASCII && $0.isNumber })
    }
}
