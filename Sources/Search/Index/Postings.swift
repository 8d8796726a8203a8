/// Where a term occurs, as bytes.
///
/// The list of documents has for each the difference to the one before, and for each field that holds the term a byte:
/// the field in three bits, whether another follows in one, and in four the number of occurrences, of which what goes
/// beyond 14 follows. A key without positions has one byte with no occurrence. The list of positions has for each
/// document and field the differences of the positions. The two lists are apart, so that most searches never read the
/// second.
enum Postings {
    static let more: UInt8 = 8
    static let largest = 15

    /// Adds one document; the occurrences are sorted by field and position.
    static func append(
        _ occurrences: ArraySlice<IndexBuilder.Occurrence>,
        document: Int,
        to entries: inout IndexBuilder.TermEntries
    ) {
        entries.count += 1
        entries.documents.append(varint: document - entries.lastDocument)
        entries.lastDocument = document
        guard !occurrences.isEmpty else { return entries.documents.append(0) }
        var index = occurrences.startIndex
        while index < occurrences.endIndex {
            let field = occurrences[index].field
            var end = index
            var previous = 0
            while end < occurrences.endIndex, occurrences[end].field == field {
                entries.positions.append(varint: occurrences[end].position - previous)
                previous = occurrences[end].position
                end += 1
            }
            let count = min(end - index, largest)
            let isLast = end == occurrences.endIndex
            entries.documents.append(UInt8(field) | (isLast ? 0 : more) | UInt8(count) << 4)
            if count == largest { entries.documents.append(varint: end - index - largest) }
            index = end
        }
    }

    /// Adds a whole list, with the numbers of its documents raised.
    static func append(
        _ other: IndexBuilder.TermEntries,
        movedBy offset: Int,
        to entries: inout IndexBuilder.TermEntries
    ) {
        var index = 0
        var first = 0
        var shift = 0
        while index < other.documents.count {
            let byte = other.documents[index]
            first |= Int(byte & 0x7F) << shift
            shift += 7
            index += 1
            if byte < 0x80 { break }
        }
        guard index > 0 else { return }
        entries.count += other.count
        entries.documents.append(varint: first - 1 + offset - entries.lastDocument)
        entries.documents += other.documents[index...]
        entries.positions += other.positions
        entries.lastDocument = other.lastDocument + offset
    }
}
