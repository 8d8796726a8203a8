import Commands
import TestSupport
import Testing

/// What `check` tells of diagrams and of what they name.
@Suite struct `A check of diagrams` {
    private func told(_ files: [String: String]) async throws -> [String] {
        let folder = try TemporaryFolder(["archbook.yml": "title: Shop\n"].merging(files) { _, new in new })
        let recorder = OutputRecorder()
        _ = await Archbook.run(["check", "--strict"], in: .test(directory: folder.path, recorder: recorder))
        return recorder.output.split(separator: "\n").map(String.init).filter { $0.contains("[diagram.") }
    }

    private static func model(_ properties: String, _ more: String = "") -> String {
        """
        shop = softwareSystem "Shop" "Sells." {
            properties {
                \(properties)
            }
        }
        \(more)
        systemLandscape "all" {
            include *
        }
        """
    }

    @Test func `is silent where everything is as it should be`() async throws {
        let record = "# 1. Sell\n\nDate: 2026-01-02\n\nElements: shop\n\n## Status\n\nAccepted\n"
        let note = "# Saga\n\nSteps that can be undone.\n\n## Problem\n\nSteps fail.\n"
        let files = [
            "knowledge/shop.dsl": Self.model("\"adr\" \"1\"\n\"pattern\" \"saga\""), "adr/0001-sell.md": record,
            "knowledge/saga.md": note,
        ]
        #expect(try await told(files) == [])
    }

    @Test(arguments: [
        ("\"adr\" \"7\"", "", "\"Shop\" names the decision 7, which is not there; correct `adr`"),
        ("\"rfc\" \"7\"", "", "\"Shop\" names the proposal 7, which is not there; correct `rfc`"),
        ("\"pattern\" \"sagga\"", "", "\"Shop\" names the pattern sagga, which is not there"),
        ("\"a\" \"b\"", "p = person \"P\"", "the person \"P\" has no description"),
        ("\"a\" \"b\"", "p = person \"P\" \"Buys.\"\np -> shop", "p -> shop does not say what happens"),
    ]) func `tells what an element lacks`(_ properties: String, _ more: String, _ message: String) async throws {
        let told = try await told(["knowledge/shop.dsl": Self.model(properties, more)])
        #expect(told.count == 1 && told[0].contains(message), "\(told)")
    }

    @Test func `tells of elements that no view shows, once, however many blocks use them`() async throws {
        let block = "# Note\n\n```c4\n!use shop.dsl\nsystemLandscape \"mine\" {\n    include shop\n}\n```\n"
        let text = Self.model("\"a\" \"b\"", "p = person \"P\" \"Buys.\"").replacing("include *", with: "include shop")
        let told = try await told([
            "knowledge/shop.dsl": text, "knowledge/a.md": block,
            "knowledge/b.md": block.replacing("mine", with: "yours"),
        ])
        #expect(told.count == 1 && told[0].contains("no view shows the person \"P\""), "\(told)")
        #expect(told.first?.hasPrefix("knowledge/shop.dsl:6:1:") == true)
    }

    @Test func `tells of decisions that no longer hold, and of records that name nothing`() async throws {
        let first =
            "# 1. Sell\n\nDate: 2026-01-02\n\nElements: shop.web\n\n## Status\n\nSuperseded by [2. Rent](0002-rent.md)\n"
        let second = "# 2. Rent\n\nDate: 2026-01-03\n\n## Status\n\nAccepted\n\nSupersedes [1. Sell](0001-sell.md)\n"
        let told = try await told([
            "knowledge/shop.dsl": Self.model("\"adr\" \"1\""), "adr/0001-sell.md": first, "adr/0002-rent.md": second,
        ])
        #expect(told.count == 2, "\(told)")
        #expect(told.contains { $0.contains("\"Shop\" rests on ADR 1, which no longer holds; name ADR 2 instead") })
        #expect(told.contains { $0.contains("ADR 1 names the element shop.web, which no diagram has") })
    }

    @Test func `tells of views that are too large`() async throws {
        let systems = (1...26).map { "s\($0) = softwareSystem \"S\($0)\" \"Does.\"" }.joined(separator: "\n")
        let told = try await told(["knowledge/shop.dsl": "\(systems)\nsystemLandscape \"all\" {\n    include *\n}\n"])
        #expect(told.count == 1 && told[0].contains("`all` shows 26 elements"), "\(told)")
    }
}
