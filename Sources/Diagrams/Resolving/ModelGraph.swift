/// A model with everything that follows from it: implied relationships, and those between instances.
struct ModelGraph: Sendable {
    let workspace: C4Workspace
    /// The stated relationships, then the implied ones, then those between instances.
    let relationships: [C4Relationship]
    /// For each derived relationship the index of the one that it follows from.
    let causes: [Int: Int]
    private let positions: [String: Int]
    private let parts: [String: [Int]]
    /// The indices of the relationships that begin or end at each element.
    private let touching: [String: [Int]]

    init(_ workspace: C4Workspace) {
        self.workspace = workspace
        positions = Dictionary(
            workspace.elements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        parts = Dictionary(grouping: workspace.elements.indices.filter { workspace.elements[$0].parent != nil }) {
            workspace.elements[$0].parent ?? ""
        }
        let implied = ImpliedRelationships.derive(workspace)
        let known = workspace.relationships + implied.map(\.relationship)
        let between = InstanceRelationships.derive(workspace, known)
        relationships = known + between.map(\.relationship)
        let derived = (implied + between).map(\.cause)
        causes = Dictionary(
            uniqueKeysWithValues: derived.enumerated().map { (workspace.relationships.count + $0, $1) })
        var touching: [String: [Int]] = [:]
        for (index, relationship) in relationships.enumerated() {
            touching[relationship.source, default: []].append(index)
            if relationship.target != relationship.source { touching[relationship.target, default: []].append(index) }
        }
        self.touching = touching
    }

    subscript(id: String) -> C4Element? { positions[id].map { workspace.elements[$0] } }

    /// The place of an element in the order of the model.
    func position(of id: String) -> Int { positions[id] ?? Int.max }

    /// The parts right below an element, in their order.
    func parts(of id: String) -> [C4Element] { (parts[id] ?? []).map { workspace.elements[$0] } }

    /// The indices of the relationships that begin or end at an element.
    func relationships(touching id: String) -> [Int] { touching[id] ?? [] }

    /// The element at the other end of a relationship.
    func neighbour(of id: String, by index: Int) -> String {
        relationships[index].source == id ? relationships[index].target : relationships[index].source
    }

    /// The elements that one is a part of, the innermost first.
    func ancestors(of id: String) -> [C4Element] {
        var ancestors: [C4Element] = []
        var parent = self[id]?.parent
        while let next = parent, let element = self[next] {
            ancestors.append(element)
            parent = element.parent
        }
        return ancestors
    }

    /// Whether one element is a part of another, however deep.
    func isPart(_ id: String, of whole: String) -> Bool { ancestors(of: id).contains { $0.id == whole } }
}

/// A relationship that follows from another one, which is named by its index.
typealias DerivedRelationship = (relationship: C4Relationship, cause: Int)

/// Derives the relationships of wholes from those of their parts.
///
/// As in Structurizr's default strategy, one is made for every pair of ancestors of which neither is a part of the
/// other, unless any relationship leads from the one to the other already. Unlike there, stated relationships count
/// wherever they stand in the text.
enum ImpliedRelationships {
    static func derive(_ workspace: C4Workspace) -> [DerivedRelationship] {
        let parents = Dictionary(
            workspace.elements.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        var related = Set(workspace.relationships.map(\.pair))
        var implied: [DerivedRelationship] = []
        for (cause, relationship) in workspace.relationships.enumerated() where relationship.impliesOthers {
            let sources = chain(relationship.source, parents)
            let targets = chain(relationship.target, parents)
            guard !sources.isEmpty, !targets.isEmpty else { continue }
            for source in sources {
                for target in targets where source != target {
                    guard !sources.contains(target), !targets.contains(source) else { continue }
                    guard related.insert(C4Pair(source, target)).inserted else { continue }
                    var copy = relationship
                    (copy.source, copy.target, copy.isDerived) = (source, target, true)
                    implied.append((copy, cause))
                }
            }
        }
        return implied
    }

    /// An element and all that it is a part of.
    private static func chain(_ id: String, _ parents: [String: String?]) -> [String] {
        var chain: [String] = []
        var next: String? = id
        while let id = next, let parent = parents[id] {
            chain.append(id)
            next = parent
        }
        return chain
    }
}

/// Derives the relationships between instances from those between what they are instances of.
///
/// Instances are related when they stand in one environment and share a deployment group, or both have none.
enum InstanceRelationships {
    static func derive(
        _ workspace: C4Workspace, _ relationships: [C4Relationship]
    ) -> [DerivedRelationship] {
        let instances = Dictionary(grouping: workspace.elements.filter { $0.original != nil }) { $0.original ?? "" }
        guard !instances.isEmpty else { return [] }
        let without = Dictionary(
            workspace.environments.map { ($0.id, Set($0.withoutRelationships)) },
            uniquingKeysWith: { first, _ in first })
        let stated = Set(workspace.relationships.map(\.pair))
        var derived: [DerivedRelationship] = []
        for (cause, relationship) in relationships.enumerated() {
            for source in instances[relationship.source] ?? [] {
                let dropped = without[source.environment ?? ""] ?? []
                if dropped.contains(relationship.pair) { continue }
                for target in instances[relationship.target] ?? [] where areRelated(source, target) {
                    let pair = C4Pair(source.id, target.id)
                    if dropped.contains(pair) || stated.contains(pair) || source.id == target.id { continue }
                    var copy = relationship
                    (copy.source, copy.target, copy.isDerived) = (source.id, target.id, true)
                    derived.append((copy, cause))
                }
            }
        }
        return derived
    }

    private static func areRelated(_ source: C4Element, _ target: C4Element) -> Bool {
        guard source.environment == target.environment else { return false }
        if source.deploymentGroups.isEmpty, target.deploymentGroups.isEmpty { return true }
        return source.deploymentGroups.contains(where: target.deploymentGroups.contains)
    }
}
