import Markdown
import Model

/// Reads the weekly review: long questions, exercises and the summary.
struct ReviewReader {
    /// The sections that questions and exercises were made of, with all below them.
    private(set) var questionSections: Set<Int> = []
    private(set) var questionCount = 0

    mutating func read(_ draft: inout DocumentDraft) {
        let week = weekName(draft)
        for index in draft.outline.sections.indices where !questionSections.contains(index) {
            let section = draft.outline.sections[index]
            guard section.heading != nil else { continue }
            if let heading = ReviewHeadings.question(section.title) {
                addQuestion(heading, section: index, week: week, &draft)
            } else if let title = ReviewHeadings.exercise(section.title) {
                addExercise(title, section: index, week: week, &draft)
            }
        }
        if let week { draft.weeks.append(summary(of: week, draft)) }
    }

    private func weekName(_ draft: DocumentDraft) -> ReviewWeek.Name? {
        draft.outline.sections.lazy.filter { $0.level == 1 }.compactMap { ReviewHeadings.week($0.title) }.first
    }

    private mutating func addQuestion(
        _ heading: ReviewHeadings.QuestionHeading,
        section index: Int,
        week: ReviewWeek.Name?,
        _ draft: inout DocumentDraft
    ) {
        let blocks = blocks(ofSection: index, draft)
        let end = draft.outline.range(of: sections(ofQuestion: index, draft)).upperBound
        let parts = LongQuestionParts(blocks: blocks, end: end, draft: draft)
        guard parts.hasAnswer || !parts.tasks.isEmpty || heading.points != nil else { return }
        let points =
            heading.points ?? parts.scoreOutOf ?? parts.bullets.compactMap(RubricPoints.statedPoints).reduce(0, +)
        let title = TextRepair.withoutDebris(heading.title)
        let question = Question(
            form: .long,
            number: heading.number,
            points: points,
            problem: parts.problem,
            requirements: parts.requirements,
            tasks: parts.tasks,
            rubric: rubric(parts.bullets, points: points),
            modelAnswer: parts.hasAnswer ? parts.answer : nil,
            week: week
        )
        let id = QuestionIdentity.id(
            marker: QuestionIdentity.marker(in: blocks, draft), title: title, problem: parts.problem, tasks: parts.tasks
        )
        add(title, id: id, content: .question(question), section: index, &draft)
        questionCount += 1
    }

    /// Bullets that say the same get different ids by a number at the end.
    private func rubric(_ bullets: [String], points: Int) -> [RubricItem] {
        var seen: [String: Int] = [:]
        return zip(bullets, RubricPoints.share(points, among: bullets)).map { text, share in
            let id = QuestionIdentity.bulletID(text)
            seen[id, default: 0] += 1
            let count = seen[id, default: 1]
            return RubricItem(id: count == 1 ? id : "\(id)-\(count)", text: text, points: share)
        }
    }

    private mutating func addExercise(
        _ title: String,
        section index: Int,
        week: ReviewWeek.Name?,
        _ draft: inout DocumentDraft
    ) {
        let blocks = blocks(ofSection: index, draft)
        let parts = LongQuestionParts(blocks: blocks, end: 0, draft: draft)
        guard !parts.problem.isEmpty else { return }
        if title.isEmpty, ReviewHeadings.namesExercises(draft.outline.sections[index].title),
            let items = listedExercises(index, draft)
        {
            addExercises(items, section: index, week: week, &draft)
            return
        }
        let firstSentence = draft.firstParagraph(ofSection: index).map { $0.prefix { !".!?\n".contains($0) }.trimmed }
        let name = !title.isEmpty ? title : firstSentence ?? draft.outline.sections[index].title
        let exercise = Exercise(problem: parts.problem, requirements: parts.requirements, week: week)
        add(name, id: EntryID(Slug.make(of: name)), content: .exercise(exercise), section: index, &draft)
    }

    /// The items of a section that is a list and nothing else, each an exercise of its own.
    private func listedExercises(_ index: Int, _ draft: DocumentDraft) -> [Int]? {
        let blocks = draft.outline.sections[index].blocks.filter { draft.tree[$0].kind != .thematicBreak }
        guard blocks.count == 1, case .list = draft.tree[blocks[0]].kind else { return nil }
        return Array(draft.tree.children(of: blocks[0]))
    }

    private mutating func addExercises(
        _ items: [Int], section index: Int, week: ReviewWeek.Name?, _ draft: inout DocumentDraft
    ) {
        let section = draft.outline.path(to: index)
        for item in items {
            let text = draft.tree.plainText(of: item).trimmed
            let range = draft.trimmed(draft.tree[item].range)
            let name = text.prefix { !".!?\n".contains($0) }.trimmed.oneLine
            guard !name.isEmpty else { continue }
            var entry = Entry(
                id: EntryID(Slug.make(of: name)), title: name, language: LanguageDetector.language(of: text),
                source: draft.source.source(range),
                content: .exercise(Exercise(problem: text, requirements: [], week: week)))
            entry.section = section
            entry.body = text
            entry.tags = draft.tags(section: section, text: nil)
            draft.add(entry, madeOf: range)
        }
        let sections = sections(ofQuestion: index, draft)
        draft.claimed.formUnion(sections)
        questionSections.formUnion(sections)
    }

