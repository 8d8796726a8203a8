import Model

extension RecordSet {
    /// A template for a dialect in the manner of its newest record here.
    ///
    /// Lines of fields take over what stands around names and values there: list marks, emphasis, the two blanks of a
    /// hard line break.
    package func template(for dialect: Dialect) -> RecordTemplate {
        guard case .line = dialect.status,
            let model = files.first(where: { !$0.isUnread && $0.record.dialect == dialect.name })
        else { return dialect.template }
        let neighbour = RecordLayout(model.bytes, path: model.path)
        guard let status = RecordFields(neighbour)[RecordFields.key(dialect.statusKey)], status.place == .line,
            let style = FieldStyle(neighbour.bytes[neighbour.content(status.line)])
        else { return dialect.template }
        var bytes = dialect.template.bytes
        let layout = RecordLayout(bytes)
        for field in RecordFields(layout).all.reversed() where field.place == .line {
            let content = layout.content(field.line)
            guard let line = MetadataLine(bytes[content]) else { continue }
            let styled = style.line(Array(bytes[line.name]), Array(bytes[line.valueRange]))
            bytes.replaceSubrange(content, with: styled)
        }
        return RecordTemplate(bytes: bytes)
    }
}

/// What stands around the name and the value of a field in its line.
private struct FieldStyle {
    private let start: [UInt8]
    private let middle: [UInt8]
    private let end: [UInt8]

    /// Reads a line; nil where it is none of a field, or has no value to tell where one stands.
    init?(_ line: ArraySlice<UInt8>) {
        guard let field = MetadataLine(line), !field.valueRange.isEmpty else { return nil }
        start = Array(line[line.startIndex..<field.name.lowerBound])
        middle = Array(line[field.name.upperBound..<field.valueRange.lowerBound])
        end = Array(line[field.valueRange.upperBound..<line.endIndex])
    }

    func line(_ name: [UInt8], _ value: [UInt8]) -> [UInt8] { start + name + middle + value + end }
}
