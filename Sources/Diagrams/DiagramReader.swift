package import Model

/// The languages that diagrams are read from.
package enum DiagramLanguage: String, Sendable, CaseIterable {
    case structurizr, json, plantuml, mermaid

    /// The language of a file by its name; nil when it is none of a diagram.
    package init?(path: String) {
        let name = path.lowercased()
        switch name.lastIndex(of: ".").map({ String(name[name.index(after: $0)...]) }) {
        case "dsl": self = .structurizr
        case "json": self = .json
        case "puml", "plantuml", "pu", "wsd": self = .plantuml
        case "mmd", "mermaid": self = .mermaid
        default: return nil
        }
    }

    /// The language of a fenced block by its first word.
    package init?(block: String) {
        switch block {
        case "c4", "structurizr": self = .structurizr
        case "plantuml", "puml": self = .plantuml
        case "mermaid": self = .mermaid
        default: return nil
        }
    }
}

/// Reads diagrams of any language into one model.
package enum DiagramReader {
    /// Reads a text.
    ///
    /// - Parameters:
    ///   - path: the file that the text stands in.
    ///   - offset: what is added to every line and column, for a block within another text.
    ///   - key: the key of the view of a language that gives views none.
    ///   - title: the title of a view made of arrow lines.
    package static func read(
        _ bytes: [UInt8], as language: DiagramLanguage, path: String,
        offset: SourcePosition = SourcePosition(line: 0, column: 0), key: String? = nil, title: String = "",
        files: DiagramFiles = .none
    ) -> DiagramDocument {
        let key = key ?? defaultKey(of: path)
        switch language {
        case .structurizr:
            if offset.line > 0, ShorthandReader.isShorthand(bytes) {
                return ShorthandReader.read(bytes, path: path, offset: offset, key: key, title: title)
            }
            return DSLReader.read(bytes, path: path, offset: offset, files: files)
        case .json: return WorkspaceJSONReader.read(bytes, path: path)
        case .plantuml, .mermaid:
            return MacroReader.read(bytes, as: language, path: path, offset: offset, key: key)
        }
    }

    /// The key of the only view of a file: the file's name without folders and extension.
    package static func defaultKey(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
