/// A person, a system or a part of one, or something that runs in a deployment.
package struct C4Element: Sendable, Hashable, Identifiable {
    /// The id: identifiers joined by full stops from the outermost element on, such as `shop.web`.
    package var id: String
    package var kind: Kind
    package var name: String
    package var description = ""
    /// The technology; of a custom element its metadata.
    package var technology = ""
    /// The tags that the author gave, without those that every element of the kind has.
    package var tags: [String] = []
    package var url: String?
    package var properties: [String: String] = [:]
    package var perspectives: [C4Perspective] = []
    /// The names of the groups that the element stands in among its siblings, outermost first.
    package var group: [String] = []
    /// The id of the element that this one is a part of.
    package var parent: String?
    /// The id of the environment that the element is deployed in.
    package var environment: String?
    /// The id of the element that an instance is one of.
    package var original: String?
    /// How many there are of a deployment node: a number or a range such as `1..N`.
    package var instances = "1"
    /// The names of the deployment groups that an instance belongs to.
    package var deploymentGroups: [String] = []
    package var papers: [C4Papers] = []

    package init(id: String, kind: Kind, name: String, parent: String? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
    }

    /// What an element is; the raw value is the keyword of the Structurizr DSL.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case person, softwareSystem, container, component
        case custom = "element"
        case deploymentNode, infrastructureNode, softwareSystemInstance, containerInstance
    }

    /// The last part of the id.
    package var localID: String {
        id.lastIndex(of: ".").map { String(id[id.index(after: $0)...]) } ?? id
    }

    /// Every tag, those of the kind first: the Structurizr DSL styles by them, later ones over earlier ones.
    package var allTags: [String] { kind.tags + tags }
}

extension C4Element.Kind {
    /// Whether elements of the kind stand in a deployment environment.
    package var isDeployed: Bool {
        switch self {
        case .deploymentNode, .infrastructureNode, .softwareSystemInstance, .containerInstance: true
        case .person, .softwareSystem, .container, .component, .custom: false
        }
    }

    /// Whether elements of the kind are instances of another element.
    package var isInstance: Bool { self == .softwareSystemInstance || self == .containerInstance }

    /// The words that stand for the kind under a name.
    package var title: String {
        switch self {
        case .person: "Person"
        case .softwareSystem: "Software System"
        case .container: "Container"
        case .component: "Component"
        case .custom: "Element"
        case .deploymentNode: "Deployment Node"
        case .infrastructureNode: "Infrastructure Node"
        case .softwareSystemInstance: "Software System Instance"
        case .containerInstance: "Container Instance"
        }
    }

    /// The tags that every element of the kind has.
    package var tags: [String] {
        switch self {
        case .softwareSystemInstance, .containerInstance: [title]
        default: self == .custom ? ["Element"] : ["Element", title]
        }
    }
}

/// A way to look at an element or a relationship, such as its security.
package struct C4Perspective: Sendable, Hashable {
    package var name: String
    package var description: String
    package var value: String

    package init(name: String, description: String, value: String = "") {
        self.name = name
        self.description = description
        self.value = value
    }
}

/// A statement that one element uses, calls or feeds another.
package struct C4Relationship: Sendable, Hashable {
    /// The id of the element that acts.
    package var source: String
    /// The id of the element that is acted upon.
    package var target: String
    package var description = ""
    package var technology = ""
    /// The tags that the author gave, without `Relationship`.
    package var tags: [String] = []
    package var url: String?
    package var properties: [String: String] = [:]
    package var perspectives: [C4Perspective] = []
    /// Whether the parents of the two are related by it too, as `!impliedRelationships true` has it.
    package var impliesOthers = true
    /// Whether it follows from another one: from one between parts, or between originals of instances.
    package var isDerived = false

    package init(source: String, target: String, description: String = "", technology: String = "") {
        self.source = source
        self.target = target
        self.description = description
        self.technology = technology
    }

    /// Every tag, `Relationship` first.
    package var allTags: [String] { ["Relationship"] + tags }
    /// The two ends.
    package var pair: C4Pair { C4Pair(source, target) }
}
