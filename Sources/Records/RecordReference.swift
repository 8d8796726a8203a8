import Model

/// What a record needs to know of another one to name it.
package struct RecordReference: Sendable, Equatable {
    /// The name of the file without its ending.
    package let stem: String
    /// The number; nil where the name of the file has none.
    package let number: Int?
    /// The title without the number.
    package let title: String
    /// The path relative to the workspace.
    package let path: String
    /// Which sort of record it is.
    package let kind: RecordKind

    /// - Parameter path: the path relative to the workspace.
    package init(stem: String, number: Int?, title: String, path: String, kind: RecordKind) {
        self.stem = stem
        self.number = number
        self.title = title
        self.path = path
        self.kind = kind
    }

    /// The words for the record in one of the forms that dialects use.
    ///
    /// - Parameters:
    ///   - base: the path of the file in which the words shall stand.
    ///   - prefix: what stands before the number in the text of a link.
    func text(as form: Dialect.Reference, from base: String, prefix: String) -> String {
        switch form {
        case .number: number.map(String.init) ?? stem
        case .identifier(let prefix): number.map { prefix + padded($0, to: 4) } ?? stem
        case .stem: stem
        case .title: number.map { "ADR \(padded($0, to: 4)) - \(title)" } ?? title
        case .link:
            link(number.map { prefix + padded($0, to: 4) } ?? stem, from: base)
        }
    }

    /// The path from the folder of one file of the workspace to this one.
    func relativePath(from base: String) -> String {
        var from = base.split(separator: "/").dropLast()[...]
        var to = path.split(separator: "/")[...]
        while let first = from.first, to.count > 1, first == to.first {
            (from, to) = (from.dropFirst(), to.dropFirst())
        }
        return (from.map { _ in ".." } + to).joined(separator: "/")
    }

    private func link(_ text: String, from base: String) -> String {
        "[\(MarkdownLink.escapedText(text))](\(MarkdownLink.escapedDestination(relativePath(from: base))))"
    }
}

extension RecordFile {
    /// What other records need to know of this one.
    package var reference: RecordReference {
        RecordReference(
            stem: RecordName.stem(ofPath: path), number: record.number, title: entry.title, path: path,
            kind: entry.kind == .proposal ? .proposal : .decision)
    }
}
