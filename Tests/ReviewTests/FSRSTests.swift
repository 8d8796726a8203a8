import Foundation
import Model
import Review
import TestSupport
import Testing

@Suite struct `FSRS-6` {
    private static let vectors = Result { try ReferenceVectors() }

    @Test func `computes what py-fsrs 6.3.2 computes`() throws {
        let vectors = try Self.vectors.get()
        #expect(vectors.sequences.count == 33)
        var intervals = 0
        for sequence in vectors.sequences {
            let config = try #require(vectors.configs[sequence.config])
            let fsrs = FSRS(try #require(FSRS.Parameters(config.parameters)))
            var memory: Memory?
            for (index, review) in sequence.reviews.enumerated() {
                let place = Comment(rawValue: "\(sequence.name), review \(index + 1)")
                if let memory, let expected = review.retrievabilityBefore, let days = review.elapsedDays {
                    #expect(isClose(fsrs.retrievability(of: memory, after: days), expected), place)
                }
                let grade = try #require(Grade(rawValue: review.rating))
                let next = fsrs.memory(after: grade, memory, days: review.elapsedDays ?? 0)
                #expect(isClose(next.stability, review.stability), place)
                #expect(isClose(next.difficulty, review.difficulty), place)
                if review.state == "review", let days = review.intervalDays {
                    let interval = fsrs.interval(
                        of: next, retention: config.desired_retention, maximum: config.maximum_interval)
                    #expect(interval == days, place)
                    intervals += 1
                }
                memory = next
            }
        }
        #expect(intervals > 120)
    }

    @Test(arguments: Grade.allCases, [0.3, 2.3, 40, 900])
    func `recalls surely at once, and nine times of ten after the stability`(grade: Grade, stability: Double) {
        let fsrs = FSRS()
        let memory = Memory(stability: stability, difficulty: 5)
        #expect(fsrs.retrievability(of: memory, after: 0) == 1)
        #expect(isClose(fsrs.retrievability(of: Memory(stability: 10, difficulty: 5), after: 10), 0.9))
        let interval = fsrs.interval(of: memory, retention: 0.9, maximum: 36_500)
        #expect(interval == max(1, Int(stability.rounded(.toNearestOrEven))))
        let strict = fsrs.interval(of: memory, retention: 0.95, maximum: 36_500)
        let lenient = fsrs.interval(of: memory, retention: 0.8, maximum: 36_500)
        #expect(strict <= interval && interval <= lenient)
        #expect(fsrs.interval(of: memory, retention: 0.8, maximum: 1) == 1)
    }

    @Test(arguments: 0..<20) func `stays within its bounds for any history`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let fsrs = FSRS()
        for _ in 0..<5000 {
            var memory: Memory?
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let grade = Grade(rawValue: Int.random(in: 1...4, using: &random)) ?? .good
                let days = Int.random(in: 0...400, using: &random)
                let next = fsrs.memory(after: grade, memory, days: days)
                #expect(next.stability.isFinite && next.stability > 0 && (1...10).contains(next.difficulty))
                if let memory {
                    let isKept =
                        grade == .again ? next.stability <= memory.stability : next.stability >= memory.stability
                    if !isKept { Issue.record("\(grade) after \(days) days made \(memory) \(next)") }
                }
                memory = next
            }
        }
    }

    @Test func `takes only weights within their bounds`() {
        let standard = FSRS.Parameters.standard.weights
        #expect(FSRS.Parameters(standard) == .standard)
        #expect(FSRS.Parameters(Array(standard.dropLast())) == nil)
        #expect(FSRS.Parameters([200] + standard.dropFirst()) == nil)
    }

    private func isClose(_ value: Double, _ expected: Double) -> Bool {
        abs(value - expected) <= 1e-9 * max(abs(expected), 1e-300)
    }
}

/// The reference values that py-fsrs made, as the fixture keeps them.
private struct ReferenceVectors: Decodable, Sendable {
    var configs: [String: Config]
    var sequences: [Sequence]

    struct Config: Decodable, Sendable {
        var desired_retention: Double
        var maximum_interval: Int
        var parameters: [Double]
    }

    struct Sequence: Decodable, Sendable {
        var name: String
        var config: String
        var reviews: [Review]
    }

    struct Review: Decodable, Sendable {
        var rating: Int
        var elapsedDays: Int?
        var retrievabilityBefore: Double?
        var state: String
        var stability: Double
        var difficulty: Double
        var intervalDays: Int?
    }

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/fsrs-vectors.json")
        self = try JSONDecoder().decode(ReferenceVectors.self, from: Data(contentsOf: file))
    }
}
