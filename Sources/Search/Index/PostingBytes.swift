/// The postings of one term as they are read from an index; `Postings` tells their layout.
struct PostingBytes {
    /// The number of documents.
    var count: Int
    var documents: [UInt8]
    /// Empty where they were not asked for.
    var positions: [UInt8] = []

    /// Gives the occurrences in each field of the documents that are wanted, in their order.
    ///
    /// A key without positions gives one field with no occurrence.
    ///
    /// - Parameter limit: the number of documents of the index.
    func forEachField(
        below limit: Int,
        where isWanted: (_ document: Int) -> Bool,
        _ body: (_ document: Int, _ field: Int, _ count: Int) throws(IndexDamage) -> Void
    ) throws(IndexDamage) {
        let bytes = documents.span
        var (index, document) = (0, -1)
        while index < bytes.count {
            document += try Self.varint(bytes, &index)
            guard document >= 0, document < limit else { throw IndexDamage() }
            let isWanted = isWanted(document)
            var hasMore = true
            while hasMore {
                guard index < bytes.count else { throw IndexDamage() }
                let byte = bytes[index]
                index += 1
                var count = Int(byte >> 4)
                if count == Postings.largest { count += try Self.varint(bytes, &index) }
                guard byte & 7 < 6 else { throw IndexDamage() }
                if isWanted { try body(document, Int(byte & 7), count) }
                hasMore = byte & Postings.more != 0
            }
        }
    }

    /// Gives every position in the documents that are wanted, by field.
    func forEachPosition(
        below limit: Int,
        where isWanted: (_ document: Int) -> Bool,
        _ body: (_ document: Int, _ field: Int, _ position: Int) -> Void
    ) throws(IndexDamage) {
        let places = positions.span
        var index = 0
        try forEachField(below: limit, where: { _ in true }) { (document, field, count) throws(IndexDamage) in
            let isWanted = isWanted(document)
            var position = 0
            for _ in 0..<count {
                position += try Self.varint(places, &index)
                if isWanted { body(document, field, position) }
            }
        }
    }

    private static func varint(_ bytes: borrowing Span<UInt8>, _ index: inout Int) throws(IndexDamage) -> Int {
        var value = 0
        var shift = 0
        while index < bytes.count, shift < 56 {
            let byte = bytes[index]
            index += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw IndexDamage()
    }
}
