package import Model

extension IndexBuilder {
    /// The number of terms in a block of the dictionary.
    static let termsInBlock = 16

    /// The whole index as bytes.
    ///
    /// - Parameters:
    ///   - fingerprint: what the index is made for: the program, its stemmers, the settings and the vocabulary.
    ///   - startedAt: when the reading of the sources began, by the clock of the file system.
    package func encoded(vocabulary: Vocabulary, fingerprint: UInt64, startedAt: Int) -> [UInt8] {
        let (blockIndex, dictionary, postings) = encodedTerms()
        let body = blocks.reduce(0) { $0 + $1.count }
        let units = encodedUnits()
        let rows = encodedDocuments()
        let concepts = VocabularyCoding.encoded(vocabulary)
        let header = IndexHeader(
            fingerprint: fingerprint, startedAt: startedAt, documentCount: documents.count,
            lengths: (0..<6).map { field in
                documents.reduce(0) { $0 + $1[field] }
            },
            sizes: [
                units.count, rows.count, concepts.count, blockIndex.count, dictionary.count, postings.count, body,
            ])
        var bytes = header.encoded
        bytes.reserveCapacity(body + postings.count + dictionary.count + rows.count + units.count * 2)
        for section in [units, rows, concepts, blockIndex, dictionary, postings] { bytes += section }
        for block in blocks { bytes += block }
        return bytes
    }

    private func encodedUnits() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: units.count)
        for (unit, block) in zip(units, blocks) {
            unit.append(to: &bytes)
            bytes.append(varint: block.count)
        }
        bytes.appendChecksum()
        return bytes
    }

    /// A row of fixed size for each document, so that any can be read without those before it.
    private func encodedDocuments() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(documents.count * DocumentRow.size + 4)
        for row in documents { row.append(to: &bytes) }
        bytes.appendChecksum()
        return bytes
    }

    private func encodedTerms() -> (blockIndex: [UInt8], dictionary: [UInt8], postings: [UInt8]) {
        var writer = DictionaryWriter()
        let sorted = terms.sorted()
        for (key, words) in stems(of: sorted) {
            var bytes: [UInt8] = []
            for word in words { bytes.append(counted: terms[word]) }
            writer.add(key[...], PostingBytes(count: words.count, documents: bytes))
        }
        for term in sorted {
            let entry = entries[term]
            guard entry.count > 0 else { continue }
            writer.add(
                terms[term],
                PostingBytes(count: entry.count, documents: entry.documents, positions: entry.positions))
        }
        return writer.finish()
    }

    /// The words of each stem, sorted as the terms come, and sorted by the stems.
    private func stems(of sorted: [Int]) -> [(key: [UInt8], words: [Int])] {
        let stemmer = Stemmer()
        var stems = TermTable()
        var words: [[Int]] = []
        for term in sorted where TermKey.isWord(terms[term]) && entries[term].count > 0 {
            let (stem, isNew) = stems.intern(stemmer.stem(Array(terms[term]))[...])
            if isNew { words.append([]) }
            words[stem].append(term)
        }
        return stems.sorted().map { (TermKey.stem(Array(stems[$0])), words[$0]) }
    }
}

/// Writes terms, which come sorted, with their postings.
///
/// A block of sixteen terms begins with the place of the first one's postings and ends with a checksum; each term has
/// the number of bytes that it shares with the one before, the others, and the sizes of its postings.
private struct DictionaryWriter {
    private var dictionary: [UInt8] = []
    private var postings: [UInt8] = []
    private var block: [UInt8] = []
    private var blockStarts: [Int] = []
    private var firstKeys: [UInt8] = []
    private var keyStarts: [Int] = []
    private var previous: [UInt8] = []
    private var countInBlock = 0

    mutating func add(_ key: ArraySlice<UInt8>, _ bytes: PostingBytes) {
        if countInBlock == IndexBuilder.termsInBlock { endBlock() }
        if countInBlock == 0 {
            blockStarts.append(dictionary.count)
            keyStarts.append(firstKeys.count)
            firstKeys += key
            previous = []
            block.append(varint: postings.count)
        }
        var shared = 0
        while shared < min(previous.count, key.count), previous[shared] == key[key.startIndex + shared] { shared += 1 }
        block.append(varint: shared)
        block.append(counted: key.dropFirst(shared))
        block.append(varint: bytes.count)
        block.append(varint: bytes.documents.count)
        block.append(varint: bytes.positions.count)
        previous = Array(key)
        countInBlock += 1
        postings += bytes.documents
        postings.append(fixed32: Checksum.of(bytes.documents))
        if !bytes.positions.isEmpty {
            postings += bytes.positions
            postings.append(fixed32: Checksum.of(bytes.positions))
        }
    }

    private mutating func endBlock() {
        guard countInBlock > 0 else { return }
        block.appendChecksum()
        dictionary += block
        block.removeAll(keepingCapacity: true)
        countInBlock = 0
    }

    mutating func finish() -> (blockIndex: [UInt8], dictionary: [UInt8], postings: [UInt8]) {
        endBlock()
        var index: [UInt8] = []
        index.append(fixed32: UInt32(blockStarts.count))
        for start in keyStarts + [firstKeys.count] { index.append(fixed32: UInt32(start)) }
        for start in blockStarts + [dictionary.count] { index.append(fixed32: UInt32(start)) }
        index += firstKeys
        index.appendChecksum()
        return (index, dictionary, postings)
    }
}

extension DocumentRow {
    /// The bytes of a row: one for each field, two for the last two.
    static let size = 8

    func append(to bytes: inout [UInt8]) {
        for field in 0..<6 {
            bytes.append(UInt8(self[field] & 0xFF))
            if field >= 4 { bytes.append(UInt8(self[field] >> 8)) }
        }
    }
}

extension UnitRow {
    func append(to bytes: inout [UInt8]) {
        bytes.append(text: name)
        bytes.append(varint: documents.lowerBound)
        bytes.append(varint: documents.count)
        bytes.append(varint: files.count)
        for file in files {
            // A source is its only file.
            bytes.append(text: file.path == name ? "" : file.path)
            bytes.append(varint: file.size + 1)
            bytes.append(varint: file.modified)
            bytes.append(varint: file.changed)
            bytes.append(fixed64: file.identity.device)
            bytes.append(fixed64: file.identity.number)
            bytes.append(fixed64: file.hash)
        }
    }

    init(_ reader: inout ByteReader) throws(IndexDamage) {
        name = try reader.text()
        let first = try reader.varint()
        let count = try reader.varint()
        guard first >= 0, count >= 0, first <= Int(UInt32.max), count <= Int(UInt32.max) else { throw IndexDamage() }
        documents = first..<first + count
        files = []
        for _ in 0..<(try reader.count()) {
            let path = try reader.counted()
            let size = try reader.varint() - 1
            let (modified, changed) = (try reader.varint(), try reader.varint())
            let identity = FileIdentity(device: try reader.fixed64(), number: try reader.fixed64())
            let hash = try reader.fixed64()
            files.append(
                FileStamp(
                    path: path.isEmpty ? name : path.text, size: size, modified: modified, changed: changed,
                    identity: identity, hash: hash))
        }
    }
}
