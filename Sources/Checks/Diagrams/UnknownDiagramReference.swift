import Model

/// An element that names a record or a pattern, and a record that names an element, must name one that is there.
struct UnknownDiagramReference: DiagramRule {
    static let about = RuleDescription(
        "diagram.dangling-reference", .error,
        means: "an element names a record or a pattern that is not there, or a record an element",
        remedy: "correct the name")

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.elements.flatMap { unknownRecords($0, shelf) + unknownPatterns($0, shelf) } + unknownElements(shelf)
    }

    private func unknownRecords(_ element: ArchitectureModel.Element, _ shelf: DiagramShelf) -> [Finding] {
        [("adr", EntryKind.decision), ("rfc", .proposal)].flatMap { name, kind in
            DiagramShelf.values(name, of: element).filter { shelf.record($0, of: kind) == nil }.map { value in
                .unknown(
                    element.source,
                    "\"\(element.name)\" names the \(kind.rawValue) \(value), which is not there; correct `\(name)`")
            }
        }
    }

    private func unknownPatterns(_ element: ArchitectureModel.Element, _ shelf: DiagramShelf) -> [Finding] {
        DiagramShelf.values("pattern", of: element).compactMap { value in
            let isKnown = shelf.book.entries.contains {
                $0.id.rawValue == value && ($0.kind == .pattern || $0.kind == .topic)
            }
            if isKnown || shelf.book.vocabulary.concept(value) != nil { return nil }
            return .unknown(
                element.source,
                "\"\(element.name)\" names the pattern \(value), which is not there; correct `pattern`, or write the note"
            )
        }
    }

    private func unknownElements(_ shelf: DiagramShelf) -> [Finding] {
        let ids = Set(shelf.elements.map(\.id))
        return shelf.records.items.flatMap { item in
            item.record.elements.filter { !ids.contains($0) }.map { id in
                .unknown(
                    Source(path: item.entry.source.path, range: SourceRange(at: item.entry.source.range.start)),
                    "\(item.name) names the element \(id), which no diagram has; correct `elements`")
            }
        }
    }
}

extension Finding {
    fileprivate static func unknown(_ source: Source, _ message: String) -> Finding {
        Finding(UnknownDiagramReference.about, at: source, message)
    }
}
