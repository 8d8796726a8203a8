import Model

/// How a dialect calls the fields that the process of a proposal writes.
struct ProcessFields: Sendable {
    var authors: String
    /// The one who decides.
    var decider: String
    /// The day of review.
    var deadline: String
    /// The day on which discussion began, where the status has no word for it.
    var opened: String
    var extended: String
    var decided: String
    var revisit: String

    /// The names for lines and lists under the title.
    static let lines = ProcessFields(
        authors: "Authors", decider: "Decider", deadline: "To be Reviewed By", opened: "Opened", extended: "Extended",
        decided: "Decided", revisit: "Revisit")

    /// The names for YAML: small letters, and no blanks.
    static let frontMatter = ProcessFields(
        authors: "authors", decider: "decider", deadline: "review-by", opened: "opened", extended: "extended",
        decided: "decided", revisit: "revisit")

    /// The names for headers, which have no blanks (PEP 12).
    static let headers = ProcessFields(
        authors: "Author", decider: "PEP-Delegate", deadline: "Review-By", opened: "Opened", extended: "Extended",
        decided: "Decided", revisit: "Revisit")
}

/// The names of fields under which records of any dialect are searched for a value, the first that is there counting.
enum FieldNames {
    static let date = ["date", "created", "start-date", "creation-date", "status-last-reviewed"]
    static let deadline = ["to-be-reviewed-by", "review-by", "last-call-deadline", "deadline"]
    static let opened = ["opened"]
    static let revisit = ["revisit", "revisit-on", "revisit-date"]
    /// The fields that name one accountable person.
    static let decider = ["decider", "pep-delegate", "shepherd-leader"]
    /// The fields that name all who decide; they count where nobody is named alone.
    static let deciders = ["deciders", "decision-makers", "approvers", "shepherd-team", "review-manager"]

    /// The fields that are looked for in the section "Status" too, where the proposals of Kafka have theirs.
    static let inStatusSection = Set(
        ["current-state", "status", "extended", "decided", "authors"] + date + deadline + opened + revisit + decider
            + deciders)

    /// What stands where a value is still to come.
    static let placeholders: Set<String> = ["-", "none", "n/a", "na", "null", "~", "tbd", "to come"]
}
