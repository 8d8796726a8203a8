package import Model

/// Draws how decisions relate: a box for each, coloured by where it stands in its life, with a link to its page or file.
package struct DecisionDrawing {
    /// A decision as a box.
    package struct Decision: Sendable {
        /// The name that relations mean it by, unique among the decisions.
        package let id: String
        /// The number and the title.
        package let label: String
        package let status: RecordStatus
        /// Where the box leads.
        package let address: String
        /// What the decision says of others, each once.
        package let relations: [Relation]

        /// Makes a box.
        package init(id: String, label: String, status: RecordStatus, address: String, relations: [Relation]) {
            self.id = id
            self.label = label
            self.status = status
            self.address = address
            self.relations = relations
        }
    }

    /// What a decision says of another.
    package struct Relation: Sendable {
        /// The words between the two, such as "Supersedes".
        package let verb: String
        /// The id of the other decision.
        package let target: String
        /// Whether the one takes the place of the other, which is drawn as an unbroken line.
        package let isSuccession: Bool

        /// Makes a line.
        package init(verb: String, target: String, isSuccession: Bool) {
            self.verb = verb
            self.target = target
            self.isSuccession = isSuccession
        }
    }

    private let decisions: [Decision]
    private let title: String

    /// - Parameters:
    ///   - decisions: the boxes, oldest first; lines to what is not among them are left out.
    ///   - title: the title of the drawing.
    package init(_ decisions: [Decision], title: String) {
        self.decisions = decisions
        self.title = title
    }

    /// The drawing as text, with a line end at the end.
    package func svg() -> String { svg(of: arranged) }

    /// The same of boxes and lines that have their places.
    ///
    /// - Parameters:
    ///   - arranged: what ``arranged`` gave.
    ///   - isInPage: whether it becomes part of a page, which has the title and the style already.
    package func svg(of arranged: ArrangedDiagram, isInPage: Bool = false) -> String {
        let options = SVGDrawing.Options(
            includesStylesheet: !isInPage, showsTitle: !isInPage,
            links: Dictionary(decisions.map { ($0.id, $0.address) }) { first, _ in first },
            legend: Dictionary(
                DecisionStage.allCases.map { (BoxKind($0.style), $0.words) }, uniquingKeysWith: { first, _ in first }))
        return SVGDrawing.svg(of: arranged, options: options)
    }

    /// The boxes and lines with their places.
    package var arranged: ArrangedDiagram { DiagramLayout.arrange(view) }

    /// The graph as a view for the layout; decisions and relations keep their order.
    private var view: DiagramView {
        let elements = decisions.map { decision in
            DiagramElement(
                id: decision.id, name: decision.label, typeLine: decision.status.rawValue,
                style: DecisionStage(decision.status).style)
        }
        let known = Set(elements.map(\.id))
        var relationships: [DiagramRelationship] = []
        for decision in decisions {
            for relation in decision.relations where known.contains(relation.target) {
                relationships.append(
                    DiagramRelationship(
                        id: "r\(relationships.count)", source: decision.id, target: relation.target,
                        description: relation.verb.lowercased(),
                        style: RelationshipStyle(line: relation.isSuccession ? .solid : .dashed)))
            }
        }
        return DiagramView(
            key: "decisions", kind: .custom, title: title, direction: .bottomTop, elements: elements,
            relationships: relationships)
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
