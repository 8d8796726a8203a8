/// How one workspace differs from another: what was added, removed and changed.
package struct C4Diff: Sendable, Equatable {
    /// The changes: elements, then relationships, then views; each in the order of the models.
    package private(set) var changes: [C4Change] = []

    package init(from before: C4Workspace, to after: C4Workspace) {
        compareElements(before, after)
        compareRelationships(before.relationships, after.relationships)
        compareViews(before, after)
    }

    package var isEmpty: Bool { changes.isEmpty }

    // MARK: Elements

    private mutating func compareElements(_ before: C4Workspace, _ after: C4Workspace) {
        let old = Dictionary(before.elements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.elements.map(\.id))
        var gone = before.elements.filter { !new.contains($0.id) }
        for element in after.elements {
            if let known = old[element.id] {
                add(.changed, element, Self.fields(known, element))
            } else if let place = gone.firstIndex(where: { Self.isSame($0, element) }) {
                let renamed = gone.remove(at: place)
                add(.changed, element, [C4Change.Field("id", renamed.id, element.id)] + Self.fields(renamed, element))
            } else {
                add(.added, element, [])
            }
        }
        for element in gone { add(.removed, element, []) }
    }

    private mutating func add(_ state: C4Change.State, _ element: C4Element, _ fields: [C4Change.Field]) {
        if state == .changed, fields.isEmpty { return }
        changes.append(
            C4Change(
                state: state, subject: .element, kind: element.kind.title.lowercased(), id: element.id,
                name: element.name, fields: fields))
    }

    /// Whether an element with another id is probably the same.
    private static func isSame(_ before: C4Element, _ after: C4Element) -> Bool {
        before.kind == after.kind && before.name == after.name && before.original == after.original
    }

    private static func fields(_ before: C4Element, _ after: C4Element) -> [C4Change.Field] {
        var fields = [
            C4Change.Field("kind", before.kind.rawValue, after.kind.rawValue),
            C4Change.Field("name", before.name, after.name),
            C4Change.Field("description", before.description, after.description),
            C4Change.Field("technology", before.technology, after.technology),
            C4Change.Field("tags", before.tags.joined(separator: ", "), after.tags.joined(separator: ", ")),
            C4Change.Field("url", before.url ?? "", after.url ?? ""),
            C4Change.Field("group", before.group.joined(separator: "/"), after.group.joined(separator: "/")),
            C4Change.Field("instances", before.instances, after.instances),
        ]
        fields += properties(before.properties, after.properties)
        return fields.filter { $0.before != $0.after }
    }

    private static func properties(_ before: [String: String], _ after: [String: String]) -> [C4Change.Field] {
        Set(before.keys).union(after.keys).sorted().map { C4Change.Field($0, before[$0] ?? "", after[$0] ?? "") }
    }

    // MARK: Relationships

    private mutating func compareRelationships(_ before: [C4Relationship], _ after: [C4Relationship]) {
        var rest = before
        var unmatched: [C4Relationship] = []
        for relationship in after {
            let place = rest.firstIndex { $0.pair == relationship.pair && $0.description == relationship.description }
            guard let place else {
                unmatched.append(relationship)
                continue
            }
            add(.changed, relationship, Self.fields(rest.remove(at: place), relationship))
        }
        for relationship in unmatched {
            if let place = rest.firstIndex(where: { $0.pair == relationship.pair }) {
                add(.changed, relationship, Self.fields(rest.remove(at: place), relationship))
            } else {
                add(.added, relationship, [])
            }
        }
        for relationship in rest { add(.removed, relationship, []) }
    }

    private mutating func add(_ state: C4Change.State, _ relationship: C4Relationship, _ fields: [C4Change.Field]) {
        if state == .changed, fields.isEmpty { return }
        changes.append(
            C4Change(
                state: state, subject: .relationship, kind: "relationship",
                id: "\(relationship.source) -> \(relationship.target)", name: relationship.description, fields: fields))
    }

    private static func fields(_ before: C4Relationship, _ after: C4Relationship) -> [C4Change.Field] {
        var fields = [
            C4Change.Field("description", before.description, after.description),
            C4Change.Field("technology", before.technology, after.technology),
            C4Change.Field("tags", before.tags.joined(separator: ", "), after.tags.joined(separator: ", ")),
            C4Change.Field("url", before.url ?? "", after.url ?? ""),
        ]
        fields += properties(before.properties, after.properties)
        return fields.filter { $0.before != $0.after }
    }

    // MARK: Views

    private mutating func compareViews(_ before: C4Workspace, _ after: C4Workspace) {
        let (old, new) = (ViewResolver(before), ViewResolver(after))
        for view in after.views {
            guard let known = before.view(view.key) else {
                add(.added, view, new.title(of: view), [])
                continue
            }
            let (was, now) = (old.resolve(known), new.resolve(view))
            let fields = [
                C4Change.Field("title", old.title(of: known), new.title(of: view)),
                C4Change.Field("description", known.description, view.description),
                C4Change.Field("elements", Self.list(was), Self.list(now)),
            ]
            add(.changed, view, new.title(of: view), fields.filter { $0.before != $0.after })
        }
        for view in before.views where after.view(view.key) == nil { add(.removed, view, old.title(of: view), []) }
    }

    private static func list(_ view: DiagramView?) -> String {
        (view?.elements.map(\.id) ?? []).joined(separator: ", ")
    }

    private mutating func add(_ state: C4Change.State, _ view: C4View, _ title: String, _ fields: [C4Change.Field]) {
        if state == .changed, fields.isEmpty { return }
        changes.append(
            C4Change(state: state, subject: .view, kind: "view", id: view.key, name: title, fields: fields))
    }
}

/// One thing that was added, removed or changed.
package struct C4Change: Sendable, Equatable {
    /// What became of it.
    package enum State: String, Sendable {
        case added, removed, changed
    }

    /// What it is.
    package enum Subject: String, Sendable {
        case element, relationship, view
    }

    /// A part that changed, with both of its texts.
    package struct Field: Sendable, Equatable {
        package var name: String
        package var before: String
        package var after: String

        init(_ name: String, _ before: String, _ after: String) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    package var state: State
    package var subject: Subject
    /// What it is in words, such as `container`.
    package var kind: String
    /// The id of an element, `a -> b` of a relationship, the key of a view.
    package var id: String
    package var name: String
    package var fields: [Field]
}
