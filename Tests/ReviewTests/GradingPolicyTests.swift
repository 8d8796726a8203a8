import Review
import Testing

@Suite struct `Policy p1` {
    @Test(arguments: [
        (0.0, Grade.again), (23, .again), (23.5, .again), (24, .hard), (31, .hard), (31.5, .hard), (32, .good),
        (33, .good),
        (40, .good),
    ])
    func `grades a score out of 40`(points: Double, grade: Grade) {
        #expect(GradingPolicy.p1.grade(score: points, of: 40) == grade)
    }

    @Test func `lets a hint cost the best grades alone`() {
        #expect(GradingPolicy.p1.grade(score: 40, of: 40, usedHint: true) == .hard)
        #expect(GradingPolicy.p1.grade(score: 0, of: 40, usedHint: true) == .again)
    }

    @Test func `never gives Easy by itself, and never a worse grade for more points`() {
        for full in 1...60 {
            let grades = (0...full * 2).map { GradingPolicy.p1.grade(score: Double($0) / 2, of: full) }
            #expect(grades == grades.sorted() && grades.last == .good)
        }
    }

    @Test(arguments: [(39.5, 40, 98), (33, 40, 82), (40, 40, 100), (0, 0, 100)])
    func `rounds per cent down`(points: Double, full: Int, percent: Int) {
        #expect(Score(points, of: full).percent == percent)
    }
}
