import Model

/// Writes a workspace in the Structurizr DSL, in one normal form: hierarchical identifiers, one statement on a line.
///
/// Reading what is written gives the same workspace again.
package struct DSLWriter {
    private(set) var lines: [String] = []
    private var depth = 0
    let workspace: C4Workspace

    private init(_ workspace: C4Workspace) { self.workspace = workspace }

    /// The text of a workspace, with a final line feed.
    package static func text(of workspace: C4Workspace) -> String {
        var writer = DSLWriter(workspace)
        writer.write()
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write() {
        block(Self.statement("workspace", [workspace.name, workspace.description])) { writer in
            writer.line("!identifiers hierarchical")
            writer.pairs("properties", writer.workspace.properties)
            writer.papers(writer.workspace.papers)
            writer.line("")
            writer.block("model") { $0.writeModel() }
            writer.line("")
            writer.block("views") { $0.writeViews() }
            writer.writeConfiguration()
        }
    }

    // MARK: The parts of statements

    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): result += "\\\"".utf8
            case .lineFeed: result += "\\n".utf8
            case .carriageReturn: continue
            case UInt8(ascii: "\\"):
                let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\"")
                let isEscape = [UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "\\"), .lineFeed].contains(next)
                result += (isEscape ? "\\\\" : "\\").utf8
            default: result.append(byte)
            }
        }
        return result.text + "\""
    }

    /// A keyword with texts in quotes; empty texts at the end are left out.
    static func statement(_ keyword: String, _ texts: [String]) -> String {
        var texts = texts[...]
        while texts.last?.isEmpty == true { texts.removeLast() }
        return ([keyword] + texts.map(quoted)).joined(separator: " ")
    }

    mutating func line(_ text: String) {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: depth) + text)
    }

    /// Writes a block, or the head alone when nothing stands in the block and `keepsEmpty` is not set.
    mutating func block(_ head: String, keepsEmpty: Bool = true, _ body: (inout DSLWriter) -> Void) {
        line("\(head) {")
        let start = lines.count
        depth += 1
        body(&self)
        depth -= 1
        if lines.count == start, !keepsEmpty {
            lines.removeLast()
            line(head)
        } else {
            line("}")
        }
    }

    mutating func beginGroup(_ name: String) {
        line("group \(Self.quoted(name)) {")
        depth += 1
    }

    mutating func endGroup() {
        depth -= 1
        line("}")
    }

    mutating func pairs(_ keyword: String, _ pairs: [String: String]) {
        guard !pairs.isEmpty else { return }
        block(keyword) { writer in
            for (name, value) in pairs.sorted(by: { $0.key < $1.key }) {
                writer.line("\(Self.quoted(name)) \(Self.quoted(value))")
            }
        }
    }

    mutating func papers(_ papers: [C4Papers]) {
        for paper in papers {
            line(Self.statement(paper.kind.rawValue, [paper.path, paper.format ?? ""]))
        }
    }

    /// Writes a statement with one text, when there is one.
    mutating func text(_ keyword: String, _ text: String?) {
        if let text, !text.isEmpty { line(Self.statement(keyword, [text])) }
    }

    mutating func perspectives(_ perspectives: [C4Perspective]) {
        guard !perspectives.isEmpty else { return }
        block("perspectives") { writer in
            for perspective in perspectives {
                let texts =
                    [perspective.name, perspective.description] + (perspective.value.isEmpty ? [] : [perspective.value])
                writer.line(texts.map(Self.quoted).joined(separator: " "))
            }
        }
    }

    private mutating func writeConfiguration() {
        let configuration = workspace.configuration
        guard configuration != C4Configuration() else { return }
        line("")
        block("configuration") { writer in
            if let scope = configuration.scope { writer.line("scope \(scope)") }
            if let visibility = configuration.visibility { writer.line("visibility \(visibility)") }
            writer.pairs("users", configuration.users)
            writer.pairs("properties", configuration.properties)
        }
    }
}
