import Model

/// The indexes that a search goes through as if they were one, without what has been replaced since.
package struct SegmentSet: Sendable {
    /// One index, and which of its units still hold.
    struct Part: Sendable {
        var segment: IndexSegment
        /// The number of its first document.
        var base: Int
        /// Whether a document still holds, by its number in the segment; empty when all do.
        var isDropped: [Bool]
    }

    private(set) var parts: [Part] = []
    /// The number of documents of all parts, dropped ones included.
    private(set) var capacity = 0
    /// The number of documents that hold.
    private(set) var documentCount = 0
    /// The number of words in each field of the documents that hold.
    private(set) var lengths = [Int](repeating: 0, count: 6)

    package init() {}

    /// Adds an index without the units of these names.
    package mutating func add(_ segment: IndexSegment, without dropped: Set<String> = []) {
        var part = Part(segment: segment, base: capacity, isDropped: [])
        var count = segment.documentCount
        for field in 0..<6 { lengths[field] += segment.lengths[field] }
        for unit in segment.units where dropped.contains(unit.name) {
            if part.isDropped.isEmpty { part.isDropped = Array(repeating: false, count: segment.documentCount) }
            for document in unit.documents {
                part.isDropped[document] = true
                for field in 0..<6 { lengths[field] -= segment.length(field, of: document) }
            }
            count -= unit.documents.count
        }
        parts.append(part)
        capacity += segment.documentCount
        documentCount += count
    }

    /// The index that holds a document, and the document's number there.
    func locate(_ document: Int) -> (segment: IndexSegment, number: Int)? {
        parts.last { $0.base <= document }.map { ($0.segment, document - $0.base) }
    }

    /// Documents by the parts that hold them, by their numbers there, each part's in their order.
    func divided(_ documents: [Int]) -> [(part: Part, locals: [Int])] {
        let sorted = documents.sorted()
        return parts.map { part in
            let numbers = part.base..<part.base + part.segment.documentCount
            return (part, sorted.filter(numbers.contains).map { $0 - part.base })
        }
    }

    /// Whether a document still holds.
    func holds(_ document: Int) -> Bool {
        guard let part = parts.last(where: { $0.base <= document }), !part.isDropped.isEmpty else { return true }
        return !part.isDropped[document - part.base]
    }

    /// The path of the unit of a document.
    func path(of document: Int) -> String {
        guard let (segment, number) = locate(document) else { return "" }
        let unit = segment.unit(of: number)
        return segment.units.indices.contains(unit) ? segment.units[unit].name : ""
    }

    func length(_ field: Int, of document: Int) -> Int {
        var number = parts.count - 1
        while number > 0, parts[number].base > document { number -= 1 }
        return number < 0 ? 0 : parts[number].segment.length(field, of: document - parts[number].base)
    }

    /// Whether a document with this key holds.
    func contains(_ key: [UInt8]) throws(IndexDamage) -> Bool { try count(of: key) > 0 }

    /// The number of documents that hold and have a key.
    func count(of key: [UInt8]) throws(IndexDamage) -> Int {
        var count = 0
        for part in parts {
            guard let place = try part.segment.place(of: key) else { continue }
            if part.isDropped.isEmpty {
                count += place.count
            } else {
                var last = -1
                try PostingList(part, place).forEachField(where: { _ in true }) { document, _, _ in
                    if document != last { count += 1 }
                    last = document
                }
            }
        }
        return count
    }

    /// What the parts have of a key.
    func lists(of key: [UInt8]) throws(IndexDamage) -> [PostingList] {
        var lists: [PostingList] = []
        for part in parts {
            if let place = try part.segment.place(of: key) { lists.append(try PostingList(part, place)) }
        }
        return lists
    }

    /// All words of a stem that some document has, sorted.
    func words(ofStem stem: [UInt8]) throws(IndexDamage) -> [[UInt8]] {
        var words: [[UInt8]] = []
        for part in parts { words += try part.segment.words(ofStem: stem) }
        return try held(words)
    }

    /// All words that begin so, sorted.
    func words(withPrefix prefix: [UInt8]) throws(IndexDamage) -> [[UInt8]] {
        var words: [[UInt8]] = []
        for part in parts {
            try part.segment.forEachPlace(withPrefix: prefix) { key, _ in
                words.append(key)
                return true
            }
        }
        return try held(words)
    }

    /// All words near another, with the number of errors, sorted.
    func words(near distance: EditDistance) throws(IndexDamage) -> [(word: [UInt8], errors: Int)] {
        var found: [[UInt8]: Int] = [:]
        for part in parts {
            try part.segment.forEachWord(near: distance) { word, errors in found[word] = errors }
        }
        return try held(Array(found.keys)).map { ($0, found[$0] ?? 0) }
    }

    /// Those of some words that a document has that holds, sorted and each once.
    private func held(_ words: [[UInt8]]) throws(IndexDamage) -> [[UInt8]] {
        var held: [[UInt8]] = []
        let needsLook = parts.contains { !$0.isDropped.isEmpty }
        for word in words.sorted(by: { $0.precedes($1) }) where held.last != word {
            if !needsLook { held.append(word) } else if try contains(word) { held.append(word) }
        }
        return held
    }
}
