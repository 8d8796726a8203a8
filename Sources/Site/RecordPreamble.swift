import Markdown
import Model

/// What a record says twice: the day and the state, which its title block shows already.
///
/// Only what the title block holds word for word is left out. A status section with a sentence of its own stays.
struct RecordPreamble {
    private let tree: MarkdownTree
    private let record: Record

    init(_ tree: MarkdownTree, of record: Record) {
        self.tree = tree
        self.record = record
    }

    /// The nodes to leave out.
    var nodes: [Range<Int>] {
        var hidden: [Range<Int>] = []
        var status: (start: Int, isTold: Bool)?
        for index in tree.children(of: 0) {
            if case .heading = tree[index].kind {
                if let status, status.isTold { hidden.append(status.start..<index) }
                status = tree.plainText(of: index).trimmed.lowercased() == "status" ? (index, true) : nil
            } else if status != nil {
                if !lines(of: index).allSatisfy(isToldAbove) { status?.isTold = false }
            } else if lines(of: index).allSatisfy(isDate) {
                hidden.append(index..<tree[index].end)
            }
        }
        if let status, status.isTold { hidden.append(status.start..<tree.nodes.count) }
        return hidden
    }

    /// The lines of a paragraph; anything else counts as a line that is told nowhere.
    private func lines(of index: Int) -> [String] {
        guard tree[index].kind == .paragraph else { return [""] }
        let breaks = tree.children(of: index).filter { tree[$0].kind == .softBreak || tree[$0].kind == .lineBreak }
        let starts = [index + 1] + breaks.map { $0 + 1 }
        return zip(starts, breaks + [tree[index].end]).map { tree.plainText(ofNodes: $0..<$1).trimmed }
    }

    private func isDate(_ line: String) -> Bool {
        guard let date = record.date else { return false }
        return line.lowercased() == "date: \(date)"
    }

    private func isToldAbove(_ line: String) -> Bool {
        let words = [record.status.rawValue, record.statusText?.lowercased()]
        if words.contains(line.lowercased()) || isDate(line) { return true }
        return record.relations.contains { line == "\($0.verb) \($0.targetText)" }
    }
}
