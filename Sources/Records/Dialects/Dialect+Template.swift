import Model

extension Dialect {
    /// A template in the manner of the dialect, for a folder that has none of its own.
    package var template: RecordTemplate {
        switch name {
        case .nygard: return .decision
        case .geode: return .proposal
        default: break
        }
        var head = head(title: "{{title}}", tags: [])
        if name == .adg { head = head.replacing("\n---\n", with: "\n\(Self.emptyLists)---\n") }
        // What a KEP says stands in a file beside its `kep.yaml`.
        if name == .kep { return RecordTemplate(bytes: Array(head.utf8)) }
        let body = kind == .decision ? decisionBody : name == .pep ? Self.headedBody : Self.proposalBody
        return RecordTemplate(bytes: Array((head + body).utf8))
    }

    /// The text beside the metadata, for dialects that keep the two in files of their own.
    ///
    /// - Returns: the name of the file and its template; nil where one file holds both.
    var companion: (file: String, template: RecordTemplate)? {
        guard name == .kep else { return nil }
        return ("README.md", RecordTemplate(bytes: Array(("# KEP-{{padded}}: {{title}}\n\n" + Self.proposalBody).utf8)))
    }

    /// All that stands above the text of a record, with places to fill for number, date and status.
    ///
    /// - Parameter tags: the tags to write where the dialect has a place for them.
    func head(title: String, tags: [String]) -> String {
        let heading = numbersTitle ? "# {{number}}. \(title)" : "# \(title)"
        let date = dateKey.map { ($0, "{{date}}") }
        let fields = [date, (statusKey, "{{status}}")].compactMap { $0 }
        switch status {
        case .section:
            let dateLine = numbersTitle ? "Date: {{date}}\n\n" : ""
            return "\(heading)\n\n\(dateLine)## Status\n\n{{status}}\n\n"
        case .line(let mark) where name == .kip:
            return "# KIP-{{number}}: \(title)\n\n## Status\n\n\(mark)**\(statusKey)**: *{{status}}*\n\n"
        case .line(let mark) where name == .pep:
            return
                "PEP: {{number}}\nTitle: \(title)\n\(mark)Status: {{status}}\nType: Informational\nCreated: {{date}}\n\n"
        case .line(let mark):
            let lines = identity + fields
            // Lines that are no list would run together without two blanks at their ends.
            let end = mark.isEmpty ? "  \n" : "\n"
            return "\(heading)\n\n" + lines.map { "\(mark)\($0.0): \($0.1)" }.joined(separator: end) + "\n\n"
        case .row:
            let rows = fields.map { "| \($0.0) | \($0.1) |\n" }.joined()
            return "\(heading)\n\n| Field | Value |\n| --- | --- |\n\(rows)\n"
        case .frontMatter:
            let lines = (identity + fields).map { $0.1.isEmpty ? "\($0.0):\n" : "\($0.0): \($0.1)\n" }.joined()
            if name == .kep { return lines }
            return titlesByField ? "---\n\(lines)---\n\n" : "---\n\(lines)---\n\n\(heading)\n\n"
        }
    }

    /// The fields by which the tool knows its own files.
    private var identity: [(String, String)] {
        switch name {
        case .adg: [("adr_id", "\"{{padded}}\""), ("title", "{{yaml-title}}")]
        case .adrs: [("number", "{{number}}"), ("title", "{{yaml-title}}")]
        case .madr3: [("deciders", "")]
        case .eip: [("eip", "{{number}}"), ("title", "{{yaml-title}}")]
        case .govuk: [("implementation", "proposed")]
        case .nixos: [("feature", "{{yaml-title}}")]
        case .rustRFC: [("Feature Name", "{{title}}")]
        case .swiftEvolution:
            [("Proposal", "[SE-{{padded}}]({{file}})"), ("Authors", "TBD"), ("Review Manager", "TBD")]
        case .kep:
            [
                ("title", "{{yaml-title}}"), ("kep-number", "{{number}}"), ("authors", "[]"), ("approvers", "[]"),
                ("see-also", "[]"), ("replaces", "[]"),
            ]
        default: []
        }
    }

    /// The parts of a proposal in reStructuredText.
    private static let headedBody = """
        Abstract
        ========

        What we propose, in a few sentences.

        Motivation
        ==========

        What hurts, for whom, and why should it be dealt with now?

        Specification
        =============

        What we propose, as exactly as a reader needs it to object.

        Rejected Ideas
        ==============

        What else we might do, with the reasons for and against.

        """

    /// The sections that the tool's own template has, in our words.
    private var decisionBody: String {
        switch name {
        case .madr3, .madr4: Self.sections(of: TemplateText.madr)
        case .madr2, .log4brains, .pyadr: Self.sections(of: TemplateText.madrMinimal)
        case .adg: Self.anchoredBody
        default: Self.nygardBody
        }
    }

    /// A template from its first section on.
    private static func sections(of template: String) -> String {
        guard let start = template.range(ofFirst: "\n## ") else { return template }
        return String(template[template.index(after: start)...])
    }

    /// The lists that ADG expects in every front matter.
    private static let emptyLists = "tags: []\nlinks:\n  precedes: []\n  succeeds: []\ncomments: []\n"

    /// The sections of ADG, which finds them by their anchors.
    private static let anchoredBody = """
        ## <a name="question"></a> Context

        What is the situation, and which question does it put to us?

        ## <a name="options"></a> Options

        Which options are there, the one that was chosen among them?

        ## <a name="criteria"></a> Criteria

        Which forces, wishes and worries weigh in the choice?

        ## <a name="outcome"></a> Outcome

        Which option we choose, and because of which criteria.

        """

    private static let nygardBody = """
        ## Context

        Which forces are at play, and what makes a decision necessary now? State facts, not the answer.

        ## Decision

        What we will do, in whole sentences and in the active voice: "We will ...".

        ## Consequences

        What becomes easier and what becomes harder, for whom, and what we will have to watch from here on.

        """

    private static let proposalBody = """
        ## Motivation

        What hurts, for whom, and why should it be dealt with now?

        ## Proposed change

        What we propose, as exactly as a reader needs it to object.

        ## Alternatives

        What else we might do, with the reasons for and against.

        """
}

extension String {
    /// Where a short text stands for the first time.
    fileprivate func range(ofFirst text: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
