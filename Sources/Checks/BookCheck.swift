package import Model

/// Looks a book over and tells what is wrong in it.
package enum BookCheck {
    /// The rules about entries, links, text and vocabulary, in the order of their names.
    static let bookRules: [any BookRule] = [
        DuplicateEntry(), EntryWithoutSection(), DuplicateLink(), IllFormedAddress(), MissingAnchor(), MissingTarget(),
        PlaceholderHost(), LinkWithoutTitle(), HalfFootnote(), UnaskedPattern(), MixedAlphabet(), ConceptCycle(),
        NearDuplicate(), UnknownTag(), UnusedConcept(),
    ]

    /// The rules about decisions and proposals, in the order of their names.
    static let recordRules: [any RecordRule] = [
        DanglingRelation(), DeadlinePassed(), DuplicateNumber(), NoReviewDay(), NumberGap(), OneWayRelation(),
        ReferenceToSuperseded(), RelatedToItself(), RevisitDue(), SuccessionCycle(), SupersededByNothing(),
        TemplateText(), TitleAndFile(), TwoSuccessors(), UnansweredComment(), UndatedRecord(),
    ]

    /// The rules about diagrams, in the order of their names.
    static let diagramRules: [any DiagramRule] = [
        LargeView(), SupersededOnElement(), UndescribedElement(), UndescribedRelationship(), UnknownDiagramReference(),
        UnshownElement(),
    ]

    /// The findings of reading and of every rule that is on, in the order of the files.
    ///
    /// - Parameters:
    ///   - book: the book, with its checked files.
    ///   - today: the day on which the book is looked at; without it no deadline passes.
    ///   - settings: what the workspace says of the rules.
    package static func findings(
        in book: Book,
        today: Day? = nil,
        settings: CheckSettings = CheckSettings()
    ) -> [Finding] {
        let checked = CheckedBook(book, today: today)
        var found = book.findings
        for rule in bookRules { found += rule.findings(in: checked) }
        for rule in recordRules { found += rule.findings(in: checked.shelf) }
        let drawn = DiagramShelf(book, records: checked.shelf)
        for rule in diagramRules { found += rule.findings(in: drawn) }
        found += UnknownRule.findings(in: book, settings)
        found = Exemptions(book).applied(to: found)
        return RuleLevels(settings).applied(to: found).sorted()
    }
}

/// What the settings make of the severity of findings.
private struct RuleLevels {
    private let levels: [RuleID: Severity?]

    init(_ settings: CheckSettings) {
        levels = Dictionary(settings.rules.map { (RuleID(rawValue: $0.name), $0.severity) }) { _, last in last }
    }

    func applied(to findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard let level = levels[finding.rule] else { return finding }
            guard let severity = level else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }
}

/// What the comments in the files ask to pass over.
private struct Exemptions {
    private struct Place: Hashable {
        let path: String
        let rule: String
        /// nil for the whole file.
        let line: Int?
    }

    private var places: Set<Place> = []

    init(_ book: Book) {
        for file in book.checkedFiles {
            for exemption in file.exemptions {
                for rule in exemption.rules {
                    places.insert(Place(path: file.path, rule: rule, line: exemption.line))
                }
            }
        }
    }

    func applied(to findings: [Finding]) -> [Finding] {
        guard !places.isEmpty else { return findings }
        return findings.filter { finding in
            let rule = finding.rule.rawValue
            return !places.contains(Place(path: finding.path, rule: rule, line: finding.position.line))
                && !places.contains(Place(path: finding.path, rule: rule, line: nil))
        }
    }
}
