import Model

/// Reads the lines of a text and of what it includes.
struct DSLLoader {
    /// The depth beyond which blocks are left out, so that no text can exhaust the stack of a reader.
    static let deepest = 64
    /// The number of statements beyond which no more files are included.
    static let mostStatements = 200_000
    /// The number of files beyond which no more are included.
    static let mostFiles = 1_000
    /// The number of bytes beyond which no more constants are replaced in a text.
    private static let longestText = 64 * 1024

    private var statements = DSLStatements()
    private var open: [Int] = []
    private var frames: [Frame] = []
    private var constants: [String: String] = [:]
    /// The number of open blocks that are left out because they are too deep.
    private var skipped = 0
    private let files: DiagramFiles

    /// A file that is being read.
    private struct Frame {
        var scanner: DSLScanner
        let path: String
        /// The number of blocks that were open when the file began.
        let depth: Int
    }

    private init(files: DiagramFiles) { self.files = files }

    /// Reads a text; what is wrong in it is among the findings, and the rest is read all the same.
    static func load(
        _ bytes: [UInt8], path: String, offset: SourcePosition = SourcePosition(line: 0, column: 0), files: DiagramFiles
    ) -> DSLStatements {
        var loader = DSLLoader(files: files)
        loader.begin(DSLScanner(bytes, path: path, offset: offset), path)
        while !loader.frames.isEmpty { loader.step() }
        return loader.statements
    }

    private mutating func begin(_ scanner: DSLScanner, _ path: String) {
        var scanner = scanner
        scanner.isStrict = statements.isStrict
        statements.files.append(path)
        frames.append(Frame(scanner: scanner, path: path, depth: open.count))
    }

    private var path: String { frames.last?.path ?? "" }

    private mutating func step() {
        let top = frames.count - 1
        if let tokens = frames[top].scanner.nextLine() {
            take(tokens)
            return
        }
        let frame = frames[top]
        for index in open[frame.depth...] {
            let statement = statements.all[index]
            let word = statement.words.first?.text ?? "{"
            report(.unclosedBlock(word), statement.tokens.first?.range ?? frame.scanner.end)
        }
        while open.count > frame.depth { closeBlock() }
        statements.findings += frame.scanner.findings
        frames.removeLast()
    }

    private mutating func take(_ tokens: [DSLToken]) {
        var tokens = tokens.map(replacingConstants)
        while let first = tokens.first, first.text == "}", !first.isQuoted {
            tokens.removeFirst()
            if !tokens.isEmpty { report(.braceNotAlone, first.range) }
            close(first)
        }
        if takeBraceWithin(tokens) { return }
        guard let first = tokens.first, let last = tokens.last else { return }
        var opens = false
        if !last.isQuoted, last.text.utf8.last == UInt8(ascii: "{"), !last.text.hasPrefix("${") {
            opens = true
            if last.text == "{" {
                tokens.removeLast()
            } else {
                report(.gluedBrace, last.range)
                tokens[tokens.count - 1].text.removeLast()
            }
        } else if last.text == "}", !last.isQuoted {
            takeOneLineBlock(tokens)
            return
        }
        let range = SourceRange(start: first.range.start, end: last.range.end)
        if tokens.isEmpty, opens, !standsAlone(range) { return }
        if takeDirective(tokens, opens: opens) { return }
        add(DSLStatement(tokens: tokens, path: path, hasBlock: opens, end: 0, range: range))
    }

    /// Takes `word { word`, which is a fault but clear enough; false for every other line.
    private mutating func takeBraceWithin(_ tokens: [DSLToken]) -> Bool {
        guard let brace = tokens.firstIndex(where: { $0.text == "{" && !$0.isQuoted }), brace < tokens.count - 1,
            let last = tokens.last, last.text != "}" || last.isQuoted
        else { return false }
        report(.braceNotLast, tokens[brace].range)
        take(Array(tokens[...brace]))
        take(Array(tokens[(brace + 1)...]))
        return true
    }

    /// Takes `word word { word }`, which is a fault but clear enough.
    private mutating func takeOneLineBlock(_ tokens: [DSLToken]) {
        guard let last = tokens.last else { return }
        report(.braceNotAlone, last.range)
        guard let brace = tokens.firstIndex(where: { $0.text == "{" && !$0.isQuoted }) else {
            take(Array(tokens.dropLast()))
            close(last)
            return
        }
        take(Array(tokens[...brace]))
        let inner = Array(tokens[(brace + 1)...].dropLast())
        if !inner.isEmpty { take(inner) }
        close(last)
    }

    /// Whether `{` alone on a line begins parallel steps; elsewhere it belongs to the line before.
    private mutating func standsAlone(_ range: SourceRange) -> Bool {
        if skipped > 0 { return true }
        let above = open.last.map { statements.all[$0] }
        if let above, above.tokens.isEmpty || above.keyword == "dynamic" { return true }
        report(.braceOnItsOwn, range)
        guard let last = statements.all.indices.last, last != open.last, statements.all[last].end == last + 1,
            !statements.all[last].hasBlock
        else { return true }
        statements.all[last].hasBlock = true
        open.append(last)
        return false
    }

