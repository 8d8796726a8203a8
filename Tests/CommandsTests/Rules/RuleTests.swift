import Checks
import Commands
import Model
import TestSupport
import Testing

/// Each rule on a workspace that breaks it, and on one that does not.
@Suite struct RuleTests {
    @Test(arguments: RuleCase.all)
    func `fires on what breaks it and not on its repaired twin`(example: RuleCase) async throws {
        #expect(try await RuleCase.check(example.broken, ["--json"]).rules().contains(example.rule))
        #expect(try await !RuleCase.check(example.sound, ["--json"]).rules().contains(example.rule))
    }

    @Test func `every rule of check has such a pair`() {
        let cases = Set(RuleCase.all.map(\.rule))
        for rule in RuleCatalogue.ofCheck { #expect(cases.contains(rule.id.rawValue), "no pair for \(rule.id)") }
        for rule in cases { #expect(RuleCatalogue.all.contains { $0.id.rawValue == rule }, "\(rule) is no rule") }
    }

    @Test func `a finding names a rule of the catalogue with the severity that its page tells`() async throws {
        let rules = Dictionary(uniqueKeysWithValues: RuleCatalogue.all.map { ($0.id.rawValue, $0) })
        for example in RuleCase.all where example.broken.values.allSatisfy({ $0.count < 1 << 20 }) {
            for finding in try await RuleCase.check(example.broken, ["--json"]).findings() {
                let name = try #require(finding["rule"]?.string)
                let rule = try #require(rules[name], "\(name) is not in the catalogue")
                let isUsual = finding["severity"]?.string == rule.severity.rawValue
                #expect(isUsual || rule.exception != nil, "\(name) has another severity than its page tells")
                let hasFix = finding["fixes"]?.array?.isEmpty == false
                #expect(rule.hasFix || !hasFix, "\(name) has a fix that its page does not tell")
            }
        }
    }

    static let fixable = RuleCase.all.filter { example in
        RuleCatalogue.all.contains { $0.id.rawValue == example.rule && $0.hasFix }
    }

    @Test(arguments: fixable)
    func `a fix makes the repaired twin of what breaks the rule, byte for byte`(example: RuleCase) async throws {
        let run = try await RuleCase.check(example.broken, ["--fix", "--json"])
        #expect(try !run.rules().contains(example.rule))
        for (path, bytes) in example.sound { #expect(try run.folder.bytes(path) == bytes) }
    }
}

/// Links to files, beyond what one pair can show.
@Suite struct LocalLinkTests {
    @Test(arguments: [
        "b.md", "./b.md#c", "/knowledge/b.md", "b", "#a", "#top", "../README.md#L3", "../docs", "../docs/", "#",
        "x.png#t", "mailto:a@b.c", "b.md?plain=1#c", "%62.md", "../../outside.md", "https://a.io/#nothing",
    ])
    func `resolves what is there`(destination: String) async throws {
        #expect(try await rules(destination).isEmpty)
    }

    @Test(arguments: [
        ("c.md", "link.missing-target"), ("", "link.missing-target"), ("b.md#d", "link.missing-anchor"),
        ("#b", "link.missing-anchor"), ("../README.md#none", "link.missing-anchor"), ("y.png", "link.missing-target"),
    ])
    func `tells what is not`(destination: String, rule: String) async throws {
        #expect(try await rules(destination) == [rule])
    }

    private func rules(_ destination: String) async throws -> [String] {
        let folder = try TemporaryFolder(workspace: [
            "knowledge/a.md": "# A\n\n<a id=\"top\"></a>\n\n[x](\(destination))\n",
            "knowledge/b.md": "# B\n\n## C\n", "README.md": "# Read me\n", "docs/page.md": "", "knowledge/x.png": "",
        ])
        return try await RuleCase.check(folder, ["--json"]).rules().filter { $0.hasPrefix("link.missing") }
    }
}
