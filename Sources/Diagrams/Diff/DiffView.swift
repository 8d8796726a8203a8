/// Two versions of a view as one, so that a single layout holds what stayed in its place.
package struct DiffView: Sendable {
    /// Everything that either version shows.
    package private(set) var view: DiagramView
    /// What became of the parts of the view, by their ids.
    package private(set) var marks: [String: DiagramMark] = [:]

    /// Puts two versions of a view together; nil when there is neither.
    package init?(_ before: DiagramView?, _ after: DiagramView?) {
        guard let shown = after ?? before else { return nil }
        view = shown
        addElements(before?.elements ?? [], after?.elements ?? [])
        addLines(before?.relationships ?? [], after?.relationships ?? [])
        let frames = Set(view.boundaries.map(\.id))
        view.boundaries += (before?.boundaries ?? []).filter { !frames.contains($0.id) }
    }

    private mutating func addElements(_ before: [DiagramElement], _ after: [DiagramElement]) {
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.map(\.id))
        for element in after {
            guard let known = old[element.id] else {
                marks[element.id] = .added
                continue
            }
            if !known.says(element) { marks[element.id] = .changed }
        }
        let gone = before.filter { !new.contains($0.id) }
        for element in gone { marks[element.id] = .removed }
        view.elements = after + gone
    }

    private mutating func addLines(_ before: [DiagramRelationship], _ after: [DiagramRelationship]) {
        var rest = before
        for line in after {
            let place = rest.firstIndex {
                $0.source == line.source && $0.target == line.target && $0.description == line.description
            }
            guard let place else {
                marks[line.id] = .added
                continue
            }
            if rest.remove(at: place).technology != line.technology { marks[line.id] = .changed }
        }
        var ids = Set(after.map(\.id))
        view.relationships = after
        for var line in rest {
            while !ids.insert(line.id).inserted { line.id += "-" }
            marks[line.id] = .removed
            view.relationships.append(line)
        }
    }
}

extension DiagramElement {
    /// Whether two versions say the same to a reader.
    fileprivate func says(_ other: DiagramElement) -> Bool {
        name == other.name && typeLine == other.typeLine && description == other.description
    }
}
