import Diagrams
import FoundationEssentials
import Model
import Testing

/// The models beside the tests, written for them.
struct Fixture: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }

    /// Every fixture, sorted by name.
    static let all: [Fixture] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.filter { $0.hasSuffix(".dsl") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Fixture(name: name, bytes: Array($0)) }
        }
    }()

    /// What reading the fixture gives.
    var document: DiagramDocument { DSLReader.read(bytes, path: name) }
}

/// Files that stand in memory.
func memory(_ texts: [String: String]) -> DiagramFiles {
    DiagramFiles { path in
        if let text = texts[path] { return .file(Array(text.utf8)) }
        let inside = texts.keys.filter { $0.hasPrefix("\(path)/") }.sorted()
        return inside.isEmpty ? .unreadable("there is no such file") : .folder(inside)
    }
}

/// Reads a text that is meant to be without faults, unless findings are looked at.
func read(_ text: String, files: DiagramFiles = .none) -> DiagramDocument {
    DSLReader.read(Array(text.utf8), path: "shop.dsl", files: files)
}

extension DiagramDocument {
    /// The findings as `line:column: message`.
    var told: [String] { findings.map { "\($0.position.line):\($0.position.column): \($0.message)" } }

    /// What a view shows.
    func view(_ key: String) -> DiagramView? { workspace.view(key).flatMap(ViewResolver(workspace).resolve) }
}

extension DiagramView {
    /// The ids of the boxes.
    var ids: [String] { elements.map(\.id) }
    /// The ids of both ends of each line.
    var lines: [String] { relationships.map { "\($0.source) -> \($0.target)" } }
}
