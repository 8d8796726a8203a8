import Markdown
import Model

/// The page of an entry before it is written: its texts are read, its ids are given.
struct EntryPlan: Sendable {
    let entry: Entry
    /// The entry as an index into the book.
    let index: Int
    let page: String
    /// What the entry's kind asks for, such as a question's problem, with its heading; in the order of the page.
    let sections: [Section]
    /// The ids of the page.
    let anchors: Set<String>

    /// A part of the page.
    struct Section: Sendable {
        /// The heading that the page puts above; nil for the text of the entry itself.
        var heading: PageHeading?
        var content: Content
        /// Whether the reader unfolds the part, as with an answer.
        var isFolded = false
    }

    /// What a part of the page holds.
    enum Content: Sendable {
        case text(PageText)
        case list([String], ordered: Bool)
        case rubric([RubricItem])
    }

    /// The Markdown texts of the page.
    var texts: [PageText] {
        sections.compactMap { section in
            if case .text(let text) = section.content { text } else { nil }
        }
    }

    /// What "On this page" lists: the two upper levels, and nothing that is folded away.
    var contents: [PageHeading] {
        sections.flatMap { section in
            var headings: [PageHeading] = section.heading.map { [$0] } ?? []
            if case .text(let text) = section.content, !section.isFolded { headings += text.headingsInOrder }
            return headings.filter { $0.level <= 3 }
        }
    }

    /// - Parameter body: The body of the entry, if it was parsed before.
    init(_ entry: Entry, index: Int, page: String, body: MarkdownTree? = nil) {
        self.entry = entry
        self.index = index
        self.page = page
        var builder = EntryPlanBuilder(entry)
        switch entry.content {
        case .question(let question): builder.add(question)
        case .exercise(let exercise): builder.add(exercise)
        default: builder.add(text: entry.body, parsed: body)
        }
        sections = builder.sections
        anchors = builder.reader.names.all
    }
}

/// Puts the parts of an entry's page together.
private struct EntryPlanBuilder {
    let entry: Entry
    var reader = PageTextReader()
    private(set) var sections: [EntryPlan.Section] = []

    init(_ entry: Entry) { self.entry = entry }

    mutating func add(
        text: String?, parsed: MarkdownTree? = nil, under title: String? = nil, isFolded: Bool = false
    ) {
        guard let text, !text.utf8.allSatisfy(\.isWhitespace) else { return }
        let heading = title.map { reader.heading($0, level: 2) }
        let read = reader.read(
            text, parsed: parsed, source: entry.source, language: entry.language, level: heading == nil ? 2 : 3,
            of: entry)
        sections.append(EntryPlan.Section(heading: heading, content: .text(read), isFolded: isFolded))
    }

    mutating func add(_ items: [String], under title: String, ordered: Bool) {
        guard !items.isEmpty else { return }
        let heading = reader.heading(title, level: 2)
        sections.append(EntryPlan.Section(heading: heading, content: .list(items, ordered: ordered)))
    }

    /// A short question has nothing but its answer, which may be the body of the entry.
    mutating func add(_ question: Question) {
        add(text: question.problem, under: "Problem")
        addRequirements(question.requirements, of: question.problem)
        add(question.tasks, under: "Tasks", ordered: true)
        if !question.rubric.isEmpty {
            let heading = reader.heading("Rubric", level: 2)
            sections.append(EntryPlan.Section(heading: heading, content: .rubric(question.rubric), isFolded: true))
        }
        let answer = question.modelAnswer ?? (question.problem.isEmpty ? entry.body : nil)
        add(text: answer, under: question.form == .long ? "Model answer" : "Answer", isFolded: true)
    }

    mutating func add(_ exercise: Exercise) {
        add(text: exercise.problem, under: "Problem")
        addRequirements(exercise.requirements, of: exercise.problem)
        if exercise.problem.isEmpty { add(text: entry.body) }
    }

    /// Lists the requirements, unless the problem's own text holds them already.
    private mutating func addRequirements(_ requirements: [String], of problem: String) {
        guard let first = requirements.first, !problem.contains(first) else { return }
        add(requirements, under: "Requirements", ordered: false)
    }
}
