package import Model

extension Dialect {
    /// The dialects of proposals.
    package static let proposals = [
        geode, kip, rustRFC, ember, nixos, eip, govuk, pep, swiftEvolution, kep,
    ]

    /// The lightweight RFC of Apache Geode: lines under the title, with the day by which it is to be reviewed.
    static let geode = make(.geode, "Geode RFC", .proposal) {
        $0.status = .line(mark: "")
        $0.successor = .field("Superseded by", .link)
        $0.predecessor = .field("Related", .link)
        $0.other = .field("Related", .link)
        $0.names = .number(prefix: "rfc-")
    }

    /// An improvement proposal of Apache Kafka: the section "Status" tells the current state.
    static let kip = make(.kip, "Kafka KIP", .proposal) {
        $0.status = .line(mark: "")
        $0.statusKey = "Current state"
        $0.words = [.discussion: "Under Discussion", .dropped: "Discarded"]
        ($0.names, $0.prefix) = (.number(prefix: "kip-"), "KIP-")
        $0.dateKey = nil
        $0.fieldsAreParagraphs = true
    }

    /// The text RFCs of Rust: accepted because they are merged; no field tells a status.
    static let rustRFC = make(.rustRFC, "Rust RFC", .proposal) {
        $0.status = .line(mark: "- ")
        $0.successor = .statusText(.link)
        $0.predecessor = .field("Supersedes", .link)
        $0.other = .section("Related", mark: "- ")
        $0.isCapitalized = false
        $0.missing = .accepted
        $0.dateKey = "Start Date"
    }

    /// The RFCs of Ember: front matter with a stage.
    static let ember = make(.ember, "Ember RFC", .proposal) {
        $0.useFrontMatter()
        $0.statusKey = "stage"
        $0.dateKey = "start-date"
        $0.useReplacement()
        $0.words = [
            .draft: "proposed", .proposed: "proposed", .discussion: "exploring", .active: "released",
            .rejected: "closed", .dropped: "closed", .withdrawn: "closed", .superseded: "closed",
            .deprecated: "discontinued",
        ]
    }

    /// The RFCs of NixOS: front matter without a status, accepted because they are merged.
    static let nixos = make(.nixos, "NixOS RFC", .proposal) {
        $0.useFrontMatter()
        $0.missing = .accepted
        $0.dateKey = "start-date"
        $0.useReplacement()
        $0.process.authors = "author"
        $0.process.decider = "shepherd-leader"
    }

    /// The improvement proposals of Ethereum: front matter, with a deadline for the last call.
    ///
    /// EIP-1 has no word for what is superseded; the successor is named beside the status that the proposal has.
    static let eip = make(.eip, "EIP", .proposal) {
        $0.useFrontMatter()
        $0.isCapitalized = true
        $0.words = [
            .proposed: "Draft", .discussion: "Last Call", .accepted: "Final", .active: "Living",
            .deferred: "Stagnant", .rejected: "Withdrawn", .dropped: "Withdrawn",
        ]
        $0.marksSuperseded = false
        $0.titlesByField = true
        $0.dateKey = "created"
        $0.process.authors = "author"
        $0.process.deadline = "last-call-deadline"
        ($0.names, $0.prefix) = (.number(prefix: "eip-"), "EIP-")
        ($0.successor, $0.predecessor) = (.field("superseded-by", .number), .field("replaces", .number))
        $0.other = .section("Related", mark: "- ")
    }

    /// The RFCs of GOV.UK: front matter with a status and a state of implementation.
    static let govuk = make(.govuk, "GOV.UK RFC", .proposal) {
        $0.useFrontMatter()
        $0.words = [.draft: "proposed", .discussion: "proposed", .dropped: "withdrawn"]
        $0.process.deadline = "review_by"
        $0.names = .number(prefix: "rfc-")
        $0.dateKey = "status_last_reviewed"
        ($0.successor, $0.predecessor) = (.field("superseded_by", .link), .field("supersedes", .link))
        $0.other = .section("Related", mark: "- ")
    }

    /// The enhancement proposals of Python: headers before a blank line.
    static let pep = make(.pep, "PEP", .proposal) {
        $0.status = .line(mark: "")
        $0.words = [.proposed: "Draft", .discussion: "Draft", .dropped: "Withdrawn"]
        $0.process = .headers
        $0.titlesByField = true
        $0.dateKey = "Created"
        ($0.names, $0.prefix) = (.number(prefix: "pep-"), "PEP-")
        ($0.successor, $0.predecessor) = (.field("Superseded-By", .number), .field("Replaces", .number))
        $0.other = .field("Related", .number)
    }

    /// The proposals of Swift Evolution: a list under the title, the days of review in the status.
    static let swiftEvolution = make(.swiftEvolution, "Swift Evolution", .proposal) {
        $0.prefix = "SE-"
        $0.status = .line(mark: "* ")
        $0.dateKey = nil
        $0.datesStatus = true
        $0.process.decider = "Review Manager"
        $0.words = [
            .draft: "Awaiting review", .proposed: "Awaiting review", .discussion: "Active review",
            .active: "Implemented", .dropped: "Withdrawn",
        ]
        ($0.successor, $0.predecessor) = (.field("Superseded by", .link), .field("Supersedes", .link))
        $0.other = .section("Related", mark: "* ")
    }

    /// The enhancement proposals of Kubernetes: a `kep.yaml` in a folder of its own.
    static let kep = make(.kep, "KEP", .proposal) {
        $0.useFrontMatter()
        $0.words = [
            .draft: "provisional", .proposed: "provisional", .discussion: "provisional", .accepted: "implementable",
            .active: "implemented", .superseded: "replaced", .dropped: "withdrawn",
        ]
        $0.titlesByField = true
        $0.dateKey = "creation-date"
        $0.process.decider = "approvers"
        ($0.successor, $0.predecessor) = (.field("superseded-by", .stem), .field("replaces", .stem))
        $0.other = .field("see-also", .stem)
    }

    /// Names successor and predecessor by their numbers.
    private mutating func useReplacement() {
        (successor, predecessor) = (.field("superseded-by", .number), .field("supersedes", .number))
        other = .section("Related", mark: "- ")
    }
}

extension RecordDialect {
    /// The lightweight RFC of Apache Geode.
    package static let geode = RecordDialect(rawValue: "geode")
    /// The improvement proposals of Apache Kafka.
    package static let kip = RecordDialect(rawValue: "kip")
    /// The text RFCs of Rust.
    package static let rustRFC = RecordDialect(rawValue: "rust-rfc")
    /// The RFCs of Ember.
    package static let ember = RecordDialect(rawValue: "ember")
    /// The RFCs of NixOS.
    package static let nixos = RecordDialect(rawValue: "nixos")
    /// The improvement proposals of Ethereum.
    package static let eip = RecordDialect(rawValue: "eip")
    /// The RFCs of GOV.UK.
    package static let govuk = RecordDialect(rawValue: "govuk")
    /// The enhancement proposals of Python.
    package static let pep = RecordDialect(rawValue: "pep")
    /// The proposals of Swift Evolution.
    package static let swiftEvolution = RecordDialect(rawValue: "swift-evolution")
    /// The enhancement proposals of Kubernetes.
    package static let kep = RecordDialect(rawValue: "kep")
}
