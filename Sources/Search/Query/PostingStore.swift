/// What one part of an index has of a key, by the numbers that its documents have in the whole.
struct PostingList {
    let part: SegmentSet.Part
    let place: IndexSegment.TermPlace
    let bytes: PostingBytes

    init(_ part: SegmentSet.Part, _ place: IndexSegment.TermPlace) throws(IndexDamage) {
        self.part = part
        self.place = place
        bytes = try part.segment.postings(place, withPositions: false)
    }

    /// Gives the occurrences in each field of the documents that hold and are wanted.
    func forEachField(
        where isWanted: (_ document: Int) -> Bool,
        _ body: (_ document: Int, _ field: Int, _ count: Int) -> Void
    ) throws(IndexDamage) {
        let (base, isDropped) = (part.base, part.isDropped)
        let holds = { (local: Int) in (isDropped.isEmpty || !isDropped[local]) && isWanted(base + local) }
        try bytes.forEachField(below: part.segment.documentCount, where: holds) { local, field, count in
            body(base + local, field, count)
        }
    }

    /// Gives every position in the documents that hold and are wanted.
    func forEachPosition(
        where isWanted: (_ document: Int) -> Bool,
        _ body: (_ document: Int, _ field: Int, _ position: Int) -> Void
    ) throws(IndexDamage) {
        let (base, isDropped) = (part.base, part.isDropped)
        let whole = try part.segment.postings(place, withPositions: true)
        let holds = { (local: Int) in (isDropped.isEmpty || !isDropped[local]) && isWanted(base + local) }
        try whole.forEachPosition(below: part.segment.documentCount, where: holds) { local, field, position in
            body(base + local, field, position)
        }
    }
}

/// The postings that one query needs, each read once.
final class PostingStore {
    let segments: SegmentSet
    private var lists: [[UInt8]: [PostingList]] = [:]

    init(_ segments: SegmentSet) { self.segments = segments }

    /// What the parts of the index have of a key.
    func lists(of key: [UInt8]) throws(IndexDamage) -> [PostingList] {
        if let known = lists[key] { return known }
        let found = try segments.lists(of: key)
        lists[key] = found
        return found
    }

    /// Gives every position of a word in the documents that are wanted.
    func forEachPosition(
        of word: [UInt8],
        where isWanted: (_ document: Int) -> Bool,
        _ body: (_ document: Int, _ field: Int, _ position: Int) -> Void
    ) throws(IndexDamage) {
        for list in try lists(of: word) { try list.forEachPosition(where: isWanted, body) }
    }

    /// Gives every document that has a key.
    func forEachDocument(of key: [UInt8], _ body: (_ document: Int) -> Void) throws(IndexDamage) {
        for list in try lists(of: key) {
            try list.forEachField(where: { _ in true }) { document, _, _ in body(document) }
        }
    }
}
