import Model

/// The rules whose findings come up while diagrams are read and drawn.
extension RuleCatalogue {
    static let diagrams = [
        RuleDescription(
            "diagram.syntax", .error,
            means:
                "a statement of a diagram cannot be understood, or stands where it has no meaning; the rest was read",
            remedy: "correct it as the message says"),
        RuleDescription(
            "diagram.unknown-reference", .error,
            means: "a diagram names an element, an environment or a view that is not there",
            remedy: "declare it, or correct the name"),
        RuleDescription(
            "diagram.duplicate", .error,
            means: "an identifier, a name, a relationship or a key of a diagram is there twice",
            remedy: "rename or remove one"),
        RuleDescription(
            "diagram.unreadable-file", .error,
            means: "a file that a diagram includes or uses could not be read",
            remedy: "correct the path"),
        RuleDescription(
            "diagram.refused", .warning,
            means: "a diagram asks for a program, the network or a file outside of the workspace; that was left out",
            remedy: "keep a copy in the workspace"),
        RuleDescription(
            "diagram.old-keyword", .warning,
            means: "a word of an earlier version of the language was left out",
            remedy: "use what took its place"),
        RuleDescription(
            "diagram.made-up-key", .warning,
            means: "a view has no key, so one was made up that changes with the order of the views",
            remedy: "give it a key"),
        RuleDescription(
            "diagram.layout-fault", .warning,
            exception: "a note where two lines cross",
            means: "a drawing has a fault, such as a label on a label",
            remedy: "show less in the view, or name a direction",
            toldBy: .diagramCheck),
    ]
}
