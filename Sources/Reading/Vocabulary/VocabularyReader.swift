package import Model
import Yams

/// Reads the file of the concepts.
///
/// The file has one key, `concepts`, a list of mappings with `id`, `label` and `aliases` by language, `broader`,
/// `related`, and `when` with any of `host`, `path` and `section`; one name may stand where a list is meant.
package enum VocabularyReader {
    /// Reads the text of the file; what is wrong in it is a finding, and the other concepts are read.
    ///
    /// - Parameter path: the path relative to the workspace, for positions.
    package static func read(_ text: String, path: String) -> (vocabulary: Vocabulary, findings: [Finding]) {
        var findings: [Finding] = []
        func report(_ message: String, _ node: Node?) {
            let place = SourcePosition(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
            findings.append(
                Finding(
                    rule: "vocabulary.ill-formed", severity: .error, path: path, range: SourceRange(at: place),
                    message: message))
        }
        let root: Node?
        do { root = try Yams.compose(yaml: text, .basic) } catch {
            report(notYAML, nil)
            return (Vocabulary(), findings)
        }
        guard let list = root?.mapping?["concepts"]?.sequence else {
            if root != nil { report(noConcepts, root) }
            return (Vocabulary(), findings)
        }
        var vocabulary = Vocabulary()
        vocabulary.source = Source(path: path, range: SourceRange(at: .start))
        var ids: Set<String> = []
        for node in list {
            guard let concept = concept(node, path) else {
                report(noID, node)
                continue
            }
            guard ids.insert(concept.id).inserted else {
                report("the concept \(concept.id) stands here a second time; merge the two", node)
                continue
            }
            vocabulary.concepts.append(concept)
        }
        for (concept, node) in zip(vocabulary.concepts, list) {
            for other in concept.broader + concept.related where !ids.contains(other) {
                report("\(concept.id) names the concept \(other), which there is not; add it or correct the name", node)
            }
        }
        return (vocabulary, findings.sorted())
    }

    private static func concept(_ node: Node, _ path: String) -> Concept? {
        guard let mapping = node.mapping, let id = mapping["id"]?.scalar?.string, id == Slug.make(of: id), !id.isEmpty
        else { return nil }
        var labels: [Language: String] = [:]
        for (key, value) in mapping["label"]?.mapping ?? [:] {
            guard let code = key.scalar?.string, let text = value.scalar?.string else { continue }
            labels[Language(rawValue: code)] = text
        }
        var aliases: [Language: [String]] = [:]
        for (key, value) in mapping["aliases"]?.mapping ?? [:] {
            if let code = key.scalar?.string { aliases[Language(rawValue: code)] = texts(value) }
        }
        let when = mapping["when"]?.mapping
        let rules =
            texts(when?["host"]).map(Concept.Rule.host) + texts(when?["path"]).map(Concept.Rule.path)
            + texts(when?["section"]).map(Concept.Rule.section)
        var concept = Concept(
            id: id, labels: labels, aliases: aliases, broader: texts(mapping["broader"]),
            related: texts(mapping["related"]), rules: rules)
        let place = SourcePosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        concept.source = Source(path: path, range: SourceRange(at: place))
        return concept
    }

    /// The texts of a list, or the one text that stands for it.
    private static func texts(_ node: Node?) -> [String] {
        if let text = node?.scalar?.string { return text.isEmpty ? [] : [text] }
        return node?.sequence?.compactMap { $0.scalar?.string } ?? []
    }

    private static let notYAML = "the vocabulary is not YAML; put it right, or entries have no concepts"
    private static let noConcepts = "the vocabulary has no list `concepts:`; see docs/search.md for its form"
    private static let noID = "this concept has no `id` of lower-case words joined by hyphens, and was left out"
}
