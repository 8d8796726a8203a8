extension SVGDrawing {
    /// The rules that every drawing relies on: colours as variables, for light and dark screens, print and forced colours.
    ///
    /// A page that shows drawings inline puts it in its own style sheet, and asks for drawings without one.
    package static var stylesheet: String {
        let light = DiagramTheme.light.variables
        let dark = DiagramTheme.dark.variables
        var sheet = rule(".diagram", light)
        sheet += "@media (prefers-color-scheme: dark) {\n\(rule(".diagram", dark))}\n"
        sheet += "@media print {\n\(rule(".diagram", light))}\n"
        sheet += "@media (forced-colors: active) {\n\(rule(".diagram", light.map { ($0.name, forced($0.name)) }))"
        sheet += ".diagram .own-fill { fill: Canvas; }\n.diagram .own-stroke { stroke: CanvasText; }\n"
        sheet += ".diagram .own-text { fill: CanvasText; }\n.diagram .own-arrow { fill: CanvasText; }\n"
        sheet += ".diagram a .shape { stroke: LinkText; }\n}\n"
        return sheet + parts
    }

    /// The rules for the colours that a view's model gives for dark pages; empty where it gives none.
    ///
    /// They stand behind ``stylesheet``, in the page where the drawing has no style sheet of its own.
    package static func darkRules(of view: DiagramView) -> String { DarkColors.rules(of: view) }

    /// The rules for a drawing that is printed by itself: all of it on one sheet, which lies on its side for a wide one.
    static func printRules(width: Int, height: Int) -> String {
        let page = width * 5 > height * 6 ? "@page { size: landscape; }\n" : ""
        return "@media print {\n\(page).diagram:root { max-width: 100%; max-height: 100vh; }\n}\n"
    }

    private static func rule(_ selector: String, _ variables: [(name: String, value: String)]) -> String {
        "\(selector) {\n\(variables.map { "  \($0.name): \($0.value);\n" }.joined())}\n"
    }

    private static func forced(_ name: String) -> String {
        name.hasSuffix("-fill") || name == "--d-paper" ? "Canvas" : "CanvasText"
    }

    private static var parts: String {
        var sheet = """
            .diagram .paper { fill: var(--d-paper); }
            .diagram .ink { fill: var(--d-ink); }
            .diagram .quiet { fill: var(--d-quiet); }
            .diagram .line { stroke: var(--d-line); }
            .diagram .arrow { fill: var(--d-line); }
            .diagram .frame { stroke: var(--d-frame); }
            .diagram a { text-decoration: none; }
            .diagram a:hover .shape, .diagram a:focus .shape { stroke-width: 4; }
            .diagram a:focus { outline: none; }

            """
        for kind in BoxKind.allCases.map(\.rawValue) {
            sheet += ".diagram .fill-\(kind) { fill: var(--d-\(kind)-fill); }\n"
            sheet += ".diagram .stroke-\(kind) { stroke: var(--d-\(kind)-stroke); }\n"
        }
        for mark in DiagramMark.allCases.map(\.rawValue) {
            sheet += ".diagram .\(mark) > .shape, .diagram .\(mark) > a > .shape, .diagram .\(mark) > .frame, "
            sheet += ".diagram .\(mark) > .line { stroke: var(--d-\(mark)); }\n"
            sheet += ".diagram .\(mark) > .arrow, .diagram .mark-\(mark) { fill: var(--d-\(mark)); }\n"
        }
        return sheet
    }
}
