import Synchronization

extension IndexSegment {
    /// Where the postings of a term lie.
    struct TermPlace: Sendable {
        /// The number of documents.
        var count: Int
        var documents: Range<Int>
        var positions: Range<Int>
    }

    /// The place of a key; nil when no document has it.
    func place(of key: [UInt8]) throws(IndexDamage) -> TermPlace? {
        guard let block = blockIndex.lastBlock(notAfter: key) else { return nil }
        let terms = try latestBlock.withLock { (latest) throws(IndexDamage) in
            if latest.block != block {
                var terms: [(key: [UInt8], place: TermPlace)] = []
                try forEachPlace(inBlocks: block..<block + 1) { key, place in
                    terms.append((key, place))
                    return true
                }
                latest = (block, terms)
            }
            return latest.terms
        }
        return terms.first { $0.key == key }?.place
    }

    /// Gives every key that begins so, in their order, until `body` returns false.
    func forEachPlace(
        withPrefix prefix: [UInt8],
        _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) {
        let first = blockIndex.lastBlock(notAfter: prefix) ?? 0
        try forEachPlace(inBlocks: first..<blockIndex.count) { key, place in
            if key.starts(with: prefix) { return body(key, place) }
            return key.lexicographicallyPrecedes(prefix)
        }
    }

    /// Gives every word, in their order.
    func forEachWord(_ body: ([UInt8], TermPlace) -> Void) throws(IndexDamage) {
        let first = blockIndex.lastBlock(notAfter: [TermKey.firstOfWords]) ?? 0
        try forEachPlace(inBlocks: first..<blockIndex.count) { key, place in
            if TermKey.isWord(key) { body(key, place) }
            return true
        }
    }

    /// The postings of a term, with or without the positions.
    func postings(_ place: TermPlace, withPositions: Bool) throws(IndexDamage) -> PostingBytes {
        let documents = try bytes.readChecked(place.documents)
        let positions = withPositions && !place.positions.isEmpty ? try bytes.readChecked(place.positions) : []
        return PostingBytes(count: place.count, documents: documents, positions: positions)
    }

    /// The words whose stem is this.
    func words(ofStem stem: [UInt8]) throws(IndexDamage) -> [[UInt8]] {
        guard let place = try place(of: TermKey.stem(stem)) else { return [] }
        var reader = ByteReader(try bytes.readChecked(place.documents))
        var words: [[UInt8]] = []
        while !reader.isAtEnd { words.append(Array(try reader.counted())) }
        return words
    }

    /// Gives every key with its postings, in their order.
    func forEachTerm(_ body: ([UInt8], PostingBytes) throws(IndexDamage) -> Void) throws(IndexDamage) {
        var terms: [([UInt8], TermPlace)] = []
        try forEachPlace(inBlocks: 0..<blockIndex.count) { key, place in
            terms.append((key, place))
            return true
        }
        for (key, place) in terms { try body(key, try postings(place, withPositions: true)) }
    }

    /// Reads terms of successive blocks, many blocks at a time, until `body` returns false.
    private func forEachPlace(
        inBlocks range: Range<Int>,
        _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) {
        var next = range.lowerBound
        while next < range.upperBound {
            let end = min(next + (next == range.lowerBound ? 2 : 256), range.upperBound)
            let places = blockIndex.place(of: next).lowerBound..<blockIndex.place(of: end - 1).upperBound
            let base = header[.dictionary].lowerBound
            let piece = try bytes.read(places.lowerBound + base..<places.upperBound + base)
            for block in next..<end {
                let place = blockIndex.place(of: block)
                let range = place.lowerBound - places.lowerBound..<place.upperBound - places.lowerBound
                guard try readBlock(piece, range, body) else { return }
            }
            next = end
        }
    }

    private func readBlock(
        _ piece: [UInt8], _ block: Range<Int>, _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) -> Bool {
        guard block.count >= 4, block.upperBound <= piece.count else { throw IndexDamage() }
        let content = block.lowerBound..<block.upperBound - 4
        var tail = ByteReader(piece, from: content.upperBound)
        guard try tail.fixed32() == Checksum.of(piece, content) else { throw IndexDamage() }
        var reader = ByteReader(piece, from: content.lowerBound, to: content.upperBound)
        var start = try reader.varint() + header[.postings].lowerBound
        var key: [UInt8] = []
        while !reader.isAtEnd {
            let shared = try reader.varint()
            guard shared >= 0, shared <= key.count else { throw IndexDamage() }
            key.removeSubrange(shared...)
            key += try reader.counted()
            let count = try reader.varint()
            let (documents, positions) = (try reader.varint(), try reader.varint())
            guard documents >= 0, positions >= 0, documents + positions <= header[.postings].count else {
                throw IndexDamage()
            }
            let middle = start + documents + 4
            let end = positions == 0 ? middle : middle + positions + 4
            guard body(key, TermPlace(count: count, documents: start..<middle, positions: middle..<end)) else {
                return false
            }
            start = end
        }
        return true
    }
}
