package import Model

extension DiagramDocument {
    /// What checks and pages need to know of the document.
    package var model: ArchitectureModel {
        let resolver = ViewResolver(workspace)
        let shown = resolver.shown().elements
        var model = ArchitectureModel(path: path)
        let top = Source(path: path, range: SourceRange(at: .start))
        model.elements = workspace.elements.map { element in
            ArchitectureModel.Element(
                id: element.id, name: element.name, kind: element.kind.title.lowercased(),
                isDescribed: !element.description.isEmpty || element.kind.isDeployed,
                isShown: shown.contains(element.id), properties: element.properties,
                source: elementPlaces[element.id] ?? top)
        }
        model.relationships = workspace.relationships.enumerated().map { index, relationship in
            ArchitectureModel.Relationship(
                from: relationship.source, to: relationship.target,
                isDescribed: !relationship.description.isEmpty,
                source: relationshipPlaces.indices.contains(index) ? relationshipPlaces[index] : top)
        }
        model.views = resolver.views.compactMap { view in
            guard let resolved = resolver.resolve(view) else { return nil }
            return ArchitectureModel.View(
                key: view.key, title: resolved.title, elements: resolved.elements.map(\.id),
                isKeyMadeUp: madeUpKeys.contains(view.key), source: viewPlaces[view.key] ?? top)
        }
        return model
    }

    /// The views as entries of a catalog, with their reading in words as text.
    package var entries: [Entry] {
        let resolver = ViewResolver(workspace)
        let top = Source(path: path, range: SourceRange(at: .start))
        return resolver.views.compactMap { view in
            guard let resolved = resolver.resolve(view) else { return nil }
            var entry = Entry(
                id: EntryID(ModelIDs.slug(of: view.key)), title: resolved.title, language: language,
                source: viewPlaces[view.key] ?? top, content: .diagram)
            if view.key != resolved.title { entry.aliases = [view.key] }
            if !resolved.description.isEmpty { entry.note = resolved.description }
            entry.body = DiagramProse.body(of: resolved)
            return entry
        }
    }

    /// Russian where the names are mostly Cyrillic, English where they are not.
    private var language: Language {
        var (latin, cyrillic) = (0, 0)
        for element in workspace.elements {
            for byte in (element.name + element.description).utf8 {
                if byte.isLetter { latin += 1 } else if byte == 0xD0 || byte == 0xD1 { cyrillic += 1 }
            }
        }
        if latin + cyrillic == 0 { return .undetermined }
        return cyrillic > latin ? .russian : .english
    }
}
