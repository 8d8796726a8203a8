import Diagrams

/// Views made by seeded chance, the same in every run.
enum GeneratedViews {
    /// A view of up to 80 elements in nested boundaries, with about 1.6 labelled lines for each.
    static func view(seed: Int) -> DiagramView {
        var chance = Chance(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        return view(elements: size(seed: seed), chance: &chance, title: "Generated \(seed)")
    }

    /// The number of elements in the view of a seed.
    static func size(seed: Int) -> Int { 4 + (seed * 37) % 77 }

    /// A view of the given size.
    static func view(elements: Int, seed: Int) -> DiagramView {
        var chance = Chance(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        return view(elements: elements, chance: &chance, title: "Generated \(elements)")
    }

    private static func view(elements: Int, chance: inout Chance, title: String) -> DiagramView {
        var view = ViewBuilder(title)
        let boundaries = elements / 8
        for index in 0..<boundaries {
            let parent = index > 0 && chance.next(3) == 0 ? "b\(chance.next(index))" : nil
            view.boundary("b\(index)", words(1 + chance.next(4), &chance), in: parent)
        }
        for index in 0..<elements {
            let parent = boundaries > 0 && chance.next(5) > 0 ? "b\(index * boundaries / elements)" : nil
            view.container(
                "e\(index)", words(1 + chance.next(3), &chance), "Swift", words(chance.next(9), &chance), in: parent,
                shape: ElementStyle.Shape.allCases[chance.next(19)])
        }
        for _ in 0..<(elements * 8 / 5) {
            // Most lines stay near, as in a model that somebody thought about.
            let source = chance.next(elements)
            let isNear = chance.next(3) > 0
            let target = isNear ? min(elements - 1, max(0, source + chance.next(9) - 3)) : chance.next(elements)
            view.line(
                "e\(source)", "e\(target)", words(1 + chance.next(5), &chance), chance.next(2) == 0 ? "HTTPS" : "")
        }
        return view.view
    }

    private static func words(_ count: Int, _ chance: inout Chance) -> String {
        let all = [
            "reads", "orders", "from", "the", "Ledger", "via", "queue", "Settlement", "and", "notifies", "archive",
            "of",
        ]
        return (0..<count).map { _ in all[chance.next(all.count)] }.joined(separator: " ")
    }

    private struct Chance {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}
