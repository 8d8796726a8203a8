import Model

/// The findings of building a site, with the sentences that tell them.
enum SiteFindings {
    static let linkRule: RuleID = "site.link-without-page"
    static let sectionRule: RuleID = "site.link-without-section"
    static let unsafeRule: RuleID = "site.unsafe-address"
    static let imageRule: RuleID = "site.image-not-shown"
    static let sizeRule: RuleID = "site.text-too-large"
    static let templateRule: RuleID = "site.theme-template"
    static let themeFileRule: RuleID = "site.theme-file"

    static func linkWithoutPage(_ destination: String, in source: Source) -> Finding {
        finding(
            linkRule, .warning, source,
            "the link to \(quoted(destination)) leads to no page of the site and is shown as text; "
                + "correct the path, or make it a full address")
    }

    static func linkWithoutSection(_ destination: String, in source: Source) -> Finding {
        finding(
            sectionRule, .warning, source,
            "the link to \(quoted(destination)) names a section that its page does not have and leads to the top; "
                + "correct the part after #")
    }

    static func unsafeAddress(_ destination: String, in source: Source) -> Finding {
        finding(
            unsafeRule, .warning, source,
            "the address \(quoted(destination)) could run a program in the reader's browser and is left out; "
                + "use an http or https address")
    }

    static func imageNotShown(_ destination: String, in source: Source) -> Finding {
        finding(
            imageRule, .warning, source,
            "the image \(quoted(destination)) is not there, or is no kind of image that pages show, and its description "
                + "stands instead; correct the path")
    }

    static func unsafeImage(_ destination: String, in source: Source) -> Finding {
        finding(
            unsafeRule, .warning, source,
            "the drawing \(quoted(destination)) could run a program in the reader's browser and is left out; "
                + "save it without scripts, handlers and foreign objects")
    }

    static func textTooLarge(in source: Source) -> Finding {
        finding(sizeRule, .error, source, "the text is too large to be shown and its page says so; split the file")
    }

    static func brokenTemplate(at path: String, line: Int?, reason: String) -> Finding {
        let position = SourcePosition(line: line ?? 1, column: 1)
        return Finding(
            rule: templateRule,
            severity: .error,
            path: path,
            range: SourceRange(at: position),
            message: "the template cannot be read (\(reason)), and the built-in one is used; correct it"
        )
    }

    static func unknownThemeFile(at path: String, known: [String]) -> Finding {
        Finding(
            rule: themeFileRule,
            severity: .warning,
            path: path,
            message: "the file is no part of a theme and is not used; a theme may have \(known.joined(separator: ", "))"
        )
    }

    private static func finding(_ rule: RuleID, _ severity: Severity, _ source: Source, _ message: String) -> Finding {
        Finding(rule: rule, severity: severity, path: source.path, range: source.range, message: message)
    }

    /// A destination in a sentence: at most 80 characters, on one line.
    private static func quoted(_ text: String) -> String {
        let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
        return line.count <= 80 ? "\"\(String(line))\"" : "\"\(String(line.prefix(79)))…\""
    }
}
