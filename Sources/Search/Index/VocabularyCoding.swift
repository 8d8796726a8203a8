import Model

/// The vocabulary as bytes of an index, so that a search need not read the file.
enum VocabularyCoding {
    /// Each concept with the number of its bytes before it; what a search asks every concept for comes first.
    static func encoded(_ vocabulary: Vocabulary) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(varint: vocabulary.concepts.count)
        for concept in vocabulary.concepts {
            var own: [UInt8] = []
            own.append(text: concept.id)
            append(concept.broader, to: &own)
            append(concept.labels.mapValues { [$0] }, to: &own)
            append(concept.aliases, to: &own)
            append(concept.related, to: &own)
            append(concept.rules, to: &own)
            bytes.append(counted: own)
        }
        bytes.appendChecksum()
        return bytes
    }

    /// Reads one concept.
    static func concept(_ reader: inout ByteReader) throws(IndexDamage) -> Concept {
        let id = try reader.text()
        let broader = try texts(&reader)
        let labels = try names(&reader).compactMapValues(\.first)
        return Concept(
            id: id, labels: labels, aliases: try names(&reader), broader: broader, related: try texts(&reader),
            rules: try rules(&reader))
    }

    /// Gives the bytes of each name of a concept.
    static func forEachName(_ reader: inout ByteReader, _ body: (ArraySlice<UInt8>) -> Void) throws(IndexDamage) {
        _ = try reader.counted()
        for _ in 0..<(try reader.count()) { _ = try reader.counted() }
        for _ in ["labels", "aliases"] {
            for _ in 0..<(try reader.count()) {
                _ = try reader.counted()
                for _ in 0..<(try reader.count()) { body(try reader.counted()) }
            }
        }
    }

    private static func append(_ names: [Language: [String]], to bytes: inout [UInt8]) {
        bytes.append(varint: names.count)
        for (language, texts) in names.sorted(by: { $0.key < $1.key }) {
            bytes.append(text: language.rawValue)
            append(texts, to: &bytes)
        }
    }

    private static func append(_ texts: [String], to bytes: inout [UInt8]) {
        bytes.append(varint: texts.count)
        for text in texts { bytes.append(text: text) }
    }

    private static func append(_ rules: [Concept.Rule], to bytes: inout [UInt8]) {
        bytes.append(varint: rules.count)
        for rule in rules {
            switch rule {
            case .host(let host): bytes.append(text: "h" + host)
            case .path(let path): bytes.append(text: "p" + path)
            case .section(let section): bytes.append(text: "s" + section)
            }
        }
    }

    private static func rules(_ reader: inout ByteReader) throws(IndexDamage) -> [Concept.Rule] {
        var rules: [Concept.Rule] = []
        for _ in 0..<(try reader.count()) {
            let text = try reader.text()
            let rest = String(text.dropFirst())
            switch text.utf8.first {
            case UInt8(ascii: "h"): rules.append(.host(rest))
            case UInt8(ascii: "p"): rules.append(.path(rest))
            case UInt8(ascii: "s"): rules.append(.section(rest))
            default: throw IndexDamage()
            }
        }
        return rules
    }

    private static func names(_ reader: inout ByteReader) throws(IndexDamage) -> [Language: [String]] {
        var names: [Language: [String]] = [:]
        for _ in 0..<(try reader.count()) {
            names[Language(rawValue: try reader.text())] = try texts(&reader)
        }
        return names
    }

    private static func texts(_ reader: inout ByteReader) throws(IndexDamage) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try reader.count()) { texts.append(try reader.text()) }
        return texts
    }
}
