package import Diagrams
import Model
package import Records

/// Draws how decisions relate: a box for each, coloured by where it stands in its life, with a link to its file.
package struct DecisionDrawing {
    private let graph: DecisionGraph
    private let title: String

    /// - Parameter title: the title of the book that the decisions belong to.
    package init(_ graph: DecisionGraph, title: String) {
        self.graph = graph
        self.title = title
    }

    /// The drawing as text, with a line end at the end.
    ///
    /// - Parameter address: gives the address of a file by its path relative to the workspace.
    package func svg(linkingTo address: (String) -> String) -> String {
        let links = graph.nodes.map { ($0.stem, PercentEncoding.encoded(address($0.path).utf8, where: Self.isEscaped)) }
        let options = SVGDrawing.Options(
            links: Dictionary(links) { first, _ in first },
            legend: Dictionary(
                DecisionStage.allCases.map { (BoxKind($0.style), $0.words) }, uniquingKeysWith: { first, _ in first }))
        return SVGDrawing.svg(of: arranged, options: options)
    }

    /// The boxes and lines with their places.
    package var arranged: ArrangedDiagram { DiagramLayout.arrange(view) }

    /// Whether a byte of a path means something else in an address.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "%#?\\<>".utf8.contains(byte)
    }

    /// The graph as a view for the layout; decisions and relations keep their order.
    private var view: DiagramView {
        let elements = graph.nodes.map { node in
            DiagramElement(
                id: node.stem, name: node.label, typeLine: node.status.rawValue,
                style: DecisionStage(node.status).style)
        }
        let known = Set(elements.map(\.id))
        var relationships: [DiagramRelationship] = []
        for node in graph.nodes {
            for edge in node.edges where known.contains(edge.target) {
                relationships.append(
                    DiagramRelationship(
                        id: "r\(relationships.count)", source: node.stem, target: edge.target,
                        description: edge.verb.lowercased(),
                        style: RelationshipStyle(line: edge.isSuccession ? .solid : .dashed)))
            }
        }
        return DiagramView(
            key: "decisions", kind: .custom, title: "Decisions of \(title)", direction: .bottomTop,
            elements: elements, relationships: relationships)
    }
}

/// Where a decision stands in its life, as far as its colour tells.
private enum DecisionStage: CaseIterable {
    case open, holding, past, refused, unknown

    init(_ status: RecordStatus) {
        self =
            switch status {
            case .draft, .proposed, .discussion, .deferred: .open
            case .accepted, .active: .holding
            case .superseded, .deprecated: .past
            case .rejected, .dropped, .withdrawn: .refused
            case .unknown: .unknown
            }
    }

    /// The box; its colours are those of a kind of C4 element, and the legend tells what they mean here.
    var style: ElementStyle {
        switch self {
        case .open: ElementStyle(role: .softwareSystem, shape: .roundedBox)
        case .holding: ElementStyle(role: .component, shape: .roundedBox)
        case .past: ElementStyle(isExternal: true, shape: .roundedBox, border: .dashed)
        case .refused: ElementStyle(role: .person, shape: .roundedBox, border: .dotted)
        case .unknown: ElementStyle(role: .infrastructure, shape: .roundedBox)
        }
    }

    /// What the legend says.
    var words: String {
        switch self {
        case .open: "Not decided yet"
        case .holding: "In force"
        case .past: "No longer in force"
        case .refused: "Not accepted"
        case .unknown: "Status not understood"
        }
    }
}
