import Diagrams
import Model

extension TitleBlock {
    /// The title block of an entry: number first and large, then state, day and people, then what it touches.
    init(_ entry: Entry, parts: PageParts) {
        switch entry.content {
        case .decision(let record), .proposal(let record): add(record, of: entry, parts: parts)
        case .question(let question): add(question)
        case .exercise(let exercise): add("Sheet", text: "Exercise"); add(exercise.week)
        case .link(let link): add(link, of: entry, parts: parts)
        case .pattern(let pattern): add("Sheet", text: pattern.isCategory ? "Category" : "Pattern")
        case .topic:
            add("Sheet", text: "Topic")
            add("State", "<span class=\"state open\">To be written</span>")
        case .diagram: addDiagram(parts)
        }
        if entry.language != .english { add("Language", text: Wording.language(entry.language)) }
        add("Also called", entry.aliases.map(Wording.passage).joined(by: ", "), width: 2)
        let touches = (parts.plan.touches[parts.page] ?? []).map { touch -> HTML in
            let address = PageLink.address(of: touch.page, fragment: touch.fragment, from: parts.page)
            return "<a href=\"\(address)\">\(Wording.passage(touch.name))</a>"
        }
        add(entry.record == nil ? "Drawn in" : "Touches", touches.joined(by: ", "), width: 2)
        add("Tags", parts.tags(of: entry), width: 2)
        add("Source", "<span class=\"path\">\(entry.source.description)</span>", width: 2)
    }

    private mutating func add(_ record: Record, of entry: Entry, parts: PageParts) {
        add("Sheet", "<b class=\"number\">\(RecordName.short(record, entry.kind))</b>")
        add("Status", Wording.state(record))
        add(entry.kind == .decision ? "Decided" : "Dated", text: record.date.map(Wording.day))
        add("Deciders", text: record.deciders.joined(separator: ", "), width: 2)
        var labels: [String] = []
        var values: [String: [HTML]] = [:]
        for relation in record.relations {
            let label = TitleBlock.label(of: relation)
            if values[label] == nil { labels.append(label) }
            values[label, default: []].append(TitleBlock.link(relation, parts: parts))
        }
        for label in labels { add(label, values[label, default: []].joined(by: ", ")) }
    }

    private mutating func addDiagram(_ parts: PageParts) {
        guard let drawn = parts.plan.drawings.drawn(onPage: parts.page, of: parts.plan.map) else {
            return add("Sheet", text: "Diagram")
        }
        add("Sheet", text: DrawingFigure.level(drawn.view.kind))
        let (elements, lines) = (drawn.view.elements.count, drawn.view.relationships.count)
        add("Shows", text: "\(Wording.count(elements, "element")), \(Wording.count(lines, "relationship"))", width: 2)
        add("About", text: drawn.scope.flatMap { drawn.document.workspace.element($0)?.name })
    }

    private static func label(of relation: RecordRelation) -> String {
        switch relation.kind {
        case .supersedes: "Replaces"
        case .supersededBy: "Replaced by"
        case .amends: "Amends"
        case .amendedBy: "Amended by"
        case .clarifies: "Clarifies"
        case .clarifiedBy: "Clarified by"
        case .relatesTo: "Relates to"
        case .other: relation.verb
        }
    }

    private static func link(_ relation: RecordRelation, parts: PageParts) -> HTML {
        guard let index = relation.target.flatMap({ parts.plan.records[$0] }) else { return "\(relation.targetText)" }
        let other = parts.plan.book.entries[index]
        let name = other.record.map { RecordName.short($0, other.kind) } ?? other.title
        return parts.link("<span title=\"\(other.title)\">\(name)</span>", to: parts.plan.map.entryPages[index])
    }

    private mutating func add(_ question: Question) {
        add("Sheet", "<b class=\"number\">\(PageParts.name(of: question) ?? "Question")</b>")
        add("Worth", text: question.points.map { Wording.count($0, "point") })
        add("Form", text: question.form == .long ? "worked out in writing" : "answered in the head")
        add(question.week)
    }

    private mutating func add(_ week: ReviewWeek.Name?) {
        add("Week", text: week.map { "\($0.number): \($0.title)" }, width: 2)
    }

    private mutating func add(_ link: Link, of entry: Entry, parts: PageParts) {
        add("Sheet", text: Wording.capitalised(link.medium.rawValue))
        add("Author", text: link.author, width: 2)
        add("Part", text: link.part)
        if let (address, host) = parts.webAddress(of: entry) {
            add("Address", "<a href=\"\(address)\">\(address)</a>", width: 4)
            add("Host", text: host, width: 2)
        } else if let url = link.url {
            add("Address", relative(url, of: entry, parts: parts), width: 4)
        }
    }

    /// An address that is no web address: a page of the book, or text.
    private func relative(_ url: String, of entry: Entry, parts: PageParts) -> HTML {
        let target = parts.plan.resolver.target(of: url, on: parts.page, in: entry.source.path)
        guard case .page(let page, let fragment, _) = target else { return "\(url)" }
        return "<a href=\"\(PageLink.address(of: page, fragment: fragment, from: parts.page))\">\(url)</a>"
    }
}
