import Foundation
import Markdown
import Model
import Reading
import TestSupport
import Testing

/// The parsed bodies that pages are made from are what parsing the bodies gives.
@Suite struct `Parsed bodies of entries` {
    /// Holds every kept body against the parser, and returns their number.
    @discardableResult
    private func compare(_ text: [UInt8], path: String = "knowledge/note.md") -> Int {
        let read = DocumentReader.read(path: path, bytes: text, extras: .bodies)
        for (source, body) in read.bodies {
            let isSame = body == MarkdownParser.parse(body.text)
            #expect(isSame, "\(source) of\n\(String(decoding: text, as: UTF8.self))")
        }
        let texts = Set(read.entries.compactMap { $0.body.map { Array($0.utf8) } })
        for body in read.bodies.values { #expect(texts.contains(body.text)) }
        return read.bodies.count
    }

    @Test func `are those of the parser in every note of this book`() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = "\(root)/knowledge"
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        var count = 0
        for name in names where name.hasSuffix(".md") {
            let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
            count += compare(Array(data), path: "knowledge/\(name)")
        }
        #expect(count > 50, "most notes of the book should have their bodies taken from their trees")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `are those of the parser in any text`(seed: UInt64) {
        var chance = SeededRandom(seed: seed)
        var count = 0
        for _ in 0..<60 {
            var text = ""
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                text += "\(["###", "##", "#", "  ##"].randomElement(using: &chance) ?? "#") Saga pattern\n"
                for _ in 0..<Int.random(in: 0...5, using: &chance) {
                    text += Self.pieces.randomElement(using: &chance) ?? ""
                    text += ["\n", "\n\n", "\n\n\n", "  \n\n", ""].randomElement(using: &chance) ?? ""
                }
                text += "\n"
            }
            count += compare(Array(text.utf8))
        }
        #expect(count > 0)
    }

    private static let pieces = [
        "A text with *emphasis*, **more** and `code`.", "- one\n- two\n\n  more of two", "1. one\n\n2. two",
        "> quoted\nlazily",
        "```swift\nlet a = 1\n```", "```\nnever closed", "~~~\ntildes\n\n\n~~~", "    indented\n\n    code",
        "<div>\n\ntext\n\n</div>",
        "<!-- a comment", "| a | b |\n| - | - |\n| 1 | 2 |", "Title\n=====", "Second\n---", "---",
        "- - nested\n    - deep",
        "See [it](other.md) and <b>raw</b>.", "[ref]: https://example.org", "See [ref] and note[^1].", "[^1]: A note.",
        "#### Below", "\ttab", "  two blanks before", "- [x] done\n- [ ] open", "line one\\\nline two",
        "trailing  \nbreak",
        "a | b\n- | -\nc | d", "**open", "Ещё текст, *важный*.", "https://example.org/a_b", "~~gone~~", "&rarr; &amp;",
        "* a\n\n      code in item", "<script>\n\nx", "![alt](a.png)",
    ]
}
