import Reading
import Testing

@Suite struct `Broken prose` {
    struct Case: Sendable, CustomTestStringConvertible {
        let prose: CleanProse
        let layers: [LegacyEncoding.Name]

        var testDescription: String {
            prose.language + " by " + layers.map(\.rawValue).joined(separator: ", ")
        }
    }

    static let single = CleanProse.all.flatMap { prose in
        LegacyEncoding.Name.allCases.map { Case(prose: prose, layers: [$0]) }
    }

    static let double = CleanProse.all.flatMap { prose in
        [
            [.windows1252, .macRoman], [.windows1252, .windows1252], [.macRoman, .macRoman], [.macRoman, .windows1251],
        ]
        .map { Case(prose: prose, layers: $0) }
    }

    @Test(arguments: single + double)
    func `comes back line for line`(_ test: Case) {
        let share = Self.share(of: test, seed: 11)
        #expect(share.exact * 100 >= share.all * 99, "\(share.exact) of \(share.all): \(share.missed.prefix(3))")
    }

    @Test func `comes back whole in a second sample`() {
        let shares = (Self.single + Self.double).map { Self.share(of: $0, seed: 23) }
        #expect(shares.reduce(0) { $0 + $1.all } == 21853)
        #expect(shares.reduce(0) { $0 + $1.all - $1.exact } == 0, "\(shares.flatMap(\.missed))")
    }

    static func share(of test: Case, seed: UInt64) -> (exact: Int, all: Int, missed: [String]) {
        var clean: [String] = []
        var damaged: [String] = []
        for line in test.prose.lines(250, seed: seed) {
            var text: String? = line
            for layer in test.layers { text = text.flatMap { LegacyEncoding.named(layer).decode($0.utf8) } }
            guard let text else { continue }
            clean.append(line)
            damaged.append(text)
        }
        let result = repaired(damaged.joined(separator: "\n")).split(separator: "\n", omittingEmptySubsequences: false)
        let missed = zip(clean, result).filter { $0 != String($1) }.map { "\($0) | \($1)" }
        return (clean.count - missed.count, clean.count, missed)
    }
}
