import Model

/// The vocabulary as it lies in an index, of which a search makes only the concepts that its words may name.
struct CodedVocabulary: Sendable {
    private let bytes: [UInt8]
    /// Where each concept lies.
    private var places: [Range<Int>] = []

    /// Opens what `VocabularyCoding` has written.
    init(_ bytes: [UInt8]) throws(IndexDamage) {
        self.bytes = bytes
        var reader = ByteReader(bytes)
        let count = try reader.count()
        places.reserveCapacity(count)
        for _ in 0..<count { places.append(try reader.counted().indices) }
    }

    /// A vocabulary without concepts.
    init() { bytes = [] }

    var isEmpty: Bool { places.isEmpty }

    /// The concepts that have a name of which `body` says so, in the order of the file.
    func concepts(withName isWanted: (ArraySlice<UInt8>) -> Bool) throws(IndexDamage) -> [Concept] {
        var concepts: [Concept] = []
        for place in places {
            var reader = ByteReader(bytes, from: place.lowerBound, to: place.upperBound)
            var hasName = false
            try VocabularyCoding.forEachName(&reader) { name in hasName = hasName || isWanted(name) }
            if hasName { concepts.append(try concept(at: place)) }
        }
        return concepts
    }

    /// The ids of all concepts below one, however deep, in the order of the file.
    func narrower(than id: String) throws(IndexDamage) -> [String] {
        var found = [Bool](repeating: false, count: places.count)
        var pending = [Array(id.utf8)]
        while let next = pending.popLast() {
            for (number, place) in places.enumerated() where !found[number] {
                var reader = ByteReader(bytes, from: place.lowerBound, to: place.upperBound)
                let own = try reader.counted()
                for _ in 0..<(try reader.count()) where try reader.counted().elementsEqual(next) {
                    found[number] = true
                }
                if found[number] { pending.append(Array(own)) }
            }
        }
        var ids: [String] = []
        for (number, place) in places.enumerated() where found[number] {
            var reader = ByteReader(bytes, from: place.lowerBound, to: place.upperBound)
            let own = try reader.text()
            if own != id { ids.append(own) }
        }
        return ids
    }

    /// All concepts.
    func vocabulary() throws(IndexDamage) -> Vocabulary {
        var concepts: [Concept] = []
        for place in places { concepts.append(try concept(at: place)) }
        return Vocabulary(concepts)
    }

    private func concept(at place: Range<Int>) throws(IndexDamage) -> Concept {
        var reader = ByteReader(bytes, from: place.lowerBound, to: place.upperBound)
        return try VocabularyCoding.concept(&reader)
    }
}
