/// The colours of a drawing for one surrounding, as `#rrggbb`.
///
/// Boxes have light fills and coloured outlines, as the C4 model has drawn them since 2025. Text on any fill and on the page
/// keeps 4.5 : 1, outlines and lines 3 : 1 against the page (WCAG 2.2, 1.4.3 and 1.4.11); the tests compute it.
package struct DiagramTheme: Sendable, Hashable {
    /// The fill and the outline of one kind of box.
    package struct Pair: Sendable, Hashable {
        package var fill: String
        package var stroke: String
    }

    package var paper: String
    package var ink: String
    package var quiet: String
    package var line: String
    package var frame: String
    /// The colours of each kind of box.
    package var boxes: [(kind: BoxKind, colors: Pair)] { BoxKind.allCases.map { ($0, pair($0)) } }
    /// The colours of each kind of change.
    package var added: String
    package var removed: String
    package var changed: String

    private var pairs: [Pair]

    /// The colours of a kind of box.
    package func pair(_ kind: BoxKind) -> Pair { pairs[kind.number] }

    /// The colour of a kind of change.
    package func color(_ mark: DiagramMark) -> String {
        switch mark {
        case .added: added
        case .removed: removed
        case .changed: changed
        }
    }

    /// Light colours, on the screen and on paper.
    package static let light = DiagramTheme(
        paper: "#ffffff", ink: "#1c1e22", quiet: "#4a4f59", line: "#5b606a", frame: "#6a6f7a", added: "#1d6b41",
        removed: "#9b2525", changed: "#7d5200",
        pairs: [
            Pair(fill: "#f3eaf8", stroke: "#7a3e9d"), Pair(fill: "#e5effa", stroke: "#1c5a9e"),
            Pair(fill: "#e2f2f3", stroke: "#0e6a73"), Pair(fill: "#eaf3e3", stroke: "#3c6b1f"),
            Pair(fill: "#faf0dd", stroke: "#7d5200"), Pair(fill: "#f3f1eb", stroke: "#6b6558"),
            Pair(fill: "#f3f1eb", stroke: "#6b6558"), Pair(fill: "#eef0f4", stroke: "#4a5160"),
            Pair(fill: "#f1f1f1", stroke: "#65686e"),
        ])

    /// Dark colours.
    package static let dark = DiagramTheme(
        paper: "#16171b", ink: "#ecebe7", quiet: "#b9bdc6", line: "#a2a6af", frame: "#8b909b", added: "#7fd3a3",
        removed: "#f09a9a", changed: "#f0c064",
        pairs: [
            Pair(fill: "#2c2034", stroke: "#cf9fe8"), Pair(fill: "#1a2838", stroke: "#8fbff2"),
            Pair(fill: "#152c2e", stroke: "#79cdd4"), Pair(fill: "#202c18", stroke: "#a6d184"),
            Pair(fill: "#32270f", stroke: "#f0c064"), Pair(fill: "#26251f", stroke: "#bdb6a4"),
            Pair(fill: "#26251f", stroke: "#bdb6a4"), Pair(fill: "#22252c", stroke: "#aeb6c6"),
            Pair(fill: "#232427", stroke: "#a6a9b0"),
        ])

    /// The names and values of the theme as CSS variables, in a fixed order.
    var variables: [(name: String, value: String)] {
        var list = [
            ("paper", paper), ("ink", ink), ("quiet", quiet), ("line", line), ("frame", frame), ("added", added),
            ("removed", removed), ("changed", changed),
        ]
        for (kind, colors) in boxes {
            list.append(("\(kind.rawValue)-fill", colors.fill))
            list.append(("\(kind.rawValue)-stroke", colors.stroke))
        }
        return list.map { (name: "--d-\($0.0)", value: $0.1) }
    }
}

/// What a box is drawn as; what stands outside of the view's subject looks the same whatever its role.
package enum BoxKind: String, Sendable, Hashable, CaseIterable {
    case person, system, container, component, infrastructure, node, group, custom, external

    /// The kind of an element or a boundary.
    package init(_ style: ElementStyle) {
        self =
            if style.isExternal {
                .external
            } else {
                switch style.role {
                case .person: .person
                case .softwareSystem: .system
                case .container: .container
                case .component: .component
                case .infrastructure: .infrastructure
                case .deploymentNode: .node
                case .group: .group
                case .custom: .custom
                }
            }
    }

    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What the legend says.
    var words: String {
        switch self {
        case .person: "Person"
        case .system: "Software system"
        case .container: "Container"
        case .component: "Component"
        case .infrastructure: "Infrastructure"
        case .node: "Deployment node"
        case .group: "Group"
        case .custom: "Element"
        case .external: "Outside of the subject"
        }
    }
}
