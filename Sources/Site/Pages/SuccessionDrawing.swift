import Diagrams
import Model

/// The drawing of which decision replaced which; the program's `adr graph` draws with the same hand.
struct SuccessionDrawing {
    private let parts: PageParts
    /// The decisions that replaced one or were replaced, oldest first, as indices into the book.
    private let members: [Int]
    /// The decisions that each replaced.
    private let replaced: [Int: [Int]]

    /// More boxes than anybody follows in one drawing; the newest are drawn.
    private static let most = 80

    init(parts: PageParts) {
        self.parts = parts
        let entries = parts.plan.book.entries
        var replaced: [Int: [Int]] = [:]
        for (stem, successors) in parts.plan.successors {
            guard let old = parts.plan.records[stem], entries[old].kind == .decision else { continue }
            for new in successors where entries[new].kind == .decision && new != old {
                replaced[new, default: []].append(old)
            }
        }
        self.replaced = replaced.mapValues { $0.sorted() }
        let all = Set(replaced.keys).union(replaced.values.joined())
        members = parts.plan.order[.decision].filter(all.contains).prefix(Self.most).reversed()
    }

    /// The figure; nothing when no decision has replaced another.
    func html() -> HTML {
        guard !members.isEmpty else { return "" }
        let drawing = DecisionDrawing(decisions, title: "What replaced what")
        let arranged = drawing.arranged
        return """
            <h2 id="successions">What replaced what</h2>
            <figure class="drawing"><div class="sheet \(DrawingFigure.least(arranged.size.width))" role="region" \
            aria-label="What replaced what" tabindex="0">
            \(HTML(markup: drawing.svg(of: arranged, isInPage: true)))</div>
            <figcaption><b>Successions</b> <span>An arrow leads from a decision to the one that it replaced</span></figcaption>
            </figure>

            """
    }

    private var decisions: [DecisionDrawing.Decision] {
        members.map { index in
            let entry = parts.plan.book.entries[index]
            let number = entry.record?.number.map { "\($0). " } ?? ""
            return DecisionDrawing.Decision(
                // The dot keeps the ids of boxes apart from those of headings.
                id: "decision.\(index)", label: number + entry.title, status: entry.record?.status ?? .unknown,
                address: PageLink.address(of: parts.plan.map.entryPages[index], from: parts.page),
                relations: (replaced[index] ?? []).map {
                    DecisionDrawing.Relation(verb: "replaced", target: "decision.\($0)", isSuccession: true)
                })
        }
    }
}
