import Model

/// The decisions and proposals of a book, with what the rules about them ask for.
struct RecordShelf {
    /// One record and the entry that it is.
    struct Item {
        let entry: Entry
        let record: Record

        /// "decision" or "proposal".
        var noun: String { entry.kind.rawValue }
        /// The group of commands for records of the sort.
        var command: String { entry.kind == .decision ? "adr" : "rfc" }
        /// How a person calls the record: "ADR 7", "RFC 3", or its stem.
        var name: String {
            record.number.map { "\(entry.kind == .decision ? "ADR" : "RFC") \($0)" } ?? record.stem
        }
        /// The first link to another record; else the place of the status, where relations stand as a rule.
        func place(of relation: RecordRelation) -> SourceRange? {
            relation.target.flatMap { record.places.links[$0] } ?? record.places.status
        }
        /// The folder that the record is in; numbers count within it.
        var folder: Substring {
            entry.source.path.lastIndex(of: "/").map { entry.source.path[..<$0] } ?? ""
        }
    }

    let items: [Item]
    /// The day on which the book is looked at.
    let today: Day?
    /// What records say of others that do not say it back, and how these can.
    let oneWayStatements: [OneWayStatement]
    let replies: [OneWayStatement: Fix]
    private let byStem: [String: Item]
    private let byPath: [String: Item]
    private let byMention: [RecordPlaces.Mention: [Item]]
    /// For each stem those of the records that supersede it, whoever of the two says so.
    private let successorsByStem: [String: Set<String>]

    init(_ book: Book, today: Day?) {
        items = book.entries.compactMap { entry in entry.record.map { Item(entry: entry, record: $0) } }
        self.today = today
        (oneWayStatements, replies) = (book.oneWayStatements, book.replies)
        byPath = Dictionary(items.map { ($0.entry.source.path, $0) }) { first, _ in first }
        byMention = Dictionary(grouping: items) { item in
            RecordPlaces.Mention(kind: item.entry.kind, number: item.record.number ?? -1)
        }
        byStem = Dictionary(items.map { ($0.record.stem, $0) }) { first, _ in first }
        var successors: [String: Set<String>] = [:]
        for item in items {
            for relation in item.record.relations {
                guard let target = relation.target else { continue }
                if relation.kind == .supersedes { successors[target, default: []].insert(item.record.stem) }
                if relation.kind == .supersededBy { successors[item.record.stem, default: []].insert(target) }
            }
        }
        successorsByStem = successors
    }

    subscript(stem: String) -> Item? { byStem[stem] }

    /// The record in a file.
    func item(at path: String) -> Item? { byPath[path] }

    /// The record that is called by a sort and a number; nil where none has it or several have.
    subscript(mention: RecordPlaces.Mention) -> Item? {
        guard let found = byMention[mention], found.count == 1 else { return nil }
        return found.first
    }

    /// Whether one record says something of a kind about another.
    func states(_ item: Item, _ kind: RecordRelation.Kind, about stem: String) -> Bool {
        item.record.relations.contains { $0.kind == kind && $0.target == stem }
    }

    /// The stems of the records that supersede one, sorted.
    func successors(of item: Item) -> [String] { (successorsByStem[item.record.stem] ?? []).sorted() }

}

/// A rule that the records of a book can break.
protocol RecordRule: Sendable {
    /// The rule's name, its severity and its page in the documentation.
    static var about: RuleDescription { get }

    /// The findings in a book's records; none when the rule is kept.
    func findings(in shelf: RecordShelf) -> [Finding]
}

extension Finding {
    /// A finding about a record, at a place in it or at its beginning.
    init(
        _ rule: RuleDescription,
        _ item: RecordShelf.Item,
        _ message: String,
        severity: Severity? = nil,
        at place: SourceRange? = nil,
        fixes: [Fix] = []
    ) {
        self.init(
            rule: rule.id, severity: severity ?? rule.severity, path: item.entry.source.path,
            range: place ?? SourceRange(at: item.entry.source.range.start), message: message, fixes: fixes)
    }
}
