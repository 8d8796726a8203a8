import Model

/// The rules whose findings other commands tell, on standard error.
extension RuleCatalogue {
    static let reviews = [
        RuleDescription(
            "review.unreadable-log", .error,
            means: "a review log could not be read",
            remedy: "correct its permissions",
            toldBy: .quiz),
        RuleDescription(
            "review.damaged-line", .warning,
            means: "a line of a review log is no event and was left out",
            remedy: "correct it, or remove it",
            toldBy: .quiz),
        RuleDescription(
            "review.conflict-marker", .warning,
            means: "a merge left its markers in a review log",
            remedy: "keep both sides, and remove the markers",
            toldBy: .quiz),
        RuleDescription(
            "review.newer-event", .warning,
            means: "a newer version of the program wrote a line of a review log; it was left out",
            remedy: "use that version",
            toldBy: .quiz),
    ]

    static let site = [
        RuleDescription(
            "site.link-without-page", .warning,
            means: "a link leads to no page of the site and is shown as text",
            remedy: "correct the path, or make it a full address",
            toldBy: .siteBuild),
        RuleDescription(
            "site.link-without-section", .warning,
            means: "the part after `#` is no section of its page; the link leads to the top",
            remedy: "correct it",
            toldBy: .siteBuild),
        RuleDescription(
            "site.unsafe-address", .warning,
            means: "an address could run a program in the reader's browser and is left out",
            remedy: "use http or https",
            toldBy: .siteBuild),
        RuleDescription(
            "site.image-not-shown", .warning,
            means: "an image is not there, or is of a kind that pages do not show; its description stands instead",
            remedy: "correct the path",
            toldBy: .siteBuild),
        RuleDescription(
            "site.text-too-large", .error,
            means: "a text is too large for a page, which says so",
            remedy: "split the file",
            toldBy: .siteBuild),
        RuleDescription(
            "site.theme-template", .error,
            means: "the theme's template cannot be read; the built-in one is used",
            remedy: "correct it",
            toldBy: .siteBuild),
        RuleDescription(
            "site.theme-file", .warning,
            means: "a file is no part of a theme and is not used",
            remedy: "remove it",
            toldBy: .siteBuild),
    ]
}
