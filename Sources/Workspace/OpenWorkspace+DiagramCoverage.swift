import Diagrams
package import Model

extension OpenWorkspace {
    /// The accounts of the lines of all files in the Structurizr DSL, sorted by their paths.
    ///
    /// A line with an error is unread, a comment is context, and all others are catalogued.
    package func diagramCoverage() -> [(path: String, coverage: Coverage)] {
        let walk = SourceWalk(settings.knowledge, in: root, where: Self.isDiagram)
        let findings = readDiagramFiles(walk.files).flatMap(\.findings).filter { $0.severity == .error }
        return walk.files.compactMap { path in
            guard let bytes = try? POSIX.readFile(self.path(path), limit: Self.largestSource),
                !SourceBytes.isBinary(bytes)
            else { return nil }
            let faulty = findings.filter { $0.path == path }.compactMap { $0.range?.start.line }
            return (path, Self.diagramCoverage(of: bytes, faulty: Set(faulty)))
        }
    }

    private static func diagramCoverage(of bytes: [UInt8], faulty: Set<Int>) -> Coverage {
        var coverage = Coverage()
        var isComment = false
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let text = line.drop { $0.isWhitespace }
            guard !text.isEmpty else { continue }
            if text.starts(with: Array("/*".utf8)) { isComment = true }
            if isComment || text.starts(with: Array("//".utf8)) || text.first == UInt8(ascii: "#") {
                coverage.context += 1
                let end = text.reversed().drop { $0.isWhitespace }
                if end.starts(with: Array("/*".utf8)) { isComment = false }
            } else if faulty.contains(index + 1) {
                coverage.unreadLines.append(index + 1)
            } else {
                coverage.catalogued += 1
            }
        }
        return coverage
    }
}
