import Model

/// Two spellings of one thing part its entries into two heaps.
struct NearDuplicate: BookRule {
    static let about = RuleDescription(
        "vocabulary.near-duplicate", .warning,
        means: "a tag is a concept of the vocabulary in another spelling, or two concepts have one name",
        remedy: "use the concept's id as the tag, or add the spelling to its aliases")

    func findings(in checked: CheckedBook) -> [Finding] {
        let vocabulary = checked.book.vocabulary
        let keys = ConceptKeys(vocabulary.concepts)
        let tags = FreeTags(checked.book).uses.compactMap { use -> Finding? in
            guard let concept = keys.concept(near: use.name) else { return nil }
            return Finding(
                Self.about, at: use.first,
                "the tag `\(use.name)` is nearly the concept `\(concept)`; use that, or add the spelling to its aliases"
            )
        }
        return tags + sameNames(vocabulary.concepts)
    }

    private func sameNames(_ concepts: [Concept]) -> [Finding] {
        var owners: [String: String] = [:]
        return concepts.flatMap { concept in
            concept.names.compactMap { name -> Finding? in
                let key = ConceptKeys.key(of: name)
                guard let owner = owners[key], owner != concept.id, let source = concept.source else {
                    owners[key] = concept.id
                    return nil
                }
                return Finding(
                    Self.about, at: source,
                    "the concept `\(concept.id)` is called \"\(name)\", and so is `\(owner)`; let one of the two have the "
                        + "name, or merge them")
            }
        }
    }
}
