import DefaultTheme
import Diagrams
import Model
import Mustache

/// The frame, the style and the scripts of the pages: the built-in files, each replaced by the workspace's own of the
/// same name.
struct Theme: Sendable {
    let template: MustacheTemplate?
    /// The files that go into the site as they are.
    let files: [SiteFile]
    /// What is wrong with the workspace's files.
    let findings: [Finding]

    init(_ options: SiteOptions) {
        var findings: [Finding] = []
        let names = DefaultTheme.files.keys.sorted()
        for name in options.theme.keys.sorted() where !names.contains(name) {
            findings.append(SiteFindings.unknownThemeFile(at: "\(options.themePath)/\(name)", known: names))
        }
        let scripts = ThemeScripts(options)
        files = [
            SiteFile(path: SiteMap.style, bytes: options.style("style.css")),
            SiteFile(path: SiteMap.searchStyle, bytes: options.style("search.css")),
            SiteFile(
                path: SiteMap.diagramStyle,
                bytes: StylePress.pressed(Array(SVGDrawing.stylesheet.utf8)) + options.style("drawing.css")),
            SiteFile(path: SiteMap.script, bytes: scripts.bytes(of: "page.js")),
            SiteFile(path: SiteMap.search, bytes: Theme.search(scripts)),
            SiteFile(path: SiteMap.searchNear, bytes: scripts.bytes(of: "search-near.js")),
        ]
        template = Theme.template(options, &findings)
        self.findings = findings
    }

    /// The files that make up the script of search, in their order.
    private static let searchParts = ["words", "stems", "index", "query", "places", "rank", "dialog"].map {
        "search-\($0).js"
    }

    /// The parts of search as one script, whose names stay within it.
    private static func search(_ scripts: ThemeScripts) -> [UInt8] {
        let parts = searchParts.flatMap(scripts.bytes)
        return Array("\"use strict\";(()=>{\n".utf8) + parts + Array("})();\n".utf8)
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
        return try? MustacheTemplate(string: DefaultTheme.files["page.mustache"]?.text ?? "")
    }

    private static func brokenTemplate(_ error: any Error, at path: String) -> Finding {
        guard let error = error as? MustacheTemplate.ParserError else {
            return SiteFindings.brokenTemplate(at: path, line: nil, reason: "it is no mustache template")
        }
        return SiteFindings.brokenTemplate(at: path, line: error.context.lineNumber, reason: "\(error.error)")
    }
}

extension SiteOptions {
    /// The workspace's file, or the built-in one.
    fileprivate func file(_ name: String) -> [UInt8] {
        theme[name] ?? DefaultTheme.files[name] ?? []
    }

    /// The workspace's style sheet as it is, or the built-in one made small.
    fileprivate func style(_ name: String) -> [UInt8] { isOwn(name) ? file(name) : StylePress.pressed(file(name)) }

    fileprivate func isOwn(_ name: String) -> Bool {
        guard let own = theme[name] else { return false }
        return own != DefaultTheme.files[name]
    }
}

/// The scripts of the pages: the workspace's as they are, the built-in ones made small.
///
/// Readers of the site load them, readers of the code find them in `site/theme`. Names are shortened in all of them or in
/// none, because the workspace's own script calls the others by the names that they have there.
private struct ThemeScripts {
    private let options: SiteOptions
    private let names: [[UInt8]: [UInt8]]

    init(_ options: SiteOptions) {
        self.options = options
        let scripts = DefaultTheme.files.keys.filter { $0.hasSuffix(".js") }.sorted()
        let isChanged = scripts.contains(where: options.isOwn)
        names = isChanged ? [:] : ScriptNames.short(in: scripts.map(options.file))
    }

    func bytes(of name: String) -> [UInt8] {
        let bytes = options.file(name)
        return options.isOwn(name) ? bytes + [.lineFeed] : ScriptPress.pressed(bytes, names: names)
    }
}
