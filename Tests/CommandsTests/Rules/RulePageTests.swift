import Checks
import Commands
import FoundationEssentials
import Model
import TestSupport
import Testing

/// The page of the rules is made from the code; `ARCHBOOK_RECORD=1` writes it anew.
@Suite struct RulePageTests {
    private static let sign =
        "<!-- What follows is made from the code: ARCHBOOK_RECORD=1 swift test --filter RulePageTests -->\n"

    @Test func `the documentation has a section for every rule`() throws {
        let page = try Repository.read("docs/rules.md")
        #expect(page.contains(Self.sign))
        let head = page.split(separator: Self.sign, maxSplits: 1, omittingEmptySubsequences: false)[0]
        let wanted = head + Self.sign + "\n" + RulePage.sections
        if ProcessInfo.processInfo.environment["ARCHBOOK_RECORD"] == "1" {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/rules.md")
            try Data(wanted.utf8).write(to: file)
            Issue.record("recorded docs/rules.md; review it, then test without ARCHBOOK_RECORD")
            return
        }
        #expect(page == wanted, "docs/rules.md differs from the code; record it anew")
    }

    @Test func `every rule that the sources name is in the catalogue`() throws {
        let known = Set(RuleCatalogue.all.map(\.id.rawValue))
        let groups = Set(known.compactMap { $0.split(separator: ".").first })
        var named = 0
        for file in try Repository.sources() {
            for literal in try Repository.read(file).split(separator: "\"") {
                let parts = literal.split(separator: ".", omittingEmptySubsequences: false)
                guard parts.count == 2, groups.contains(parts[0]), !parts[1].isEmpty,
                    parts[1].utf8.allSatisfy(Self.isNamePart)
                else { continue }
                named += 1
                let isKnown = known.contains(String(literal))
                #expect(isKnown, "\(file) names \(literal), which is in no catalogue of rules")
            }
        }
        #expect(named > 40)
    }

    @Test func `a rule says what is wrong and what to do, and has a name of its own`() {
        #expect(Set(RuleCatalogue.all.map(\.id)).count == RuleCatalogue.all.count)
        for rule in RuleCatalogue.all {
            #expect(!rule.meaning.hasSuffix("."), "\(rule.id)")
            #expect(!rule.remedy.hasSuffix(".") && !rule.remedy.isEmpty, "\(rule.id)")
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte.isLetter && byte.lowercased == byte
    }
}
