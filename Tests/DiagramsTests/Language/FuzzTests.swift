import Diagrams
import Model
import TestSupport
import Testing

/// Texts that no one would write, which a merge, a bad disk or malice can make.
@Suite struct `Damaged texts` {
    @Test(.timeLimit(.minutes(10)), arguments: Fixture.all) func `never crash or hang the reader`(_ fixture: Fixture) {
        var chance = SeededRandom(seed: UInt64(fixture.bytes.count))
        for _ in 0..<150 {
            let bytes = Self.damaged(fixture.bytes, &chance)
            let document = DSLReader.read(bytes, path: fixture.name)
            let lines = LineTable(bytes).count
            for finding in document.findings {
                #expect((1...max(lines, 1) + 1).contains(finding.position.line))
                #expect(!finding.message.isEmpty)
            }
            let resolver = ViewResolver(document.workspace)
            for view in resolver.views { _ = resolver.resolve(view) }
            // What is left of a damaged text is a model like any other.
            let again = DSLReader.read(Array(DSLWriter.text(of: document.workspace).utf8), path: "again.dsl")
            #expect(again.workspace.elements.count == document.workspace.elements.count, "\(again.told)")
        }
    }

    @Test(arguments: [DiagramLanguage.plantuml, .mermaid, .json]) func `never crash or hang the importers`(
        _ language: DiagramLanguage
    ) {
        var chance = SeededRandom(seed: 7)
        for fixture in Fixture.all {
            let resolver = ViewResolver(fixture.document.workspace)
            for view in resolver.views.prefix(4).compactMap(resolver.resolve) {
                let text =
                    switch language {
                    case .json: WorkspaceJSONWriter.value(of: fixture.document.workspace).document.text
                    case .mermaid: C4MacroWriter.mermaid(view)
                    default: C4MacroWriter.plantUML(view)
                    }
                for _ in 0..<20 {
                    let bytes = Self.damaged(Array(text.utf8), &chance)
                    let document = DiagramReader.read(bytes, as: language, path: "x")
                    let resolver = ViewResolver(document.workspace)
                    for view in resolver.views { _ = resolver.resolve(view) }
                }
            }
        }
    }

    /// A text with a few bytes changed, dropped or doubled, or a stretch moved.
    private static func damaged(_ bytes: [UInt8], _ chance: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &chance) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &chance)
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &chance))
            switch Int.random(in: 0...5, using: &chance) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &chance)
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
            case 3: bytes.insert(contentsOf: Array("\n{\n".utf8), at: index)
            case 4: bytes.insert(contentsOf: Array("\n}\n".utf8), at: index)
            default:
                let piece = Array(bytes[index..<end])
                bytes.removeSubrange(index..<end)
                bytes.insert(contentsOf: piece, at: bytes.isEmpty ? 0 : Int.random(in: 0...bytes.count, using: &chance))
            }
        }
        return bytes
    }
}