    private mutating func add(_ statement: DSLStatement) {
        if open.count >= Self.deepest || skipped > 0 {
            if statement.hasBlock {
                if skipped == 0 { report(.tooDeep(Self.deepest), statement.range) }
                skipped += 1
            }
            return
        }
        var statement = statement
        statement.end = statements.all.count + 1
        if statement.hasBlock { open.append(statements.all.count) }
        statements.all.append(statement)
    }

    private mutating func close(_ brace: DSLToken) {
        if skipped > 0 {
            skipped -= 1
        } else if open.count > (frames.last?.depth ?? 0) {
            closeBlock()
        } else {
            report(.strayBrace, brace.range)
        }
    }

    private mutating func closeBlock() {
        guard let index = open.popLast() else { return }
        statements.all[index].end = statements.all.count
    }

    private mutating func report(_ fault: DSLFault, _ range: SourceRange) {
        statements.findings.append(.dsl(fault, path, range))
    }

    // MARK: Directives that act while reading

    /// Takes `!const`, `!var`, `!include` and `!strict`; false for every other line.
    private mutating func takeDirective(_ tokens: [DSLToken], opens: Bool) -> Bool {
        guard let first = tokens.first, !first.isQuoted, first.text.utf8.first == UInt8(ascii: "!") else {
            return false
        }
        switch first.text.lowercased() {
        case "!strict":
            statements.isStrict = true
            for index in frames.indices { frames[index].scanner.isStrict = true }
        case "!constant":
            report(.oldKeyword(first.text, instead: "`!const`"), first.range)
            define(tokens)
        case "!const", "!var": define(tokens)
        case "!include": include(tokens)
        default: return false
        }
        return true
    }

    private mutating func define(_ tokens: [DSLToken]) {
        guard tokens.count >= 3 else {
            report(.missing("a name and a value", after: tokens[0].text), tokens[0].range)
            return
        }
        if tokens.count > 3 {
            report(.tooManyWords(tokens[3].text, form: "\(tokens[0].text) <name> <value>"), tokens[3].range)
        }
        let name = tokens[1].text
        let isFixed = tokens[0].text.lowercased() != "!var"
        if isFixed && constants[name] != nil { return report(.duplicateConstant(name), tokens[1].range) }
        constants[name] = tokens[2].text
    }

    private mutating func include(_ tokens: [DSLToken]) {
        guard tokens.count >= 2 else {
            report(.missing("a file or a folder", after: tokens[0].text), tokens[0].range)
            return
        }
        let name = tokens[1]
        guard !DiagramFiles.isAddress(name.text) else {
            report(.refused("!include \(name.text)", why: DSLFault.noNetwork), name.range)
            return
        }
        guard let target = DiagramFiles.resolve(name.text, from: path) else {
            report(.refused("!include \(name.text)", why: DSLFault.outside), name.range)
            return
        }
        switch files.item(target) {
        case .file(let bytes): beginIncluded([(target, bytes)], at: name.range)
        case .folder(let paths):
            let read = paths.compactMap { path -> (String, [UInt8])? in
                guard case .file(let bytes) = files.item(path) else { return nil }
                return (path, bytes)
            }
            beginIncluded(read, at: name.range)
        case .unreadable(let why): report(.unreadableFile(target, why: why), name.range)
        }
    }

    /// Begins files so that the first of them is read first.
    private mutating func beginIncluded(_ read: [(path: String, bytes: [UInt8])], at range: SourceRange) {
        for (path, bytes) in read.reversed() {
            if frames.contains(where: { $0.path == path }) {
                report(.includeLoop(path), range)
            } else if statements.all.count > Self.mostStatements || statements.files.count > Self.mostFiles {
                report(.refused("!include \(path)", why: "there is too much already; include less"), range)
            } else {
                begin(DSLScanner(bytes, path: path), path)
            }
        }
    }

    // MARK: Constants

    /// The token with every `${NAME}` of a known name replaced; unknown ones stay as they are.
    private func replacingConstants(_ token: DSLToken) -> DSLToken {
        guard token.text.utf8.contains(UInt8(ascii: "$")) else { return token }
        var token = token
        let bytes = Array(token.text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
                let value = constants[bytes[(index + 2)..<end].text], result.count < Self.longestText
            {
                result += value.utf8
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        token.text = result.text
        return token
    }
}

extension DSLFault {
    static let noNetwork = "nothing is fetched from the network; keep a copy in the workspace and name that"
    static let outside = "it leads out of the workspace; move the file into it"
    static let noPrograms = "no program is run from a diagram; write down what it would have made"
}
