import Model

extension DSLReader {
    /// Reads `styles { … }`.
    mutating func readStyles(_ index: Int, _ scheme: C4Scheme = .any) {
        for child in statements.children(of: index) {
            let words = Array(statements.all[child].words)
            switch statements.all[child].keyword {
            case "light" where scheme == .any: readStyles(child, .light)
            case "dark" where scheme == .any: readStyles(child, .dark)
            case "element", "relationship":
                guard words.count > 1 else { return report(.missing("a tag", after: words[0].text), child) }
                refuseMore(words, than: 2, "\(words[0].text) <tag>", child)
                if words[0].text.lowercased() == "element" {
                    readElementStyle(child, C4ElementStyle(tag: words[1].text, scheme: scheme))
                } else {
                    readRelationshipStyle(child, C4RelationshipStyle(tag: words[1].text, scheme: scheme))
                }
            case "theme", "themes": readThemes(child)
            default: unknown(child, "in `styles`", ["element", "relationship", "light", "dark"])
            }
        }
    }

    private mutating func readElementStyle(_ index: Int, _ start: C4ElementStyle) {
        var style = start
        for child in statements.children(of: index) {
            switch statements.all[child].keyword {
            case "shape":
                let name = choice(child, ElementStyle.Shape.allCases.map(\.rawValue))
                style.shape = name.flatMap { ElementStyle.Shape(rawValue: $0) } ?? style.shape
            case "icon": style.icon = readIcon(child) ?? style.icon
            case "width": style.width = number(child, 1...10_000) ?? style.width
            case "height": style.height = number(child, 1...10_000) ?? style.height
            case "background": style.background = color(child) ?? style.background
            case "color", "colour": style.color = color(child) ?? style.color
            case "stroke": style.stroke = color(child) ?? style.stroke
            case "strokewidth": style.strokeWidth = number(child, 1...10) ?? style.strokeWidth
            case "fontsize": style.fontSize = number(child, 1...1_000) ?? style.fontSize
            case "border":
                let name = choice(child, LineStyle.allCases.map(\.rawValue))
                style.border = name.flatMap { LineStyle(rawValue: $0) } ?? style.border
            case "opacity": style.opacity = number(child, 0...100) ?? style.opacity
            case "metadata": style.metadata = flag(child) ?? style.metadata
            case "description": style.description = flag(child) ?? style.description
            case "properties": style.properties.merge(readPairs(child)) { _, new in new }
            case "iconposition": _ = oneText(child)
            default: unknown(child, "in the style of an element", Self.elementStyleWords)
            }
        }
        workspace.styles.elements.append(style)
    }

    private static let elementStyleWords = [
        "shape", "icon", "width", "height", "background", "color", "stroke", "strokeWidth", "fontSize", "border",
        "opacity", "metadata", "description", "properties",
    ]

    private mutating func readRelationshipStyle(_ index: Int, _ start: C4RelationshipStyle) {
        var style = start
        for child in statements.children(of: index) {
            switch statements.all[child].keyword {
            case "thickness": style.thickness = number(child, 1...100) ?? style.thickness
            case "color", "colour": style.color = color(child) ?? style.color
            case "style":
                let name = choice(child, LineStyle.allCases.map(\.rawValue))
                style.style = name.flatMap { LineStyle(rawValue: $0) } ?? style.style
            case "dashed":
                style.style = flag(child).map { $0 ? .dashed : .solid } ?? style.style
            case "routing": style.routing = choice(child, ["Direct", "Orthogonal", "Curved"]) ?? style.routing
            case "jump": style.jump = flag(child) ?? style.jump
            case "fontsize": style.fontSize = number(child, 1...1_000) ?? style.fontSize
            case "width": style.width = number(child, 1...10_000) ?? style.width
            case "position": style.position = number(child, 0...100) ?? style.position
            case "opacity": style.opacity = number(child, 0...100) ?? style.opacity
            case "properties": style.properties.merge(readPairs(child)) { _, new in new }
            default:
                unknown(
                    child, "in the style of a relationship",
                    ["thickness", "color", "style", "routing", "jump", "fontSize", "width", "position", "opacity"])
            }
        }
        workspace.styles.relationships.append(style)
    }

    // MARK: Values

    private mutating func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
        guard let text = oneText(index) else { return nil }
        if let value = Int(text), range.contains(value) { return value }
        let allowed = "a number from \(range.lowerBound) to \(range.upperBound)"
        report(.badValue(text, of: statements.all[index].keyword, allowed: allowed), index)
        return nil
    }

    private mutating func flag(_ index: Int) -> Bool? { choice(index, ["true", "false"]).map { $0 == "true" } }

    private mutating func color(_ index: Int) -> String? {
        guard let text = oneText(index) else { return nil }
        if let color = StyleColor.hex(text) { return color }
        let near = Spelling.nearest(text, among: StyleColor.names.keys.sorted())
        let allowed = near.map { "`#rrggbb`, or did you mean `\($0)`" } ?? "`#rrggbb` or the name of a color"
        report(.badValue(text, of: statements.all[index].keyword, allowed: allowed), index)
        return nil
    }

    private mutating func readIcon(_ index: Int) -> String? {
        guard let text = oneText(index) else { return nil }
        guard DiagramFiles.isAddress(text) else { return text }
        report(.refused("icon \(text.prefix(60))", why: DSLFault.noNetwork), index)
        return nil
    }

    // MARK: Terminology and themes

    func terminologyKey(_ word: String) -> String? {
        (C4Element.Kind.allCases.map(\.rawValue) + ["relationship"]).first { $0.lowercased() == word }
    }

    mutating func readTerminology(_ index: Int) {
        for child in statements.children(of: index) {
            guard let key = terminologyKey(statements.all[child].keyword) else {
                unknown(child, "in `terminology`", C4Element.Kind.allCases.map(\.rawValue) + ["relationship"])
                continue
            }
            workspace.terminology[key] = oneText(child)
        }
    }

    /// Reads theme files of the workspace; those on the network are left out by name.
    mutating func readThemes(_ index: Int) {
        for token in statements.all[index].words.dropFirst() where token.text.lowercased() != "default" {
            if DiagramFiles.isAddress(token.text) {
                report(.refused("theme \(token.text)", why: DSLFault.noNetwork), token, index)
                continue
            }
            guard let target = DiagramFiles.resolve(token.text, from: statements.all[index].path) else {
                report(.refused("theme \(token.text)", why: DSLFault.outside), token, index)
                continue
            }
            switch files.item(target) {
            case .file(let bytes):
                readFiles.append(target)
                do throws(JSONError) {
                    let theme = try JSONValue(parsing: bytes)
                    let styles = ThemeReader.styles(theme)
                    workspace.styles.themes.append(token.text)
                    workspace.styles.themeElements += styles.elements
                    workspace.styles.themeRelationships += styles.relationships
                } catch {
                    report(.unreadableFile(target, why: "it is not JSON: \(error)"), token, index)
                }
            case .folder: report(.unreadableFile(target, why: "it is a folder"), token, index)
            case .unreadable(let why): report(.unreadableFile(target, why: why), token, index)
            }
        }
    }
}
