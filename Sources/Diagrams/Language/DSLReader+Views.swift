import Model

extension DSLReader {
    /// Reads the views, styles and what belongs to them, now that the model is known.
    mutating func readViews() {
        let outer = (statements, path)
        for block in viewBlocks {
            (statements, path) = (block.statements, block.path)
            for index in block.indices {
                clock += 1
                readViewStatement(index)
            }
        }
        (statements, path) = outer
        checkFilters()
    }

    /// The words that begin a statement about views.
    static let viewWords: Set<String> = Set(C4View.Kind.allCases.map { $0.rawValue.lowercased() })
        .union(["styles", "theme", "themes", "terminology", "branding"])

    private mutating func readViewStatement(_ index: Int) {
        let keyword = statements.all[index].keyword
        if let kind = C4View.Kind.allCases.first(where: { $0.rawValue.lowercased() == keyword }) {
            return readView(index, kind)
        }
        switch keyword {
        case "styles": readStyles(index)
        case "theme", "themes": readThemes(index)
        case "terminology": readTerminology(index)
        case "properties": workspace.viewProperties.merge(readPairs(index)) { _, new in new }
        default:
            if takeSwitch(index) { return }
            let words =
                C4View.Kind.allCases.map(\.rawValue) + ["styles", "theme", "themes", "terminology", "properties"]
            unknown(index, "in `views`", words)
        }
    }

    // MARK: The line of a view

    private mutating func readView(_ index: Int, _ kind: C4View.Kind) {
        let words = Array(statements.all[index].words)
        var view = C4View(key: "", kind: kind)
        guard let rest = readSubject(words, of: &view, index) else { return }
        if kind == .filtered {
            view.description = text(rest, 1)
        } else if kind == .custom {
            view.title = text(rest, 1)
            view.description = text(rest, 2)
        } else {
            view.description = text(rest, 1)
        }
        refuseMore(rest, than: kind == .custom ? 3 : kind == .image ? 1 : 2, Self.form(of: kind), index)
        view.key = readKey(rest.first, kind, index)
        readBody(index, of: &view)
        if workspace.views.contains(where: { $0.key == view.key }) {
            return report(.duplicateKey(view.key), rest.first ?? words[0], index)
        }
        workspace.views.append(view)
        let statement = statements.all[index]
        viewPlaces[view.key] = Source(path: statement.path, range: statement.range)
    }

    private static func form(of kind: C4View.Kind) -> String {
        switch kind {
        case .systemLandscape: "systemLandscape [key] [description]"
        case .systemContext, .container, .component: "\(kind.rawValue) <identifier> [key] [description]"
        case .filtered: "filtered <key of a view> include|exclude <tags> [key] [description]"
        case .dynamic: "dynamic <*|identifier> [key] [description]"
        case .deployment: "deployment <*|identifier> <environment> [key] [description]"
        case .custom: "custom [key] [title] [description]"
        case .image: "image <*|identifier> [key]"
        }
    }

    /// The key of a view: its own, or one made of its kind and a number.
    private mutating func readKey(_ token: DSLToken?, _ kind: C4View.Kind, _ index: Int) -> String {
        if let token, !token.text.isEmpty { return token.text }
        let stem = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
        var number = 1
        var key = ""
        repeat {
            let digits = String(number)
            key = "\(stem)-\(String(repeating: "0", count: max(0, 3 - digits.utf8.count)))\(digits)"
            number += 1
        } while workspace.views.contains { $0.key == key }
        madeUpKeys.insert(key)
        report(.noKey(key), index)
        return key
    }

    /// Reads what a view is about, and returns the words behind it; nil when the view makes no sense without it.
    private mutating func readSubject(_ words: [DSLToken], of view: inout C4View, _ index: Int) -> [DSLToken]? {
        let rest = Array(words.dropFirst())
        if view.kind == .systemLandscape || view.kind == .custom { return rest }
        guard let first = rest.first else {
            report(.notDSL("`\(words[0].text)` is incomplete; its form is `\(Self.form(of: view.kind))`"), index)
            return nil
        }
        if view.kind == .filtered { return readFilter(rest, of: &view, index) }
        if first.text != "*" {
            guard let id = id(of: first.text, first, index, DraftScope()) else { return nil }
            guard isScope(id, of: view.kind) else {
                report(.wrongKind(first.text, wanted: Self.wantedScope(of: view.kind)), first, index)
                return nil
            }
            view.scope = id
        } else if [.systemContext, .container, .component].contains(view.kind) {
            report(.wrongKind("*", wanted: Self.wantedScope(of: view.kind)), first, index)
            return nil
        }
        guard view.kind == .deployment else { return Array(rest.dropFirst()) }
        guard rest.count > 1 else {
            report(.missing("an environment", after: "deployment"), index)
            return nil
        }
        guard let environment = environment(rest[1], index) else { return nil }
        view.environment = environment
        return Array(rest.dropFirst(2))
    }

    private mutating func readFilter(_ rest: [DSLToken], of view: inout C4View, _ index: Int) -> [DSLToken]? {
        guard rest.count >= 3, ["include", "exclude"].contains(rest[1].text.lowercased()) else {
            report(.notDSL("`filtered` is incomplete; its form is `\(Self.form(of: .filtered))`"), index)
            return nil
        }
        view.filter = C4Filter(
            base: rest[0].text, includes: rest[1].text.lowercased() == "include", tags: Self.tags([rest[2]]))
        return Array(rest.dropFirst(3))
    }

    private mutating func environment(_ token: DSLToken, _ index: Int) -> String? {
        if case .environment(let number) = draft.target(of: token.text, in: DraftScope()) {
            return ids.environments[number]
        }
        if let number = draft.environments.firstIndex(where: { $0.name == token.text }) {
            return ids.environments[number]
        }
        let near = Spelling.nearest(token.text, among: draft.environments.map(\.name))
        report(.unknownReference(token.text, near: near), token, index)
        return nil
    }

    private func isScope(_ id: String, of kind: C4View.Kind) -> Bool {
        let scope = zip(ids.elements, draft.elements).first { $0.0 == id }?.1.element.kind
        switch kind {
        case .systemContext, .container, .deployment: return scope == .softwareSystem
        case .component: return scope == .container
        case .dynamic: return scope == .softwareSystem || scope == .container
        default: return true
        }
    }

    private static func wantedScope(of kind: C4View.Kind) -> String {
        switch kind {
        case .component: "a container"
        case .dynamic: "a software system or a container"
        default: "a software system"
        }
    }

    /// A filtered view needs its base, which may stand anywhere.
    private mutating func checkFilters() {
        for view in workspace.views {
            guard let filter = view.filter, let place = viewPlaces[view.key] else { continue }
            let base = workspace.view(filter.base)
            if base == nil || base?.kind == .filtered || base?.kind == .dynamic || base?.kind == .image {
                findings.append(.dsl(.unknownBase(filter.base), place.path, place.range))
            }
        }
    }
}
