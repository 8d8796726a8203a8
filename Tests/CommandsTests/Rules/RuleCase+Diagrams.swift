/// Models of diagrams that break a rule.
extension RuleCase {
    static let diagrams = [
        diagram("diagram.syntax", "customer -> shop", "customer => shop"),
        diagram("diagram.unknown-reference", "customer -> shop", "custmer -> shop"),
        diagram(
            "diagram.duplicate", "    customer -> shop",
            "    shop = person \"Other\" \"Asks.\"\n        customer -> shop"),
        diagram("diagram.unreadable-file", "model {", "model {\n        !include more.dsl"),
        diagram("diagram.refused", "model {", "!plugin com.example.Plugin\n    model {"),
        diagram("diagram.old-keyword", "model {", "model {\n        enterprise \"Firm\""),
        diagram("diagram.made-up-key", "systemContext shop \"Shop\"", "systemContext shop"),
        diagram("diagram.undescribed-element", "\"Customer\" \"Buys.\"", "\"Customer\""),
        diagram("diagram.undescribed-relationship", " \"Orders from\"", ""),
        diagram("diagram.element-in-no-view", "model {", "model {\n        other = person \"Other\" \"Waits.\""),
        diagram("diagram.large-view", "model {", "model {\n\(people)"),
        diagram("diagram.dangling-reference", "\"Sells.\"", resting(onDecision: 7)),
        RuleCase(
            "diagram.superseded-decision",
            broken: decisions.merging([path: model.replacing("\"Sells.\"", with: resting(onDecision: 1))]) { $1 },
            sound: decisions.merging([path: model.replacing("\"Sells.\"", with: resting(onDecision: 2))]) { $1 }),
    ]

    private static let path = "knowledge/shop.dsl"

    private static let model = """
        workspace "Shop" {
            model {
                customer = person "Customer" "Buys."
                shop = softwareSystem "Shop" "Sells."
                customer -> shop "Orders from"
            }
            views {
                systemContext shop "Shop" {
                    include *
                }
            }
        }

        """

    private static let decisions = [
        "adr/0001-a.md": "# 1. A\n\nDate: 2026-01-01\n\n## Status\n\nSuperseded by [2. B](0002-b.md)\n",
        "adr/0002-b.md": "# 2. B\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n",
    ]

    /// More persons who talk to the shop than a view should show.
    private static let people = (1...26).map { number in
        "        p\(number) = person \"P\(number)\" \"Asks.\"\n        p\(number) -> shop \"Asks\"\n"
    }.joined()

    private static func resting(onDecision number: Int) -> String {
        "\"Sells.\" {\n            properties {\n                adr \(number)\n            }\n        }"
    }

    /// The model, and one in which a part of it has become another.
    private static func diagram(_ rule: String, _ part: String, _ other: String) -> RuleCase {
        RuleCase(rule, path, broken: model.replacing(part, with: other), sound: model)
    }
}