    private mutating func add(
        _ title: String,
        id: EntryID,
        content: Entry.Content,
        section index: Int,
        _ draft: inout DocumentDraft
    ) {
        let sections = sections(ofQuestion: index, draft)
        let whole = draft.outline.range(of: sections)
        let range = withoutRule(draft.trimmed(whole), blocks(ofSection: index, draft), draft)
        let body = draft.body(ofSection: index, endingAt: whole.upperBound)
        let language = LanguageDetector.language(of: "\(title)\n\(body)")
        var entry = Entry(
            id: id, title: title, language: language == .undetermined ? draft.language : language,
            source: draft.source.source(range), content: content)
        entry.section = draft.outline.path(above: index)
        entry.body = body
        entry.tags = draft.tags(section: entry.section, text: nil)
        if let problem = draft.outline.sections[index].blocks.first { entry.note = note(problem, draft) }
        draft.add(entry, madeOf: range)
        draft.claimed.formUnion(sections)
        questionSections.formUnion(sections)
    }

    /// The text of the problem without its label, for lists and search.
    private func note(_ block: Int, _ draft: DocumentDraft) -> String {
        let text = draft.tree.plainText(of: block)
        guard let labelled = LabelledBlock(block: block, tree: draft.tree) else { return text.trimmed }
        return Separators.droppingLeading(text.without(prefix: labelled.label))
    }

    /// A rule between two questions belongs to neither.
    private func withoutRule(_ range: Range<Int>, _ blocks: [Int], _ draft: DocumentDraft) -> Range<Int> {
        guard let last = blocks.last, draft.tree[last].kind == .thematicBreak else { return range }
        return draft.trimmed(range.lowerBound..<max(range.lowerBound, draft.tree[last].range.lowerBound))
    }

    /// A question's section with those below it, up to the next question, which may stand one level deeper.
    private func sections(ofQuestion index: Int, _ draft: DocumentDraft) -> Range<Int> {
        let below = index + 1..<max(draft.outline.sections[index].end, index + 1)
        let next = below.first { later in
            let title = draft.outline.sections[later].title
            return ReviewHeadings.question(title) != nil || ReviewHeadings.exercise(title) != nil
        }
        return index..<(next ?? below.upperBound)
    }

    /// The blocks of a section and of the headings below it, in order.
    private func blocks(ofSection index: Int, _ draft: DocumentDraft) -> [Int] {
        sections(ofQuestion: index, draft).flatMap { current -> [Int] in
            let section = draft.outline.sections[current]
            let heading = current == index ? nil : section.heading
            return (heading.map { [$0] } ?? []) + section.blocks
        }
    }

    private func summary(of week: ReviewWeek.Name, _ draft: DocumentDraft) -> ReviewWeek {
        var review = ReviewWeek(name: week, source: draft.source.source(draft.trimmed(draft.tree[0].range)))
        for (index, section) in draft.outline.sections.enumerated() where !questionSections.contains(index) {
            if ReviewHeadings.isSummary(section.title) { review.statedTotal = statedTotal(section, draft) }
            if ReviewHeadings.isLearnings(section.title) { review.learnings += learnings(section, draft) }
        }
        return review
    }

    private func statedTotal(_ section: Outline.Section, _ draft: DocumentDraft) -> String? {
        for block in section.blocks {
            let text = draft.tree.plainText(of: block)
            guard text.lowercased().contains("total") || text.lowercased().contains("итого") else { continue }
            return text.split(whereSeparator: \.isWhitespace).first { $0.contains("/") && $0.first?.isNumber == true }
                .map(String.init)
        }
        return nil
    }

    private func learnings(_ section: Outline.Section, _ draft: DocumentDraft) -> [ReviewWeek.Learning] {
        var learnings: [ReviewWeek.Learning] = []
        for block in section.blocks {
            if case .list = draft.tree[block].kind {
                let points = draft.tree.children(of: block).map { draft.tree.plainText(of: $0).trimmed }
                if learnings.isEmpty { learnings.append(.init(subject: section.title, points: [])) }
                learnings[learnings.count - 1].points += points
            } else if draft.tree[block].kind == .paragraph {
                let subject = Separators.droppingTrailing(draft.tree.plainText(of: block))
                learnings.append(.init(subject: subject, points: []))
            }
        }
        return learnings.filter { !$0.points.isEmpty }
    }
}
