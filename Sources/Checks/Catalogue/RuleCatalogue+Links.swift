import Model

/// The rules whose findings `links check` tells, by all of its runs.
extension RuleCatalogue {
    static let linkStates = [
        RuleDescription(
            "link.dead", .error,
            means: "the page was gone in at least 3 runs over at least 7 days",
            remedy: "remove the link, or put an archive's copy in its place with `archbook links fix --archive PREFIX`",
            toldBy: .linksCheck),
        RuleDescription(
            "link.suspect", .warning,
            means: "something is wrong with an address that may be of the moment",
            remedy: "ask again on another day",
            toldBy: .linksCheck),
        RuleDescription(
            "link.moved", .note,
            means: "the page is found, and the server wants another address to be used",
            remedy: "`archbook links fix --write`",
            toldBy: .linksCheck),
        RuleDescription(
            "link.blocked", .note,
            means: "the server lets no program in",
            remedy: "look at the page in a browser",
            toldBy: .linksCheck),
        RuleDescription(
            "link.history-line", .warning,
            means: "a line of `.archbook/links.jsonl` is no record; it is kept and does not count",
            remedy: "correct it, or remove it",
            toldBy: .linksCheck),
    ]
}
