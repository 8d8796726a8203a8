/// A model of an architecture with the views of it, after the C4 model and Structurizr's workspace.
///
/// All languages are read into it and all exports are made from it. It is in normal form: elements stand in the order
/// of the tree, relationships of the static model before those of deployments, so that equal models are equal values.
package struct C4Workspace: Sendable, Hashable {
    package var name = ""
    package var description = ""
    package var properties: [String: String] = [:]
    package var configuration = C4Configuration()
    /// The elements, each parent before its children, siblings in the order of their declaration.
    package var elements: [C4Element] = []
    /// The relationships that the author stated; implied ones are derived by `ImpliedRelationships`.
    package var relationships: [C4Relationship] = []
    package var environments: [C4Environment] = []
    /// The views that the author stated; `DefaultViews` stands in where there is none.
    package var views: [C4View] = []
    package var styles = C4Styles()
    /// The words that a book uses for kinds of elements, by the keyword of the kind.
    package var terminology: [String: String] = [:]
    package var modelProperties: [String: String] = [:]
    package var viewProperties: [String: String] = [:]
    /// The folders of documentation and decisions that belong to the whole.
    package var papers: [C4Papers] = []

    package init() {}

    /// The element with an id.
    package func element(_ id: String) -> C4Element? { elements.first { $0.id == id } }

    /// The view with a key.
    package func view(_ key: String) -> C4View? { views.first { $0.key == key } }
}

/// What a workspace says of itself to tools and readers.
package struct C4Configuration: Sendable, Hashable {
    /// `softwareSystem`, `landscape` or `none`, when stated.
    package var scope: String?
    /// `private` or `public`, when stated.
    package var visibility: String?
    /// The roles of users by their names.
    package var users: [String: String] = [:]
    package var properties: [String: String] = [:]

    package init() {}
}

/// A place where the system runs, such as "Live".
package struct C4Environment: Sendable, Hashable, Identifiable {
    package var id: String
    package var name: String
    /// The deployment groups of the environment: instances are related only within one.
    package var deploymentGroups: [C4DeploymentGroup] = []
    /// The relationships of the static model that do not hold here, as pairs of ids.
    package var withoutRelationships: [C4Pair] = []

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A named set of instances that are related to each other and not to those of other sets.
package struct C4DeploymentGroup: Sendable, Hashable, Identifiable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// Two elements by their ids, from one to the other.
package struct C4Pair: Sendable, Hashable {
    package var source: String
    package var target: String

    package init(_ source: String, _ target: String) {
        self.source = source
        self.target = target
    }
}

/// A folder of texts that belongs to an element or to the whole, named and not read here.
package struct C4Papers: Sendable, Hashable {
    /// What the texts are; the raw value is the keyword of the Structurizr DSL.
    package enum Kind: String, Sendable, Hashable {
        case documentation = "!docs"
        case decisions = "!adrs"
    }

    package var kind: Kind
    /// The path as it is written.
    package var path: String
    /// The name of the format, when one is stated.
    package var format: String?

    package init(kind: Kind, path: String, format: String? = nil) {
        self.kind = kind
        self.path = path
        self.format = format
    }
}
