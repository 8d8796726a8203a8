import Markdown
import Testing

/// libcmark-gfm keeps global tables that its extensions change while parsing.
@Suite struct ThreadTests {
    private static let texts = [
        "~~a~~ http://a.b *c* ~d~ www.e.f\n", "- [x] ~~gone~~ me@a.b `c`\n\n|a|b|\n|-|-|\n|~~c~~|www.d.e|\n",
        "plain *text* with [link](u) and ~tilde\n", "www.a.b ~~x https://c.d/(e)~~ **f**[^1]\n\n[^1]: ~~n~~\n",
    ].map { Array($0.utf8) }

    @Test(arguments: [2, 8])
    func `threads that parse at once get the trees of one thread`(threads: Int) async {
        let expected = Self.texts.map { MarkdownParser.parse($0) }
        let wrong = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<threads {
                group.addTask { Self.countWrong(expected, rounds: 3000 / threads, offset: thread) }
            }
            var sum = 0
            for await part in group { sum += part }
            return sum
        }
        #expect(wrong == 0)
    }

    private static func countWrong(_ expected: [MarkdownTree], rounds: Int, offset: Int) -> Int {
        (0..<rounds).count { round in
            let index = (round + offset) % texts.count
            return MarkdownParser.parse(texts[index]) != expected[index]
        }
    }
}
