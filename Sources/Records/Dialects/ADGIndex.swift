import Model

/// The index of a model of the ad-guidance-tool: `index.yaml`, which repeats the front matter of every decision.
///
/// The format is that of ADG 1: under `decisions:` a key for each `adr_id` in quotation marks, in the order of the ids, and below
/// it the six keys of the front matter, four blanks deeper for every level.
package struct ADGIndex {
    /// The name of the file.
    package static let file = "index.yaml"

    private static let keys: Set<String> = ["adr-id", "title", "status", "tags", "links", "comments"]
    private static let indent = "    "

    private var bytes: [UInt8]

    /// Takes the text of an index; nil when it is none, or in a form that no entry can be put into.
    package init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let lines = LineTable(bytes)
        for line in 1...lines.count {
            let content = bytes[lines.content(ofLine: line, in: bytes)]
            guard let field = MetadataLine(content), field.key == "decisions" else { continue }
            if field.value == "{}" {
                let start = field.valueRange.lowerBound - (bytes[field.valueRange.lowerBound - 1].isBlank ? 1 : 0)
                self.bytes.removeSubrange(start..<field.valueRange.upperBound)
                return
            }
            if field.value.isEmpty { return }
        }
        return nil
    }

    /// The index with the entry of a decision written anew, or added; all other bytes are as they were.
    ///
    /// - Parameter record: the bytes of the decision; one without an `adr_id` changes nothing.
    package mutating func take(_ record: [UInt8]) {
        let layout = RecordLayout(record)
        guard let front = layout.frontMatter, let field = RecordFields(layout)["adr-id"] else { return }
        let ending = RecordLayout(bytes).lineEnding(near: 1)
        let id = field.value.trimmingQuotes
        var entry = Array("\(Self.indent)\"\(id)\":".utf8) + ending
        var isKept = false
        for line in front {
            let text = record[layout.content(line)]
            if text.isBlank { continue }
            if text.first?.isBlank == false, text.first != UInt8(ascii: "-") {
                isKept = MetadataLine(text).map { Self.keys.contains($0.key) } ?? false
            }
            if isKept { entry += Array((Self.indent + Self.indent).utf8) + text + ending }
        }
        if bytes.last?.isLineEnd == false { bytes += ending }
        bytes.replaceSubrange(place(of: id), with: entry)
    }

    /// The bytes of the index.
    package var text: [UInt8] { bytes }

    /// The lines of an entry; where there is none, the place between those before it and those behind.
    private func place(of id: String) -> Range<Int> {
        let lines = LineTable(bytes)
        var start: Int?
        var last = 0
        for line in 1...lines.count {
            let text = bytes[lines.content(ofLine: line, in: bytes)]
            let whole = lines.offsets(ofLine: line)
            if text.isBlank { continue }
            let depth = text.prefix(while: \.isBlank).count
            if let start, depth <= Self.indent.utf8.count { return start..<last }
            if depth == Self.indent.utf8.count || depth == 2 {
                let key = text.trimmed.text.prefix { $0 != ":" }
                let found = String(key).trimmingQuotes
                if found == id { start = whole.lowerBound }
                if found > id, start == nil { return last..<last }
            }
            last = whole.upperBound
        }
        return (start ?? last)..<last
    }
}
