/// What an `include` or `exclude` names: an element, a relationship, or a test that picks some.
package enum C4Expression: Sendable, Hashable {
    /// `*`: what views of the kind show without being told.
    case all
    /// `*?`: the same, with the relationships of the scope alone.
    case allReluctantly
    /// An element by its id.
    case element(String)
    /// A test in disjunctive form: one of the lists whose tests all hold.
    case matching([[C4Test]])
}

/// One test of an expression.
package enum C4Test: Sendable, Hashable {
    /// `->id->`: the element and what is related to it, on the sides that have an arrow.
    case neighbours(of: String, before: Bool, after: Bool)
    /// `a -> b`: the relationships between two; nil stands for `*`.
    case relationships(source: String?, target: String?)
    /// `element.tag==Queue` and the like.
    case element(Property, C4Comparison)
    /// `relationship.tag==Async` and the like.
    case relationship(Property, C4Comparison)

    /// The parts of elements and relationships that tests look at.
    package enum Property: Sendable, Hashable {
        case kind, parent, tag, technology, group, source, target
        case named(String)
    }
}

/// The right side of a test.
package struct C4Comparison: Sendable, Hashable {
    /// Whether the value must be there (`==`) rather than absent (`!=`).
    package var isEqual: Bool
    /// What is looked for: for tags all of them, else one.
    package var values: [String]

    package init(isEqual: Bool, values: [String]) {
        self.isEqual = isEqual
        self.values = values
    }
}

extension C4Expression: CustomStringConvertible {
    /// The expression as the Structurizr DSL writes it, without quotes.
    package var description: String {
        switch self {
        case .all: "*"
        case .allReluctantly: "*?"
        case .element(let id): id
        case .matching(let lists):
            lists.map { $0.map(\.description).joined(separator: " && ") }.joined(separator: " || ")
        }
    }
}

extension C4Test: CustomStringConvertible {
    /// The test as the Structurizr DSL writes it.
    package var description: String {
        switch self {
        case .neighbours(let id, let before, let after): "\(before ? "->" : "")\(id)\(after ? "->" : "")"
        case .relationships(let source, let target): "\(source ?? "*")->\(target ?? "*")"
        case .element(let property, let comparison): "element.\(property)\(comparison)"
        case .relationship(let property, let comparison): "relationship.\(property)\(comparison)"
        }
    }
}

extension C4Test.Property: CustomStringConvertible {
    package var description: String {
        switch self {
        case .kind: "type"
        case .parent: "parent"
        case .tag: "tag"
        case .technology: "technology"
        case .group: "group"
        case .source: "source"
        case .target: "destination"
        case .named(let name): "properties[\(name)]"
        }
    }
}

extension C4Comparison: CustomStringConvertible {
    package var description: String { (isEqual ? "==" : "!=") + values.joined(separator: ",") }
}
