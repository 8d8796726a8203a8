import Model

/// A model while it is being read: elements by index, references still as they are written.
struct ModelDraft: Sendable {
    var elements: [DraftElement] = []
    var relationships: [DraftRelationship] = []
    var environments: [DraftEnvironment] = []
    /// What every identifier names, by the identifier in lower case.
    private(set) var targets: [String: Target] = [:]
    /// The identifiers as they are written, in their order, for suggestions.
    private(set) var names: [String] = []

    /// What an identifier can name.
    enum Target: Sendable, Hashable {
        case element(Int)
        case relationship(Int)
        case environment(Int)
        case deploymentGroup(environment: Int, group: Int)
    }

    /// Gives a name to something; false when the name is in use.
    mutating func register(_ name: String, as target: Target) -> Bool {
        guard targets.updateValue(target, forKey: name.lowercased()) == nil else { return false }
        names.append(name)
        return true
    }

    /// What a name means within an element or environment: the nearest thing of that name, going outwards.
    func target(of name: String, in scope: DraftScope) -> Target? {
        let name = name.lowercased()
        var element = scope.element
        while let index = element {
            if let full = elements[index].fullName, let found = targets["\(full.lowercased()).\(name)"] { return found }
            element = elements[index].parent
        }
        if let index = scope.environment, let full = environments[index].fullName,
            let found = targets["\(full.lowercased()).\(name)"]
        {
            return found
        }
        return targets[name]
    }

    /// When something was declared, as the number of a statement.
    func order(of target: Target) -> Int {
        switch target {
        case .element(let index): elements[index].order
        case .relationship(let index): relationships[index].order
        case .environment(let index), .deploymentGroup(let index, _): environments[index].order
        }
    }
}

/// Where a statement of the model stands.
struct DraftScope: Sendable, Hashable {
    var element: Int?
    var environment: Int?
    /// The names of the groups around it, within the element or environment.
    var group: [String] = []
}

/// An element while the model is being read.
struct DraftElement: Sendable {
    var element: C4Element
    var parent: Int?
    var environment: Int?
    /// The element that an instance is one of, as it is written.
    var original: DSLToken?
    /// The same, once it is known.
    var originalIndex: Int?
    /// The deployment groups of an instance, as they are written.
    var groupNames: [DSLToken] = []
    /// The identifier without those of its parents.
    var localName: String?
    /// The identifier by which other statements call it.
    var fullName: String?
    var order: Int
    var place: Source

    /// Whether it is an instance of nothing that is known.
    var isLost: Bool { original != nil && originalIndex == nil }
}

/// A relationship while the model is being read.
struct DraftRelationship: Sendable {
    /// One end of it.
    enum End: Sendable, Hashable {
        case element(Int)
        case named(DSLToken)
    }

    var relationship: C4Relationship
    var source: End
    var target: End
    var scope: DraftScope
    /// Whether it takes a relationship away from an environment, as `-/>` does.
    var isRemoval = false
    var order: Int
    var place: Source
}

/// A deployment environment while the model is being read.
struct DraftEnvironment: Sendable {
    var name: String
    var groups: [(name: String, localName: String?)] = []
    var localName: String?
    var fullName: String?
    var order: Int

    init(name: String, order: Int) {
        self.name = name
        self.order = order
    }
}
