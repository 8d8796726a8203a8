import Foundation
import Reading
import Testing

/// Real documents, where they lie beside the project; without them the tests are skipped.
@Suite struct `Real documents` {
    static let seeds = folder(from: #filePath)

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seeds + "/review-week-07-async-systems.md")))
    func `come out free of broken text`() throws {
        let path = Self.seeds + "/review-week-07-async-systems.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let result = TextRepair.repair(Array(text.utf8))
        let repaired = String(decoding: result.bytes, as: UTF8.self)
        let signs = Set(repaired.unicodeScalars.filter { !$0.isASCII }.map(String.init))
        #expect(signs == ["→", "←", "↓", "×", "≈", "├", "└", "✅", "❌", "🏆"])
        #expect(result.lost.isEmpty)
        #expect(Set(result.edits.map(\.place)) == [.prose, .code])
        #expect(TextRepair.repair(result.bytes).edits.isEmpty)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seeds + "/page-architecture-patterns.txt")))
    func `name what was lost and stay as they are`() throws {
        let path = Self.seeds + "/page-architecture-patterns.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let result = TextRepair.repair(Array(text.utf8))
        #expect(result.edits.isEmpty)
        #expect(result.lost.count == 7)
        #expect(result.lost.filter { $0.candidates == ["🧪"] }.count == 1)
    }

    /// The folder of the documents, beside that of the project.
    private static func folder(from file: String) -> String {
        var root = URL(fileURLWithPath: file).deletingLastPathComponent()
        while root.path != "/", !FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path) {
            root.deleteLastPathComponent()
        }
        return root.appending(path: "../shared/seeds").standardized.path
    }
}
