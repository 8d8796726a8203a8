import Model

/// A concept must not be broader than itself, or the tree of tags has no root.
struct ConceptCycle: BookRule {
    static let about = RuleDescription(
        "vocabulary.cycle", .error,
        means: "concepts name each other as broader in a circle",
        remedy: "remove the `broader` that is wrong")

    func findings(in checked: CheckedBook) -> [Finding] {
        let concepts = checked.book.vocabulary.concepts
        let broader = Dictionary(concepts.map { ($0.id, $0.broader) }) { first, _ in first }
        let circle = Self.remaining(Self.remaining(broader), inverted: true)
        return concepts.compactMap { concept in
            guard circle[concept.id] != nil, let source = concept.source else { return nil }
            let way = Self.way(from: concept.id, in: circle).joined(separator: " -> ")
            return Finding(Self.about, at: source, "\(way) is a circle of `broader`; remove the one that is wrong")
        }
    }

    /// The concepts that are left when those without a broader one are taken out again and again (Kahn, 1962).
    ///
    /// - Parameter isInverted: whether those without a narrower one are taken out instead.
    private static func remaining(
        _ broader: [String: [String]],
        inverted isInverted: Bool = false
    ) -> [String: [String]] {
        var above: [String: [String]] = [:]
        for (id, others) in broader {
            for other in others where broader[other] != nil {
                isInverted ? above[other, default: []].append(id) : above[id, default: []].append(other)
            }
        }
        var below: [String: [String]] = [:]
        for (id, others) in above { for other in others { below[other, default: []].append(id) } }
        var counts = broader.keys.reduce(into: [String: Int]()) { $0[$1] = above[$1]?.count ?? 0 }
        var free = counts.filter { $0.value == 0 }.map(\.key)
        while let next = free.popLast() {
            counts[next] = nil
            for id in below[next] ?? [] {
                guard let count = counts[id] else { continue }
                counts[id] = count - 1
                if count == 1 { free.append(id) }
            }
        }
        return broader.filter { counts[$0.key] != nil }.mapValues { $0.filter { counts[$0] != nil } }
    }

    /// A way from a concept upwards, back to it where there is one.
    private static func way(from start: String, in broader: [String: [String]]) -> [String] {
        var way = [start]
        var seen: Set<String> = [start]
        while let last = way.last, let next = broader[last]?.first {
            way.append(next)
            if !seen.insert(next).inserted { break }
        }
        return way
    }
}
