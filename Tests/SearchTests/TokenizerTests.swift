import Model
import Testing

@testable import Search

/// Words are found as people type them.
struct TokenizerTests {
    @Test(arguments: [
        ("event-driven", "event driven eventdriven"), ("CI/CD", "ci cd cicd"), ("C4 and S3", "c4 and s3"),
        ("at-least-once", "at least once atleastonce"), ("OrderService", "order service orderservice"),
        ("payment_gateway", "payment gateway paymentgateway"), ("HTTPServer", "http server httpserver"),
        ("APIs, DDoS", "apis ddo s ddos"), ("C++ and C#", "c++ and c#"), ("ZREVRANGE", "zrevrange"),
        ("Ёлка УЧЁТ", "елка учет"), ("cafe\u{301} café", "cafe cafe"), ("и\u{306}од йод", "йод йод"),
        ("Straße", "strasse"), ("don’t", "don t dont"), ("a/b/c/d/e", "a b c d e"), ("", ""), ("— … !", ""),
    ])
    func `cuts and folds`(text: String, expected: String) {
        #expect(Tokenizer.terms(text).map(\.text).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("микросервисов", "микросервисы"), ("очередями", "очередь"), ("архитектурный", "архитектура"),
        ("микросервисная", "микросервис"), ("queues", "queue"), ("idempotency", "idempotent"),
    ])
    func `stems forms of a word alike`(one: String, other: String) {
        let stemmer = Stemmer()
        #expect(stemmer.stem(Array(one.utf8)) == stemmer.stem(Array(other.utf8)))
    }

    @Test(arguments: [("saga", "saga", 0), ("retyr", "retry", 1), ("кэширвание", "кэширование", 1)])
    func `counts errors in letters`(typed: String, meant: String, errors: Int) {
        var near = NearWords(EditDistance(Array(typed.utf8), limit: 2))
        #expect(near.errors(in: Array(meant.utf8), sharing: 0) == errors)
    }

    @Test func `forgives nothing in short words`() {
        #expect(EditDistance(Array("сага".utf8)).limit == 0)
    }

    @Test(arguments: [(1, 1, 0), (2, 1, 1024), (8, 1, 3072), (3, 1, 1623), (10, 3, 1778), (1, 5, 0)])
    func `takes logarithms in whole numbers`(numerator: Int, denominator: Int, expected: Int) {
        #expect(FixedPoint.log2(numerator, denominator) == expected)
    }

    @Test func `undoes the other keyboard layout`() {
        #expect(KeyboardLayout.swapped("ghbdtn") == "привет")
        #expect(KeyboardLayout.swapped("ьшскщыукмшсу") == "microservice")
    }
}
