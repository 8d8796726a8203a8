/// What of a model is shown, as the author states it; `ViewResolver` finds out what that is.
package struct C4View: Sendable, Hashable {
    package var key: String
    package var kind: Kind
    /// The id of the element that the view is about; nil for the whole.
    package var scope: String?
    package var title = ""
    package var description = ""
    package var isDefault = false
    package var properties: [String: String] = [:]
    /// What is taken in and left out, in the order of the statements.
    package var rules: [C4ViewRule] = []
    package var layout: C4Layout?
    /// The ids of the elements that appear in each step of an animation.
    package var animation: [[String]] = []
    /// The steps of a dynamic view.
    package var steps: [C4Step] = []
    /// The id of the environment of a deployment view.
    package var environment: String?
    /// What a filtered view shows of another.
    package var filter: C4Filter?
    /// The file that an image view shows.
    package var image: C4Image?

    package init(key: String, kind: Kind, scope: String? = nil) {
        self.key = key
        self.kind = kind
        self.scope = scope
    }

    /// The kinds of view; the raw value is the keyword of the Structurizr DSL.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case systemLandscape, systemContext, container, component, filtered, dynamic, deployment, custom, image
    }
}

/// One `include` or `exclude`.
package struct C4ViewRule: Sendable, Hashable {
    package var isInclude: Bool
    package var expression: C4Expression

    package init(isInclude: Bool, _ expression: C4Expression) {
        self.isInclude = isInclude
        self.expression = expression
    }
}

/// How the author wants a view to be laid out.
package struct C4Layout: Sendable, Hashable {
    package var direction: DiagramView.Direction
    /// The distance between ranks in pixels.
    package var rankSeparation: Int
    /// The distance between boxes of a rank in pixels.
    package var nodeSeparation: Int

    package init(direction: DiagramView.Direction = .topBottom, rankSeparation: Int = 300, nodeSeparation: Int = 300) {
        self.direction = direction
        self.rankSeparation = rankSeparation
        self.nodeSeparation = nodeSeparation
    }
}

/// One step of a dynamic view.
package struct C4Step: Sendable, Hashable {
    /// The number, such as `1` or `2.1`; steps that run in parallel share numbers.
    package var order: String
    package var source: String
    package var target: String
    package var description: String
    package var technology: String

    package init(order: String, source: String, target: String, description: String = "", technology: String = "") {
        self.order = order
        self.source = source
        self.target = target
        self.description = description
        self.technology = technology
    }
}

/// What a filtered view shows of the view that it is based on.
package struct C4Filter: Sendable, Hashable {
    /// The key of the view that is filtered.
    package var base: String
    /// Whether only what has one of the tags is shown, rather than what has none of them.
    package var includes: Bool
    package var tags: [String]

    package init(base: String, includes: Bool, tags: [String]) {
        self.base = base
        self.includes = includes
        self.tags = tags
    }
}

/// The picture of an image view, which another tool draws.
package struct C4Image: Sendable, Hashable {
    /// `image`, `plantuml`, `mermaid` or `kroki`.
    package var language: String
    /// The file or view that is shown, as it is written.
    package var source: String

    package init(language: String, source: String) {
        self.language = language
        self.source = source
    }
}
