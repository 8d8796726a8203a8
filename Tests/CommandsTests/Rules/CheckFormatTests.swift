import Commands
import Model
import TestSupport
import Testing

/// Findings in the formats of other programs.
@Suite struct CheckFormatTests {
    private static let files = [
        "knowledge/ссылки, 100%.md": Array(
            "# Сага\n\n## Ссылки\n\n- Это [Сага](https://example.com/a)\n- https://a.io/x\n\nПаттерн cага.\n".utf8),
        "knowledge/binary.md": Array(repeating: 0, count: 100),
    ]

    /// A log of SARIF has what section 3 of the standard requires, and what code scanning wants beside it.
    @Test func `writes SARIF that other programs take`() async throws {
        let run = try await RuleCase.check(Self.files, ["--format", "sarif"])
        #expect(run.exit == 1)
        let log = try #require(try JSONValue(parsing: Array(run.output.utf8)).object)
        #expect(log["version"]?.string == "2.1.0")
        #expect(log["$schema"]?.string?.hasSuffix("sarif-schema-2.1.0.json") == true)
        let only = try #require(log["runs"]?.array?.first?.object)
        let driver = try #require(only["tool"]?.object?["driver"]?.object)
        #expect(driver["name"]?.string == "archbook")
        let rules = try #require(driver["rules"]?.array).compactMap(\.object)
        for rule in rules {
            #expect(rule["id"]?.string?.contains(".") == true)
            #expect(rule["shortDescription"]?.object?["text"]?.string?.isEmpty == false)
            #expect(Self.levels.contains(rule["defaultConfiguration"]?.object?["level"]?.string ?? ""))
        }
        let results = try #require(only["results"]?.array).compactMap(\.object)
        #expect(results.count > 3)
        for result in results { try Self.expectSound(result, rules) }
        #expect(Set(results.compactMap { $0["partialFingerprints"]?.line.text }).count > 3)
    }

    private static let levels = ["note", "warning", "error"]

    private static func expectSound(_ result: [String: JSONValue], _ rules: [[String: JSONValue]]) throws {
        let number = try #require(result["ruleIndex"]?.int)
        #expect(rules[number]["id"]?.string == result["ruleId"]?.string)
        #expect(levels.contains(result["level"]?.string ?? ""))
        #expect(result["message"]?.object?["text"]?.string?.isEmpty == false)
        #expect(result["partialFingerprints"]?.object?["archbook/v1"]?.string?.isEmpty == false)
        let place = try #require(result["locations"]?.array?.first?.object?["physicalLocation"]?.object)
        let uri = try #require(place["artifactLocation"]?.object?["uri"]?.string)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") })
        let region = try #require(place["region"]?.object)
        #expect(try #require(region["startLine"]?.int) >= 1)
        for column in ["startColumn", "endColumn"] { #expect(region[column].map { ($0.int ?? 0) >= 1 } ?? true) }
        for fix in result["fixes"]?.array ?? [] {
            let change = try #require(fix.object?["artifactChanges"]?.array?.first?.object)
            #expect(change["artifactLocation"]?.object?["uri"]?.string == uri)
            #expect(change["replacements"]?.array?.first?.object?["deletedRegion"] != nil)
        }
    }

    @Test func `counts the columns of SARIF in code points`() async throws {
        let run = try await RuleCase.check(Self.files, ["--format", "sarif"])
        let log = try JSONValue(parsing: Array(run.output.utf8)).object
        let results = try #require(log?["runs"]?.array?.first?.object?["results"]?.array).compactMap(\.object)
        let host = try #require(results.first { $0["ruleId"]?.string == "link.placeholder-host" })
        let region = host["locations"]?.array?.first?.object?["physicalLocation"]?.object?["region"]?.object
        // "- Это " has six letters, and the link 29.
        #expect(region?["startColumn"]?.int == 7)
        #expect(region?["endColumn"]?.int == 36)
    }

    @Test func `writes commands of GitHub that nothing in a path or a message can break`() async throws {
        let run = try await RuleCase.check(Self.files, ["--format", "github"])
        let lines = run.output.split(separator: "\n")
        #expect(lines.allSatisfy { line in ["::error ", "::warning ", "::notice "].contains(where: line.hasPrefix) })
        let path = "file=knowledge/ссылки%2C 100%25.md,"
        let start = "::warning \(path)line=5,col=10,title=link.placeholder-host::`example.com`"
        #expect(lines.contains { $0.hasPrefix(start) })
        #expect(run.error.contains(" in 1 source."))
    }

    @Test(arguments: [
        ["--format", "sarif", "--json"], ["--dry-run"], ["--write-baseline"], ["--format", "xml"],
    ])
    func `refuses what does not go together`(arguments: [String]) async throws {
        #expect(try await RuleCase.check(Self.files, arguments).exit == 64)
    }
}
