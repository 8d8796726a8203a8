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
        var found: TermPlace?
        try forEachPlace(inBlocks: block..<block + 1) { other, _, place in
            if other == key { found = place }
            return found == nil
        }
        return found
    }

    /// Gives every key that begins so, in their order, until `body` returns false.
    func forEachPlace(
        withPrefix prefix: [UInt8],
        _ body: ([UInt8], TermPlace) -> Bool
    ) throws(IndexDamage) {
        let first = blockIndex.lastBlock(notAfter: prefix) ?? 0
        try forEachPlace(inBlocks: first..<blockIndex.count) { key, _, place in
            if key.starts(with: prefix) { return body(key, place) }
            return key.lexicographicallyPrecedes(prefix)
        }
    }

    /// Gives every word near another with the number of errors, in their order.
    func forEachWord(
        near distance: EditDistance,
        _ body: (_ word: [UInt8], _ errors: Int) -> Void
    ) throws(IndexDamage) {
        var near = NearWords(distance)
        var piece = DictionaryPiece()
        for block in (blockIndex.lastBlock(notAfter: [TermKey.firstOfWords]) ?? 0)..<blockIndex.count {
            if near.passesOver(from: blockIndex.firstKey(of: block), to: blockIndex.firstKey(of: block + 1)) {
                continue
            }
            if !piece.blocks.contains(block) { piece = try self.piece(block..<min(block + 64, blockIndex.count)) }
            _ = try readBlock(block, of: piece) { key, shared, _ in
                if TermKey.isWord(key), let errors = near.errors(in: key, sharing: shared) { body(key, errors) }
                return true
            }
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
        try forEachPlace(inBlocks: 0..<blockIndex.count) { key, _, place in
            terms.append((key, place))
            return true
        }
        for (key, place) in terms { try body(key, try postings(place, withPositions: true)) }
    }

    /// Reads terms of successive blocks, many blocks at a time, until `body` returns false.
    private func forEachPlace(
        inBlocks range: Range<Int>,
        _ body: (_ key: [UInt8], _ shared: Int, TermPlace) -> Bool
    ) throws(IndexDamage) {
        var next = range.lowerBound
        while next < range.upperBound {
            let end = min(next + (next == range.lowerBound ? 2 : 256), range.upperBound)
            let piece = try piece(next..<end)
            for block in piece.blocks {
                guard try readBlock(block, of: piece, body) else { return }
            }
            next = end
        }
    }

    /// Successive blocks of the dictionary.
    private struct DictionaryPiece {
        var blocks = 0..<0
        /// Where the first of them begins in the dictionary.
        var start = 0
        var bytes: [UInt8] = []
    }

    private func piece(_ blocks: Range<Int>) throws(IndexDamage) -> DictionaryPiece {
        let start = blockIndex.place(of: blocks.lowerBound).lowerBound
        let end = blockIndex.place(of: blocks.upperBound - 1).upperBound
        let base = header[.dictionary].lowerBound
        return DictionaryPiece(blocks: blocks, start: start, bytes: try bytes.read(base + start..<base + end))
    }

    private func readBlock(
        _ number: Int, of piece: DictionaryPiece, _ body: (_ key: [UInt8], _ shared: Int, TermPlace) -> Bool
    ) throws(IndexDamage) -> Bool {
        let place = blockIndex.place(of: number)
        let (bytes, block) = (piece.bytes, place.lowerBound - piece.start..<place.upperBound - piece.start)
        guard block.count >= 4, block.upperBound <= bytes.count else { throw IndexDamage() }
        let content = block.lowerBound..<block.upperBound - 4
        var tail = ByteReader(bytes, from: content.upperBound)
        guard try tail.fixed32() == Checksum.of(bytes, content) else { throw IndexDamage() }
        var reader = ByteReader(bytes, from: content.lowerBound, to: content.upperBound)
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
            let place = TermPlace(count: count, documents: start..<middle, positions: middle..<end)
            guard body(key, shared, place) else { return false }
            start = end
        }
        return true
    }
}
