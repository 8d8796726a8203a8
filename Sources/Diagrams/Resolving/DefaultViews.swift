/// The views of a workspace that states none, as Structurizr makes them: one landscape; for each system its context, its
/// containers and their components; for each environment its deployment.
enum DefaultViews {
    static func make(for workspace: C4Workspace) -> [C4View] {
        var views: [C4View] = []
        func add(_ kind: C4View.Kind, _ key: String, scope: String? = nil, environment: String? = nil) {
            var view = C4View(key: key, kind: kind, scope: scope)
            view.environment = environment
            view.rules = [C4ViewRule(isInclude: true, .all)]
            views.append(view)
        }
        let systems = workspace.elements.filter { $0.kind == .softwareSystem }.sorted { $0.name < $1.name }
        let parents = Set(workspace.elements.compactMap { $0.kind.isDeployed ? nil : $0.parent })
        if workspace.elements.contains(where: { [.person, .softwareSystem].contains($0.kind) }) {
            add(.systemLandscape, "SystemLandscape")
        }
        for system in systems {
            add(.systemContext, "SystemContext-\(system.id)", scope: system.id)
            guard parents.contains(system.id) else { continue }
            add(.container, "Container-\(system.id)", scope: system.id)
            let containers = workspace.elements.filter { $0.parent == system.id && parents.contains($0.id) }
            for container in containers.sorted(by: { $0.name < $1.name }) {
                add(.component, "Component-\(container.id.replacing(".", with: "-"))", scope: container.id)
            }
        }
        for environment in workspace.environments {
            add(.deployment, "Deployment-\(environment.id)", environment: environment.id)
        }
        if workspace.elements.contains(where: { $0.kind == .custom }) { add(.custom, "Custom") }
        return views
    }
}

extension C4Workspace {
    /// The views that the author stated, or those that stand in for them.
    package var shownViews: [C4View] { views.isEmpty ? DefaultViews.make(for: self) : views }
}
