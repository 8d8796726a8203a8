import ArgumentParser
import Commands
import TestSupport
import Testing

/// The short way from arguments to a search leads where the parser of all commands leads.
struct PlainSearchTests {
    @Test(arguments: [
        "search saga", "search dead letter --limit 5", "search сага --kind patterns --tag a --tag b --explain",
        "search --json saga --language EN --path knowledge/ --color never",
    ])
    func `takes the short way for a plain search`(line: String) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let request = try #require(PlainSearch.request(arguments))
        #expect(try (Archbook.parseAsRoot(arguments) as? SearchCommand)?.request == request)
    }

    @Test(arguments: [
        [], ["search"], ["search", ""], ["search", "--help"], ["search", "saga", "-h"], ["search", "--", "-saga"],
        ["search", "-saga"], ["search", "saga", "--limit", "0"], ["search", "saga", "--limit=3"], ["list", "links"],
        ["search", "saga", "--kind", "sagas"], ["search", "saga", "--tag"], ["search", "saga", "--tag", "-x"],
        ["search", "saga", "--lim", "3"], ["search", "saga", "--version"], ["search", "--json"],
        ["search", "saga", "--limit", "1", "--limit", "2"], ["search", "saga", "--color", "blue"], ["help", "search"],
    ])
    func `leaves the rest to the parser`(arguments: [String]) {
        #expect(PlainSearch.request(arguments) == nil)
    }

    @Test(arguments: 1...8)
    func `whatever is taken on the short way is read alike by the parser`(seed: UInt64) throws {
        let pieces = [
            "search", "saga", "сага", "two words", "help", "a:b", "tag:x", "idem*", "\"x y\"", "=", "--tag", "--kind",
            "--limit", "--language", "--path", "--color", "--explain", "--json", "--", "-x", "-", "", "5", "0", "+7",
            "٣",
            "patterns", "LINK", "never", "Never", "--tag=x", "--limit=2", "--no-json", "-h", "99999999999999999999",
            " ",
        ]
        var random = SeededRandom(seed: seed)
        var taken = 0
        for _ in 0..<400 {
            let count = Int.random(in: 0...6, using: &random)
            let arguments =
                ["search"] + (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
            guard let request = PlainSearch.request(arguments) else { continue }
            taken += 1
            let parsed = try? Archbook.parseAsRoot(arguments) as? SearchCommand
            #expect(parsed?.request == request, "\(arguments)")
        }
        #expect(taken > 20)
    }
}
