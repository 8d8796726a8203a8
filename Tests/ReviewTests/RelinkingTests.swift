import Model
import Review
import Testing

@Suite struct `Relinked questions` {
    private func entry(_ id: String, _ title: String, path: String = "a.md", number: Int? = nil, answer: String)
        -> Entry
    {
        let source = Source(path: path, range: SourceRange(at: .start))
        let question = Question(form: .short, number: number, modelAnswer: answer)
        return Entry(id: EntryID(id), title: title, language: .english, source: source, content: .question(question))
    }

    private func relinking(_ book: [Entry], after old: [Entry]) -> Relinking {
        let answers = old.map { entry -> KeptAnswer in
            var answer = GradedAnswer(question: entry.id, grade: .good)
            answer.fingerprint = entry.question.map { QuestionFingerprint(entry, $0) }
            let id = EventID(rawValue: "E\(entry.id)")
            return KeptAnswer(id: id, at: Timestamp(milliseconds: 0), question: entry.id, answer: answer)
        }
        return Relinking(book.compactMap(ReviewPlan.Item.init), answers: answers)
    }

    @Test func `finds an edited question by its answer, wherever it stands now`() {
        let old = entry("old", "What is a saga?", path: "a.md", answer: "A chain of local transactions.")
        let new = entry(
            "new", "How do we keep an order consistent?", path: "b.md", answer: "A chain of local transactions.")
        let result = relinking([new], after: [old])
        #expect(result.matches.map(\.from) == [old.id] && result.matches.map(\.to) == [new.id])
        #expect(result.matches.map(\.reason) == ["answer"] && result.matches.map(\.title) == [new.title])
    }

    @Test func `finds one by path and number, or by path and heading`() {
        let old = entry("old", "Video pipeline", number: 3, answer: "x")
        let moved = entry("new", "A pipeline for lectures", number: 3, answer: "y")
        let other = entry("other", "Chat", number: 4, answer: "z")
        #expect(relinking([moved, other], after: [old]).matches.map(\.to) == [moved.id])
        let plain = entry("p", "Why?", answer: "a")
        let edited = entry("q", "Why?", answer: "b")
        #expect(relinking([edited], after: [plain]).matches.map(\.reason) == ["place"])
    }

    @Test func `finds one by its words, if no other is about as near`() {
        let text =
            "Why must the consumer of an at-least-once queue be idempotent, and how is that tested in production?"
        let typo = text.replacing("production", with: "staging")
        let old = entry("old", text, path: "a.md", answer: "x")
        let near = entry("near", typo, path: "b.md", answer: "y")
        let far = entry("far", "When does a cache hurt more than it helps?", path: "b.md", answer: "z")
        #expect(relinking([far, near], after: [old]).matches.map(\.to) == [near.id])
        #expect(relinking([far], after: [old]).lost.map(\.orphan) == [old.id])
        let twin = entry("twin", text.replacing("tested", with: "proved"), path: "c.md", answer: "w")
        let unclear = relinking([near, twin, far], after: [old])
        #expect(unclear.matches.isEmpty && unclear.ambiguous.map(\.candidates) == [[near.id, twin.id]])
    }

    @Test func `leaves a question alone that has answers of its own, and one that two orphans want`() {
        let old = entry("old", "One?", path: "a.md", answer: "same")
        let older = entry("older", "Two?", path: "b.md", answer: "same")
        let new = entry("new", "Three?", path: "c.md", answer: "same")
        let contested = relinking([new], after: [old, older])
        #expect(contested.matches.isEmpty)
        #expect(contested.ambiguous.map(\.orphan) == [old.id, older.id])
        #expect(relinking([new], after: [old, new]).matches.isEmpty)
    }

    @Test func `has nothing to do while every question is there`() {
        let old = entry("old", "One?", answer: "x")
        let result = relinking([old], after: [old])
        #expect(result.matches.isEmpty && result.ambiguous.isEmpty && result.lost.isEmpty)
    }
}

@Suite struct `Question marker` {
    @Test(arguments: [
        ("# Q?\nText\n", "# Q?\n<!-- q: a -->\nText\n"), ("# Q?\r\nText\r\n", "# Q?\r\n<!-- q: a -->\r\nText\r\n"),
        ("# Q?", "# Q?\n<!-- q: a -->"), ("Q?\n===\nText", "Q?\n===\n<!-- q: a -->\nText"),
        ("# Q?\n---\n", "# Q?\n<!-- q: a -->\n---\n"), ("# Q?\n\n<!-- q: b -->\n", "# Q?\n\n<!-- q: b -->\n"),
    ])
    func `goes below the heading, and changes no other byte`(before: String, after: String) {
        let markers = [QuestionMarker(id: EntryID("a"), headingLine: 1)]
        #expect(QuestionMarker.stamped(Array(before.utf8), with: markers).text == after)
    }

    @Test func `keeps the lines of several questions and of bytes that are no text`() {
        let bytes: [UInt8] = Array("# A?\n".utf8) + [0xFF, 10] + Array("# B?\nx".utf8)
        let markers = [
            QuestionMarker(id: EntryID("b"), headingLine: 3), QuestionMarker(id: EntryID("a"), headingLine: 1),
            QuestionMarker(id: EntryID("c"), headingLine: 99),
        ]
        let expected: [UInt8] =
            Array("# A?\n<!-- q: a -->\n".utf8) + [0xFF, 10] + Array("# B?\n<!-- q: b -->\nx".utf8)
        #expect(QuestionMarker.stamped(bytes, with: markers) == expected)
    }
}
