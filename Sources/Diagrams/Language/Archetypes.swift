import Model

/// The kinds of elements and relationships that a model makes for itself, each with its defaults.
struct Archetypes: Sendable {
    /// What an element of a kind of one's own begins with.
    struct ElementForm: Sendable {
        var kind: C4Element.Kind
        var defaults = C4Element(id: "", kind: .custom, name: "")

        func apply(to element: inout C4Element) {
            element.description = defaults.description
            element.technology = defaults.technology
            element.tags = defaults.tags
            element.url = defaults.url
            element.properties = defaults.properties
            element.perspectives = defaults.perspectives
        }
    }

    /// What a relationship of a kind of one's own begins with.
    struct RelationshipForm: Sendable {
        var defaults = C4Relationship(source: "", target: "")
    }

    private var elements: [String: ElementForm]
    private var relationships: [String: RelationshipForm] = ["": RelationshipForm()]
    private(set) var names: [String] = []

    init() {
        let kinds = C4Element.Kind.allCases.filter { !$0.isInstance }
        elements = Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue.lowercased(), ElementForm(kind: $0)) })
    }

    /// The kind of element that a word names.
    func element(_ word: String) -> ElementForm? { elements[word.lowercased()] }

    /// The kind of relationship that the word in an arrow names; the plain one for an empty word.
    func relationship(_ word: String) -> RelationshipForm? { relationships[word.lowercased()] }

    mutating func set(_ name: String, _ form: ElementForm) {
        if elements.updateValue(form, forKey: name.lowercased()) == nil { names.append(name) }
    }

    mutating func set(_ name: String, _ form: RelationshipForm) { relationships[name.lowercased()] = form }
}

extension DSLReader {
    /// Reads `archetypes { … }`.
    mutating func readArchetypes(_ index: Int) {
        for child in statements.children(of: index) {
            clock += 1
            let statement = statements.all[child]
            let base = statement.words.first?.text ?? ""
            if let word = Self.arrowWord(base) {
                guard var form = archetypes.relationship(word) else {
                    report(.unknownReference(word, near: nil), child)
                    continue
                }
                readDefaults(child, of: &form.defaults)
                archetypes.set(statement.identifier?.text ?? "", form)
            } else if var form = archetypes.element(base) {
                readDefaults(child, of: &form.defaults)
                archetypes.set(statement.identifier?.text ?? base, form)
            } else {
                unknown(child, "in `archetypes`", C4Element.Kind.allCases.map(\.rawValue) + archetypes.names)
            }
        }
    }

    private mutating func readDefaults(_ index: Int, of element: inout C4Element) {
        for child in statements.children(of: index) {
            let words = statements.all[child].words
            switch statements.all[child].keyword {
            case "description": element.description = oneText(child) ?? element.description
            case "technology", "metadata": element.technology = oneText(child) ?? element.technology
            case "tags", "tag": element.addTags(Self.tags(words.dropFirst()))
            case "url": element.url = oneText(child)
            case "properties": element.properties.merge(readPairs(child)) { _, new in new }
            case "perspectives": element.perspectives += readPerspectives(child)
            default: unknown(child, "in an archetype", ["description", "technology", "tags", "properties"])
            }
        }
    }

    private mutating func readDefaults(_ index: Int, of relationship: inout C4Relationship) {
        for child in statements.children(of: index) {
            if !takeDetail(child, of: &relationship) {
                unknown(child, "in an archetype", ["description", "technology", "tags", "properties"])
            }
        }
    }
}
