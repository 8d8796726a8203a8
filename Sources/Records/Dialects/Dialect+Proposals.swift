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
        $0.decidersKey = "Decider"
    }

    /// An improvement proposal of Apache Kafka: the section "Status" tells the current state.
    static let kip = make(.kip, "Kafka KIP", .proposal) {
        $0.status = .line(mark: "")
        $0.statusKey = "Current state"
        $0.words = [.discussion: "Under Discussion", .dropped: "Discarded"]
        ($0.names, $0.prefix) = (.number(prefix: "kip-"), "KIP-")
        $0.dateKey = nil
    }

    /// The text RFCs of Rust: accepted because they are merged; no field tells a status.
    static let rustRFC = make(.rustRFC, "Rust RFC", .proposal) {
        $0.status = .line(mark: "- ")
        $0.successor = .statusText(.link)
        $0.predecessor = .field("Supersedes", .link)
        $0.other = .section("Prior art", mark: "- ")
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
        $0.words = [.proposed: "proposed", .active: "released", .withdrawn: "closed", .superseded: "closed"]
    }

    /// The RFCs of NixOS: front matter without a status, accepted because they are merged.
    static let nixos = make(.nixos, "NixOS RFC", .proposal) {
        $0.useFrontMatter()
        $0.missing = .accepted
        $0.dateKey = "start-date"
        $0.useReplacement()
        $0.decidersKey = "shepherd-team"
    }

    /// The improvement proposals of Ethereum: front matter, with a deadline for the last call.
    static let eip = make(.eip, "EIP", .proposal) {
        $0.useFrontMatter()
        $0.isCapitalized = true
        $0.words = [.discussion: "Review", .accepted: "Final", .active: "Living", .deferred: "Stagnant"]
        $0.dateKey = "created"
        ($0.names, $0.prefix) = (.number(prefix: "eip-"), "EIP-")
        ($0.successor, $0.predecessor) = (.field("superseded-by", .number), .field("replaces", .number))
        $0.other = .section("Related", mark: "- ")
    }

    /// The RFCs of GOV.UK: front matter with a status and a state of implementation.
    static let govuk = make(.govuk, "GOV.UK RFC", .proposal) {
        $0.useFrontMatter()
        $0.names = .number(prefix: "rfc-")
        $0.dateKey = "status_last_reviewed"
        ($0.successor, $0.predecessor) = (.field("superseded_by", .link), .field("supersedes", .link))
        $0.other = .section("Related", mark: "- ")
    }

    /// The enhancement proposals of Python: headers before a blank line.
    static let pep = make(.pep, "PEP", .proposal) {
        $0.status = .line(mark: "")
        $0.dateKey = "Created"
        ($0.names, $0.prefix) = (.number(prefix: "pep-"), "PEP-")
        ($0.successor, $0.predecessor) = (.field("Superseded-By", .number), .field("Replaces", .number))
        $0.other = .field("Related", .number)
    }

    /// The proposals of Swift Evolution: a list under the title.
    static let swiftEvolution = make(.swiftEvolution, "Swift Evolution", .proposal) {
        $0.prefix = "SE-"
        $0.status = .line(mark: "* ")
        $0.dateKey = nil
        $0.words = [.discussion: "Active review", .active: "Implemented"]
        ($0.successor, $0.predecessor) = (.field("Superseded by", .link), .field("Supersedes", .link))
        $0.other = .section("Related", mark: "* ")
    }

    /// The enhancement proposals of Kubernetes: a `kep.yaml` in a folder of its own.
    static let kep = make(.kep, "KEP", .proposal) {
        $0.useFrontMatter()
        $0.words = [
            .draft: "provisional", .accepted: "implementable", .active: "implemented", .superseded: "replaced",
        ]
        $0.dateKey = "creation-date"
        $0.decidersKey = "approvers"
        ($0.successor, $0.predecessor) = (.field("superseded-by", .stem), .field("replaces", .stem))
        $0.other = .field("see-also", .stem)
    }

    private mutating func useReplacement() {
        (successor, predecessor) = (.field("superseded-by", .number), .field("supersedes", .number))
        other = .section("Related", mark: "- ")
    }
}

extension RecordDialect {
    package static let geode = RecordDialect(rawValue: "geode")
    package static let kip = RecordDialect(rawValue: "kip")
    package static let rustRFC = RecordDialect(rawValue: "rust-rfc")
    package static let ember = RecordDialect(rawValue: "ember")
    package static let nixos = RecordDialect(rawValue: "nixos")
    package static let eip = RecordDialect(rawValue: "eip")
    package static let govuk = RecordDialect(rawValue: "govuk")
    package static let pep = RecordDialect(rawValue: "pep")
    package static let swiftEvolution = RecordDialect(rawValue: "swift-evolution")
    package static let kep = RecordDialect(rawValue: "kep")
}
