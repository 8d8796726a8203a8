import Model

/// Gathers the words of a book, term by term, until `encoded` makes an index of them.
///
/// Builders of parts of a book can be filled at the same time and absorbed into one. The layout of postings is told in
/// `Postings`.
package struct IndexBuilder: Sendable {
    /// What is known of one term so far.
    struct TermEntries {
        /// The number of documents.
        var count = 0
        var lastDocument = -1
        var documents: [UInt8] = []
        var positions: [UInt8] = []
    }

    /// One place of a word: term, field and position in one number that sorts by them.
    struct Occurrence: Comparable {
        let packed: UInt64

        init(term: Int, field: Int, position: Int) {
            packed = UInt64(term) << 32 | UInt64(field) << 24 | UInt64(min(position, 0xFF_FFFF))
        }

        var term: Int { Int(packed >> 32) }
        var field: Int { Int(packed >> 24 & 0xFF) }
        var position: Int { Int(packed & 0xFF_FFFF) }

        static func < (left: Occurrence, right: Occurrence) -> Bool { left.packed < right.packed }
    }

    private(set) var terms = TermTable()
    private(set) var entries: [TermEntries] = []
    private(set) var documents: [DocumentRow] = []
    private(set) var units: [UnitRow] = []
    private(set) var blocks: [[UInt8]] = []
    private let keepsSubjects: Bool
    private var tokenizer = Tokenizer()
    private var occurrences: [Occurrence] = []

    /// The positions that lie free between two texts of one field, so that no phrase reaches from one to the other.
    static let gap = 8

    /// - Parameter keepsSubjects: Whether the index will hold the entries and passages themselves, not their words only.
    package init(keepsSubjects: Bool = true) { self.keepsSubjects = keepsSubjects }

    /// Adds what one place of the book has.
    package mutating func add(_ unit: SearchUnit) {
        var codec = SubjectWriter(text: unit.text)
        let first = documents.count
        for entry in unit.entries {
            var document = SearchDocument(entry)
            if entry.source.path != unit.name { document.keys.append(TermKey.path(entry.source.path)) }
            if keepsSubjects { codec.write(.entry(entry)) }
            add(document)
        }
        for passage in unit.passages {
            if keepsSubjects { codec.write(.passage(passage)) }
            add(SearchDocument(passage))
        }
        add(
            UnitRow(name: unit.name, files: unit.files, documents: first..<documents.count),
            block: codec.finish())
    }

    private mutating func add(_ unit: UnitRow, block: [UInt8]) {
        units.append(unit)
        blocks.append(block)
    }

    private mutating func add(_ document: SearchDocument) {
        occurrences.removeAll(keepingCapacity: true)
        var row = DocumentRow()
        for (field, texts) in document.texts.enumerated() { row[field] = take(texts, field: field) }
        occurrences.sort()
        let number = documents.count
        documents.append(row)
        for key in document.keys { addKey(key, document: number) }
        var index = 0
        while index < occurrences.count {
            var end = index + 1
            while end < occurrences.count, occurrences[end].term == occurrences[index].term { end += 1 }
            let term = occurrences[index].term
            Postings.append(occurrences[index..<end], document: number, to: &entries[term])
            index = end
        }
    }

    /// Takes the words of one field and returns their number.
    private mutating func take(_ texts: [String], field: Int) -> Int {
        var position = 0
        var length = 0
        for text in texts {
            tokenizer.read(Array(text.utf8))
            for token in tokenizer.tokens {
                let term = number(of: tokenizer.folded[token.term])
                occurrences.append(Occurrence(term: term, field: field, position: position + token.position))
            }
            length += tokenizer.length
            position += tokenizer.length + Self.gap
        }
        return length
    }

    private mutating func addKey(_ key: [UInt8], document: Int) {
        let term = number(of: key[...])
        // An entry can name a tag twice.
        guard entries[term].lastDocument != document else { return }
        Postings.append([], document: document, to: &entries[term])
    }

    private mutating func number(of term: ArraySlice<UInt8>) -> Int {
        let (number, isNew) = terms.intern(term)
        if isNew { entries.append(TermEntries()) }
        return number
    }

    /// Adds all that another builder has gathered.
    package mutating func absorb(_ other: IndexBuilder) {
        let offset = documents.count
        documents += other.documents
        for (unit, block) in zip(other.units, other.blocks) { add(unit.moved(documents: offset), block: block) }
        for term in 0..<other.terms.count {
            let number = number(of: other.terms[term])
            Postings.append(other.entries[term], movedBy: offset, to: &entries[number])
        }
    }

    /// Adds what an index has of the units that are still wanted, without reading their sources again.
    package mutating func absorb(_ index: IndexSegment, where isWanted: (UnitRow) -> Bool) throws(IndexDamage) {
        var numbers = [Int](repeating: -1, count: index.documentCount)
        for (place, unit) in index.units.enumerated() where isWanted(unit) {
            let first = documents.count
            for old in unit.documents {
                numbers[old] = documents.count
                documents.append(index.document(old))
            }
            add(
                UnitRow(name: unit.name, files: unit.files, documents: first..<documents.count),
                block: try index.block(ofUnit: place))
        }
        try index.forEachTerm { (key, postings) throws(IndexDamage) in
            guard !TermKey.isStem(key) else { return }
            let term = number(of: key[...])
            try copy(postings, to: term, numbers)
        }
    }

    /// Adds the postings of a term in an index, with the present numbers of its documents; -1 for those not wanted.
    private mutating func copy(_ postings: PostingBytes, to term: Int, _ numbers: [Int]) throws(IndexDamage) {
        let isWanted = { (old: Int) in numbers[old] >= 0 }
        guard !postings.positions.isEmpty else {
            return try postings.forEachField(below: numbers.count, where: isWanted) { old, _, _ in
                Postings.append([], document: numbers[old], to: &entries[term])
            }
        }
        var document = -1
        occurrences.removeAll(keepingCapacity: true)
        try postings.forEachPosition(below: numbers.count, where: isWanted) { old, field, position in
            if document != old, document >= 0 { endDocument(document) }
            document = old
            occurrences.append(Occurrence(term: 0, field: field, position: position))
        }
        if document >= 0 { endDocument(document) }

        func endDocument(_ old: Int) {
            Postings.append(occurrences[...], document: numbers[old], to: &entries[term])
            occurrences.removeAll(keepingCapacity: true)
        }
    }
}

/// What the index has of one entry or passage for all searches: the number of words in each field.
struct DocumentRow: Sendable {
    private var lengths: [6 of UInt16] = .init(repeating: 0)

    /// The lengths beyond which a field counts as no longer.
    static let longest = [255, 255, 255, 255, 65_535, 65_535]

    subscript(field: Int) -> Int {
        get { Int(lengths[field]) }
        set { lengths[field] = UInt16(clamping: min(newValue, Self.longest[field])) }
    }
}

/// One place of the book in the index.
package struct UnitRow: Sendable, Equatable {
    package var name: String
    package var files: [FileStamp]
    /// The numbers of its documents.
    package var documents: Range<Int>

    func moved(documents offset: Int) -> UnitRow {
        UnitRow(
            name: name, files: files,
            documents: documents.lowerBound + offset..<documents.upperBound + offset)
    }
}
