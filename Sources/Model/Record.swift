/// A decision or a proposal: a numbered document with a lifecycle.
///
/// The identity of a record is its file's stem; the number is an alias.
package struct Record: Sendable, Equatable {
    /// The file name without its extension.
    package var stem: String
    package var number: Int?
    package var status: RecordStatus
    /// The status as the file has it; nil when it states none.
    package var statusText: String?
    package var date: Day?
    package var deciders: [String]
    /// What the record says of others; only the forward relation is truth, the reverse one is derived.
    package var relations: [RecordRelation]
    /// The conventions that the file follows.
    package var dialect: RecordDialect
    /// The state of the team's own process that the record is in; nil where it is none but the status.
    package var state: String?
    /// The day by which a proposal is to be reviewed.
    package var deadline: Day?
    /// The day on which the record is to be looked at again.
    package var revisit: Day?
    /// Where the parts of the record stand in its file.
    package var places = RecordPlaces()
    /// The ids of the elements of diagrams that the record is about.
    package var elements: [String] = []

    package init(
        stem: String,
        number: Int?,
        status: RecordStatus,
        statusText: String?,
        date: Day?,
        deciders: [String] = [],
        relations: [RecordRelation] = [],
        dialect: RecordDialect
    ) {
        self.stem = stem
        self.number = number
        self.status = status
        self.statusText = statusText
        self.date = date
        self.deciders = deciders
        self.relations = relations
        self.dialect = dialect
    }
}

/// Where a record stands in its life, in one vocabulary for all dialects.
package enum RecordStatus: String, Sendable, CaseIterable {
    case draft, proposed, discussion, accepted, active, rejected, dropped, withdrawn, deprecated, superseded, deferred
    /// The file's own word could not be understood; a finding says so.
    case unknown

    /// Whether the record binds readers today.
    package var isInForce: Bool { self == .accepted || self == .active }
}

/// One statement of a record about another.
package struct RecordRelation: Sendable, Hashable {
    package var kind: Kind
    /// The words that stand before the link: `Supersedes`, `Clarified by`.
    package var verb: String
    /// The stem of the record that is meant; nil when it could not be found out.
    package var target: String?
    /// The title or number by which the file calls it.
    package var targetText: String
    /// Where the link leads, as the file has it; nil where there is no link.
    package var destination: String?

    package init(kind: Kind, verb: String, target: String?, targetText: String, destination: String? = nil) {
        self.kind = kind
        self.verb = verb
        self.target = target
        self.targetText = targetText
        self.destination = destination
    }

    /// The sorts of relation that the lifecycle knows; every other verb is `other`.
    package enum Kind: String, Sendable {
        case supersedes, supersededBy, amends, amendedBy, clarifies, clarifiedBy, relatesTo, other

        /// What the other record has to say back; nil where nothing has to be said.
        package var reverse: Kind? {
            switch self {
            case .supersedes: .supersededBy
            case .supersededBy: .supersedes
            case .amends: .amendedBy
            case .amendedBy: .amends
            case .clarifies: .clarifiedBy
            case .clarifiedBy: .clarifies
            case .relatesTo, .other: nil
            }
        }

        /// The words that stand before a link of the kind; nil for kinds that have none of their own.
        package var words: String? {
            switch self {
            case .supersedes: "Supersedes"
            case .supersededBy: "Superseded by"
            case .amends: "Amends"
            case .amendedBy: "Amended by"
            case .clarifies: "Clarifies"
            case .clarifiedBy: "Clarified by"
            case .relatesTo, .other: nil
            }
        }
    }
}

/// The file conventions of one record tool.
package struct RecordDialect: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The format of Michael Nygard's article of 2011, as adr-tools writes it.
    package static let nygard = RecordDialect(rawValue: "nygard")
}
