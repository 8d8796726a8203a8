import Model

extension DSLWriter {
    /// Writes the views, then styles and what else belongs to them.
    mutating func writeViews() {
        for view in workspace.views { write(view) }
        pairs("properties", workspace.viewProperties)
        for theme in workspace.styles.themes { line(Self.statement("theme", [theme])) }
        if !workspace.styles.elements.isEmpty || !workspace.styles.relationships.isEmpty {
            block("styles") { $0.writeStyles() }
        }
        if !workspace.terminology.isEmpty {
            block("terminology") { writer in
                for (word, text) in writer.workspace.terminology.sorted(by: { $0.key < $1.key }) {
                    writer.line(Self.statement(word, [text]))
                }
            }
        }
    }

    private mutating func write(_ view: C4View) {
        block(head(of: view)) { writer in
            if view.isDefault { writer.line("default") }
            writer.text("title", view.title)
            if view.kind == .filtered || view.kind == .image { writer.text("description", view.description) }
            writer.writeContent(of: view)
            if let layout = view.layout {
                writer.line("autoLayout \(layout.direction.word) \(layout.rankSeparation) \(layout.nodeSeparation)")
            }
            writer.pairs("properties", view.properties)
        }
    }

    private mutating func writeContent(of view: C4View) {
        for rule in view.rules {
            let text = rule.expression.description
            let isTest = if case .matching = rule.expression { true } else { false }
            line("\(rule.isInclude ? "include" : "exclude") \(isTest ? Self.quoted(text) : text)")
        }
        for step in view.steps {
            let order = step.order.utf8.first?.isDigit == true ? "\(step.order): " : ""
            line(order + Self.statement("\(step.source) -> \(step.target)", [step.description, step.technology]))
        }
        if !view.animation.isEmpty {
            block("animation") { writer in
                for step in view.animation where !step.isEmpty { writer.line(step.joined(separator: " ")) }
            }
        }
        if let image = view.image { line(Self.statement(image.language, [image.source])) }
    }

    private func head(of view: C4View) -> String {
        switch view.kind {
        case .systemLandscape: Self.statement(view.kind.rawValue, [view.key, view.description])
        case .systemContext, .container, .component, .dynamic:
            Self.statement("\(view.kind.rawValue) \(view.scope ?? "*")", [view.key, view.description])
        case .deployment:
            Self.statement(
                "deployment \(view.scope ?? "*") \(view.environment ?? "*")", [view.key, view.description])
        case .custom: Self.statement("custom", [view.key, view.title, view.description])
        case .image: Self.statement("image \(view.scope ?? "*")", [view.key])
        case .filtered:
            "filtered \(Self.quoted(view.filter?.base ?? "")) \(view.filter?.includes == true ? "include" : "exclude") "
                + Self.quoted((view.filter?.tags ?? []).joined(separator: ",")) + " " + Self.quoted(view.key)
        }
    }

    // MARK: Styles

    private mutating func writeStyles() {
        for style in workspace.styles.elements {
            writeStyle("element \(Self.quoted(style.tag))", style.scheme) { $0.write(style) }
        }
        for style in workspace.styles.relationships {
            writeStyle("relationship \(Self.quoted(style.tag))", style.scheme) { $0.write(style) }
        }
    }

    private mutating func writeStyle(_ head: String, _ scheme: C4Scheme, _ body: (inout DSLWriter) -> Void) {
        guard scheme != .any else { return block(head, body) }
        block(scheme.rawValue) { $0.block(head, body) }
    }

    private mutating func write(_ style: C4ElementStyle) {
        text("shape", style.shape?.rawValue)
        text("icon", style.icon)
        value("width", style.width)
        value("height", style.height)
        text("background", style.background)
        text("color", style.color)
        text("stroke", style.stroke)
        value("strokeWidth", style.strokeWidth)
        value("fontSize", style.fontSize)
        text("border", style.border?.rawValue.lowercased())
        value("opacity", style.opacity)
        value("metadata", style.metadata)
        value("description", style.description)
        pairs("properties", style.properties)
    }

    private mutating func write(_ style: C4RelationshipStyle) {
        value("thickness", style.thickness)
        text("color", style.color)
        text("style", style.style?.rawValue.lowercased())
        text("routing", style.routing)
        value("jump", style.jump)
        value("fontSize", style.fontSize)
        value("width", style.width)
        value("position", style.position)
        value("opacity", style.opacity)
        pairs("properties", style.properties)
    }

    private mutating func value(_ keyword: String, _ value: (some CustomStringConvertible)?) {
        if let value { line("\(keyword) \(value)") }
    }
}

extension DiagramView.Direction {
    /// The word of the Structurizr DSL.
    var word: String {
        switch self {
        case .topBottom: "tb"
        case .bottomTop: "bt"
        case .leftRight: "lr"
        case .rightLeft: "rl"
        }
    }
}
