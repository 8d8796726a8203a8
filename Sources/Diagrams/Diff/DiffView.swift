/// Puts two versions of a view into one, so that a single layout holds what stayed in its place.
package enum DiffView {
    /// Every element and relationship of both versions, with the added ones green, the removed ones red and dashed,
    /// the changed ones amber; the words say the same for those who cannot tell the colours.
    package static func merged(_ before: DiagramView?, _ after: DiagramView?) -> DiagramView? {
        guard var view = after ?? before else { return nil }
        let old = Dictionary((before?.elements ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set((after?.elements ?? []).map(\.id))
        view.elements = (after?.elements ?? []).map { element in
            guard let known = old[element.id] else { return marked(element, .added) }
            return known.says(element) ? element : marked(element, .changed)
        }
        view.elements += (before?.elements ?? []).filter { !new.contains($0.id) }.map { marked($0, .removed) }
        view.relationships = lines(before?.relationships ?? [], after?.relationships ?? [])
        let frames = Set(view.boundaries.map(\.id))
        view.boundaries += (before?.boundaries ?? []).filter { !frames.contains($0.id) }
        return view
    }

    private static func lines(_ before: [DiagramRelationship], _ after: [DiagramRelationship]) -> [DiagramRelationship]
    {
        var rest = before
        var lines: [DiagramRelationship] = []
        for line in after {
            let place = rest.firstIndex {
                $0.source == line.source && $0.target == line.target && $0.description == line.description
            }
            if let place {
                let known = rest.remove(at: place)
                lines.append(known.technology == line.technology ? line : marked(line, .changed))
            } else {
                lines.append(marked(line, .added))
            }
        }
        var ids = Set(lines.map(\.id))
        for var line in rest {
            while !ids.insert(line.id).inserted { line.id += "-" }
            lines.append(marked(line, .removed))
        }
        return lines
    }

    private static func marked(_ element: DiagramElement, _ state: C4Change.State) -> DiagramElement {
        var element = element
        element.typeLine = element.typeLine.isEmpty ? state.rawValue : "\(element.typeLine), \(state.rawValue)"
        element.style.stroke = color(of: state)
        element.style.border = state == .removed ? .dashed : .solid
        return element
    }

    private static func marked(_ line: DiagramRelationship, _ state: C4Change.State) -> DiagramRelationship {
        var line = line
        line.description = line.description.isEmpty ? state.rawValue : "\(state.rawValue): \(line.description)"
        line.style.color = color(of: state)
        line.style.line = state == .removed ? .dotted : .solid
        return line
    }

    /// Colours that stand out on light and on dark paper.
    private static func color(of state: C4Change.State) -> String {
        switch state {
        case .added: "#2e8540"
        case .removed: "#c9302c"
        case .changed: "#b36b00"
        }
    }
}

extension DiagramElement {
    /// Whether two versions say the same to a reader.
    fileprivate func says(_ other: DiagramElement) -> Bool {
        name == other.name && typeLine == other.typeLine && description == other.description
    }
}
