import Model

extension RecordSet {
    /// The number of the next proposal.
    ///
    /// - Parameter taken: names that are in use elsewhere, such as on other branches.
    package func nextProposalNumber(taken: [String]) -> Int {
        let names = ProposalNames(dialect ?? .geode, in: self)
        return names?.next(after: self.names + taken) ?? RecordName.nextNumber(after: self.names + taken)
    }
}

/// How the files of a folder of proposals are named; a new one follows its neighbours.
struct ProposalNames {
    /// What stands before the number, such as `rfc-`.
    private var prefix: String
    /// The digits that a number has at least.
    private(set) var width: Int
    private var hasSlug: Bool
    /// What stands behind number and slug: `.md`, or `/kep.yaml` where a proposal is a folder.
    private let ending: String

    /// - Returns: nil when the folder is one of decisions.
    init?(_ dialect: Dialect, in set: RecordSet) {
        guard dialect.kind == .proposal, case .number(let prefix) = dialect.names else { return nil }
        self.prefix = prefix
        (width, hasSlug, ending) =
            switch dialect.name {
            case .kip: (1, true, ".md")
            case .eip: (1, false, ".md")
            case .govuk: (3, true, ".md")
            case .pep: (4, false, ".rst")
            case .kep: (4, true, "/kep.yaml")
            default: (4, true, ".md")
            }
        let numbered = set.files.filter { $0.record.number != nil }.map(\.record.stem)
        guard let newest = numbered.first.map(Parts.init) else { return }
        self.prefix = newest.prefix
        let neighbours = numbered.map(Parts.init).filter { $0.prefix == newest.prefix }
        width = neighbours.map(\.width).min() ?? width
        hasSlug = neighbours.contains(where: \.hasSlug)
    }

    /// The number after the highest at the start of any name.
    func next(after names: [String]) -> Int { RecordName.nextNumber(after: names, prefix: prefix) }

    /// The path of a proposal within its folder.
    func file(_ number: Int, _ title: String) throws(RecordError) -> String {
        // The title has to make a name also where the tool's own names go without.
        let slug = try RecordName.slug(title)
        return prefix + padded(number, to: width) + (hasSlug ? "-\(slug)" : "") + ending
    }

    /// The parts of the stem of a proposal: `rfc-`, `003`, `-keep-orders`.
    private struct Parts {
        let prefix: String
        let width: Int
        let hasSlug: Bool

        init(_ stem: String) {
            let rest = stem.drop { !($0.isASCII && $0.isNumber) }
            prefix = String(stem.dropLast(rest.count))
            width = rest.prefix { $0.isASCII && $0.isNumber }.count
            hasSlug = width < rest.count
        }
    }
}
