import Reading

/// The repaired form of a text.
func repaired(_ text: String) -> String {
    String(decoding: TextRepair.repair(Array(text.utf8)).bytes, as: UTF8.self)
}

/// What becomes of a text whose UTF-8 is decoded in other encodings, one after the other.
func broken(_ text: String, by layers: LegacyEncoding.Name...) -> String? {
    var broken: String? = text
    for layer in layers { broken = broken.flatMap { LegacyEncoding.named(layer).decode($0.utf8) } }
    return broken
}
