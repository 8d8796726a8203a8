import Model

/// Tells a view in words, for screen readers, search and people without a picture: what there is, then who does what.
package enum DiagramProse {
    /// The view as plain text, with a final line feed.
    package static func text(of view: DiagramView) -> String {
        var lines = [view.title, ""]
        if !view.description.isEmpty { lines += [view.description, ""] }
        return lines.map(oneLine).joined(separator: "\n") + "\n" + body(of: view)
    }

    /// The elements and relationships alone, as Markdown and plain text have them, with a final line feed.
    package static func body(of view: DiagramView) -> String {
        var lines = ["Elements:", ""]
        lines += view.elements.map { "- " + sentence($0, view) }
        if !view.relationships.isEmpty {
            lines += ["", view.kind == .dynamic ? "Steps:" : "Relationships:", ""]
            let names = Dictionary(view.elements.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            lines += view.relationships.map { "- " + sentence($0, names) }
        }
        return lines.map(oneLine).joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

    private static func sentence(_ element: DiagramElement, _ view: DiagramView) -> String {
        var sentence = element.name
        if !element.typeLine.isEmpty { sentence += " (\(element.typeLine))" }
        if let boundary = view.boundaries.first(where: { $0.id == element.boundary }) {
            sentence += ", in \(boundary.name)"
        }
        return stopped(element.description.isEmpty ? sentence : "\(sentence): \(element.description)")
    }

    private static func sentence(_ line: DiagramRelationship, _ names: [String: String]) -> String {
        var sentence = line.order.map { "\($0). " } ?? ""
        let target = line.source == line.target ? "itself" : names[line.target] ?? line.target
        sentence += "\(names[line.source] ?? line.source) \(line.isResponse ? "answers" : "to") \(target)"
        if !line.description.isEmpty { sentence += ": \(line.description)" }
        if !line.technology.isEmpty { sentence += " (\(line.technology))" }
        return stopped(sentence)
    }

    /// A sentence with a full stop, unless it ends in a mark already.
    private static func stopped(_ text: String) -> String {
        let text = text.trimmed
        return [".", "!", "?", "…"].contains { text.hasSuffix($0) } ? text : text + "."
    }
}
