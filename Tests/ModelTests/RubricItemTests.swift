import Model
import Testing

/// A bullet of a rubric beside its points.
struct RubricItemTests {
    @Test(arguments: [
        ("Names the outbox (6 pts)", "Names the outbox"), ("Names it (6 points)", "Names it"),
        ("Called (twice) (1 point)", "Called (twice)"), ("Называет (5 баллов)", "Называет"),
        ("Keeps order (per key)", "Keeps order (per key)"), ("Uses three nodes (3)", "Uses three nodes (3)"),
        ("(6 pts)", "(6 pts)"), ("Plain", "Plain"), ("", ""),
    ])
    func `does not say its worth twice`(text: String, expected: String) {
        #expect(RubricItem(id: "b-1", text: text, points: 6).textWithoutPoints == expected)
    }
}
