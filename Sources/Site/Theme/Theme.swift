import Model
import Mustache

/// The frame, the style and the scripts of the pages: the built-in files, each replaced by the workspace's own of the
/// same name.
struct Theme {
    let template: MustacheTemplate?
    /// The files that go into the site as they are.
    let files: [SiteFile]
    /// What is wrong with the workspace's files.
    let findings: [Finding]

    init(_ options: SiteOptions) {
        var findings: [Finding] = []
        let names = ThemeDefault.files.keys.sorted()
        for name in options.theme.keys.sorted() where ThemeDefault.files[name] == nil {
            findings.append(SiteFindings.unknownThemeFile(at: "\(options.themePath)/\(name)", known: names))
        }
        files = [
            SiteFile(path: SiteMap.style, bytes: options.file("style.css")),
            SiteFile(path: SiteMap.searchStyle, bytes: options.file("search.css")),
            SiteFile(path: SiteMap.script, bytes: options.script("page.js")),
            SiteFile(path: SiteMap.search, bytes: Theme.search(options)),
            SiteFile(path: SiteMap.searchNear, bytes: options.script("search-near.js")),
        ]
        template = Theme.template(options, &findings)
        self.findings = findings
    }

    /// The parts of search as one script, whose names stay within it.
    private static func search(_ options: SiteOptions) -> [UInt8] {
        let parts = ThemeDefault.searchParts.flatMap(options.script)
        return Array("\"use strict\";\n(() => {\n".utf8) + parts + Array("})();\n".utf8)
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

extension SiteOptions {
    /// The workspace's file, or the built-in one.
    fileprivate func file(_ name: String) -> [UInt8] {
        theme[name] ?? Array((ThemeDefault.files[name] ?? "").utf8)
    }

    /// A script: the workspace's as it is, the built-in one without comments, indentation and needless blanks.
    ///
    /// Readers of the site load the scripts, readers of the code find them in `site/theme`. That no line of the built-in
    /// ones begins within a text or a comment of several statements is a rule for whoever writes them.
    fileprivate func script(_ name: String) -> [UInt8] {
        let builtIn = Array((ThemeDefault.files[name] ?? "").utf8)
        if let own = theme[name], own != builtIn { return own + [.lineFeed] }
        var bytes: [UInt8] = []
        for line in builtIn.split(separator: .lineFeed) {
            let code = line.drop { $0 == .space }
            guard let first = code.first, first != UInt8(ascii: "*"), !code.starts(with: "/*".utf8),
                !code.starts(with: "//".utf8)
            else { continue }
            bytes += ScriptLine.squeezed(code)
            bytes.append(.lineFeed)
        }
        return bytes
    }
}

/// A line of a script without the blanks that it can do without.
private enum ScriptLine {
    private static let signs = Set("=<>?:&|,;{}()[]*!".utf8)
    /// Within texts, patterns and comments blanks mean something.
    private static let guarded = Set("\"`'/".utf8)

    static func squeezed(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(line)
        guard !bytes.contains(where: guarded.contains) else { return bytes }
        return bytes.indices.filter { index in
            guard bytes[index] == .space, index > 0, index + 1 < bytes.count else { return true }
            return !signs.contains(bytes[index - 1]) && !signs.contains(bytes[index + 1])
        }.map { bytes[$0] }
    }
}
