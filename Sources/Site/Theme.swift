import Model
import Mustache

/// The frame and the style of the pages: the built-in files, each replaced by the workspace's own of the same name.
struct Theme {
    let template: MustacheTemplate?
    let style: [UInt8]
    /// What is wrong with the workspace's files.
    let findings: [Finding]

    /// The names of the files that a theme may have.
    static let fileNames = ["page.mustache", "style.css"]

    init(_ options: SiteOptions) {
        var findings: [Finding] = []
        for name in options.theme.keys.sorted() where !Theme.fileNames.contains(name) {
            findings.append(SiteFindings.unknownThemeFile(at: "\(options.themePath)/\(name)", known: Theme.fileNames))
        }
        style = options.theme["style.css"] ?? Array(ThemeDefault.style.utf8)
        template = Theme.template(options, &findings)
        self.findings = findings
    }

    /// The workspace's template, or the built-in one when there is none that can be read.
    private static func template(_ options: SiteOptions, _ findings: inout [Finding]) -> MustacheTemplate? {
        if let own = options.theme["page.mustache"] {
            do {
                return try MustacheTemplate(string: own.text)
            } catch {
                findings.append(brokenTemplate(error, at: "\(options.themePath)/page.mustache"))
            }
        }
        return try? MustacheTemplate(string: ThemeDefault.page)
    }

    private static func brokenTemplate(_ error: any Error, at path: String) -> Finding {
        guard let error = error as? MustacheTemplate.ParserError else {
            return SiteFindings.brokenTemplate(at: path, line: nil, reason: "it is no mustache template")
        }
        return SiteFindings.brokenTemplate(at: path, line: error.context.lineNumber, reason: "\(error.error)")
    }
}
