package import Model
import Search

extension OpenWorkspace {
    /// The questions and exercises of the book, in its order and with the ids that they have in it.
    ///
    /// They come from the index of the search, which follows every change of the sources; only where it cannot tell the
    /// ids, because several entries ask for one, or it is damaged, the whole book is read. The questions are the same.
    ///
    /// - Parameter version: the version of the program; an index of another one is not used.
    package func readQuestions(version: String, environment: [String: String]) async -> [Entry] {
        let engine = await searchEngine(version: version, environment: environment)
        if let questions = (try? Self.questions(of: engine)) ?? nil { return questions }
        return await readBook().entries.filter { Self.questionKinds.contains($0.kind) }
    }

    private static let questionKinds: [EntryKind] = [.question, .exercise]

    /// The questions of an index; nil where an id may not be the one of the book.
    private static func questions(of engine: SearchEngine) throws(IndexDamage) -> [Entry]? {
        // An entry that asks for no id gets that of its kind, which a question may ask for as well.
        guard try !engine.hasEntries(withID: "") else { return nil }
        let questions = try engine.entries(of: questionKinds)
        for question in questions where try !engine.isUnique(question.id) { return nil }
        return questions
    }
}
