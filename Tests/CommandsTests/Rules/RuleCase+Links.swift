/// Links, vocabularies and settings that break a rule.
extension RuleCase {
    static let links = [
        RuleCase(
            "link.duplicate",
            broken: [
                "knowledge/a.md": "# A\n\n## Books\n\n- [Sagas](https://a.io/sagas.pdf)\n",
                "knowledge/b.md": "# B\n\n## Papers\n\n- [Sagas](http://www.a.io/sagas.pdf)\n",
            ],
            sound: [
                "knowledge/a.md": "# A\n\n## Books\n\n- [Sagas](https://a.io/sagas.pdf)\n",
                "knowledge/b.md": "# B\n\n## Papers\n\n- [Sagas](https://a.io/sagas.pdf)\n",
            ]),
        RuleCase("link.without-title", item: "https://a.io/x", sound: "[A title](https://a.io/x)"),
        RuleCase("link.placeholder-host", item: "[A](https://example.com/x)", sound: "[A](https://a.io/x)"),
        RuleCase("link.placeholder-host", item: "[A](http://localhost:8080/)", sound: "[A](https://a.io/example.com)"),
        RuleCase("link.placeholder-host", item: "[A](https://your-domain.com/)", sound: "`https://your-domain.com/`"),
        RuleCase("link.ill-formed", item: "[A](htps://a.io/x)", sound: "[A](https://a.io/x)"),
        RuleCase("link.ill-formed", item: "[A](https:/a.io/x)", sound: "[A](https://a.io/x)"),
        RuleCase("link.ill-formed", item: "[A](http//a.io/x)", sound: "[A](http://a.io/x)"),
        RuleCase("link.ill-formed", item: "[A](https://http://a.io/x)", sound: "[A](http://a.io/x)"),
        RuleCase("link.ill-formed", item: "[A](<https://a.io/x y>)", sound: "[A](<https://a.io/x%20y>)"),
        RuleCase(
            "link.missing-target",
            broken: ["knowledge/a.md": "# A\n\n[B](b.md#c)\n", "knowledge/x/b.md": "# B\n\n## C\n"],
            sound: ["knowledge/a.md": "# A\n\n[B](x/b.md#c)\n", "knowledge/x/b.md": "# B\n\n## C\n"]),
        RuleCase(
            "link.missing-anchor",
            broken: ["knowledge/a.md": "# A\n\n[B](b.md#when-nto)\n", "knowledge/b.md": "## When not"],
            sound: ["knowledge/a.md": "# A\n\n[B](b.md#when-not)\n", "knowledge/b.md": "## When not"]),
        RuleCase(
            "link.missing-anchor", "knowledge/a.md", broken: "# A\n\n[B](#when-nots)\n\n## When not\n",
            sound: "# A\n\n[B](#when-not)\n\n## When not\n"),
    ]

    /// A workspace with concepts and a note about one of them.
    private static func concepts(_ list: String, note: String = "# Saga\n\nA chain.\n") -> [String: String] {
        ["knowledge/vocabulary.yml": "concepts:\n\(list)", "knowledge/patterns/note.md": note]
    }

    private static let saga = "  - id: saga\n    label: {en: Saga}\n"

    static let vocabulary = [
        RuleCase("vocabulary.ill-formed", broken: concepts("  - label: {en: Saga}\n"), sound: concepts(saga)),
        RuleCase(
            "vocabulary.cycle",
            broken: concepts("  - id: saga\n    broader: [data]\n  - id: data\n    broader: [saga]\n"),
            sound: concepts("  - id: saga\n    broader: [data]\n  - id: data\n")),
        RuleCase(
            "vocabulary.near-duplicate",
            broken: concepts(
                "  - id: circuit-breaker\n", note: "---\ntags: [circuit-braker]\n---\n# Saga\n\nA chain.\n"),
            sound: concepts(
                "  - id: circuit-breaker\n", note: "---\ntags: [circuit-breaker]\n---\n# Saga\n\nA chain.\n")),
        RuleCase(
            "vocabulary.near-duplicate",
            broken: concepts(saga + "  - id: sagas\n    label: {en: Sagas}\n"),
            sound: concepts(saga + "  - id: outbox\n    label: {en: Outbox}\n")),
        RuleCase(
            "vocabulary.unknown-tag", broken: concepts(saga, note: "---\ntags: [billing]\n---\n# Saga\n\nA chain.\n"),
            sound: concepts(saga, note: "---\ntags: [saga]\n---\n# Saga\n\nA chain.\n")),
        RuleCase(
            "vocabulary.unused-concept", broken: concepts(saga, note: "# Outbox\n\nA table.\n"), sound: concepts(saga)),
        RuleCase(
            "settings.archbook-yml", "archbook.yml", broken: "colour: red\n", sound: "title: Shop\n"),
        RuleCase(
            "settings.unknown-rule", "archbook.yml", broken: "check:\n  rules:\n    link.without-titel: off\n",
            sound: "check:\n  rules:\n    link.without-title: off\n"),
        RuleCase(
            "settings.unknown-rule", "knowledge/a.md", broken: "# A\n\n<!-- archbook: ignore link.titel -->\nText.\n",
            sound: "# A\n\n<!-- archbook: ignore link.without-title -->\nText.\n"),
    ]
}
