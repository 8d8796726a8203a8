import Model

/// The diagrams of a book, with what the rules about them ask for.
struct DiagramShelf {
    let book: Book
    let records: RecordShelf
    /// The elements of all models, each once, however many blocks use its file.
    let elements: [ArchitectureModel.Element]
    /// The stated relationships of all models, each once.
    let relationships: [ArchitectureModel.Relationship]
    /// The places at which the elements are declared that any view shows.
    let shownPlaces: Set<Source>

    init(_ book: Book, records: RecordShelf) {
        self.book = book
        self.records = records
        var seen: Set<Source> = []
        elements = book.models.flatMap(\.elements).filter { seen.insert($0.source).inserted }
        var stated: Set<Source> = []
        relationships = book.models.flatMap(\.relationships).filter { stated.insert($0.source).inserted }
        shownPlaces = Set(book.models.flatMap(\.elements).filter(\.isShown).map(\.source))
    }

    /// The values of a property, which commas set apart.
    static func values(_ name: String, of element: ArchitectureModel.Element) -> [String] {
        (element.properties[name] ?? "").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The record of a kind that a number, a stem or the beginning of one names.
    func record(_ name: String, of kind: EntryKind) -> RecordShelf.Item? {
        let rivals = records.items.filter { $0.entry.kind == kind }
        if let number = Int(name) { return rivals.first { $0.record.number == number } }
        return rivals.first { $0.record.stem == name } ?? rivals.first { $0.record.stem.hasPrefix(name) }
    }
}

/// A rule that the diagrams of a book can break.
protocol DiagramRule: Sendable {
    /// The rule's name, its severity and its page in the documentation.
    static var about: RuleDescription { get }

    /// The findings in a book's diagrams; none when the rule is kept.
    func findings(in shelf: DiagramShelf) -> [Finding]
}
