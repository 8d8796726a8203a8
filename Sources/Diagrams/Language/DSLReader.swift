package import Model

/// What came of reading a text or a file of diagrams.
package struct DiagramDocument: Sendable {
    /// The path of the file, relative to the workspace.
    package var path: String
    package var workspace: C4Workspace
    package var findings: [Finding] = []
    /// Where each element is declared, by its id.
    package var elementPlaces: [String: Source] = [:]
    /// Where each relationship of the workspace is stated, in their order.
    package var relationshipPlaces: [Source] = []
    /// Where each view is declared, by its key.
    package var viewPlaces: [String: Source] = [:]
    /// The keys that the author did not give.
    package var madeUpKeys: Set<String> = []
    /// The files that were read for it, itself first.
    package var files: [String] = []

    package init(path: String, workspace: C4Workspace = C4Workspace()) {
        self.path = path
        self.workspace = workspace
        files = [path]
    }
}

/// Reads the Structurizr DSL.
///
/// The grammar is that of https://docs.structurizr.com/dsl/language. Beyond it, and off by `!strict`: references to
/// what is declared further down, comments at the end of a line, `!use FILE`, and texts without `workspace`.
package struct DSLReader {
    var statements: DSLStatements
    var path: String
    let files: DiagramFiles
    var draft = ModelDraft()
    var workspace = C4Workspace()
    var findings: [Finding] = []
    var readFiles: [String] = []
    var archetypes = Archetypes()
    var isHierarchical = false
    var impliesRelationships = true
    /// The number of the statement that is being read.
    var clock = 0
    /// The statements that pick elements of the finished model: `!elements` and early `!element`.
    var deferred: [Deferred] = []
    var viewBlocks: [ViewBlock] = []
    /// The files that are being read as bases or used, to find loops.
    var openFiles: [String]
    var ids = ModelIDs(ModelDraft())
    var viewPlaces: [String: Source] = [:]
    var madeUpKeys: Set<String> = []

    /// A statement that waits for the whole model.
    struct Deferred {
        let statements: DSLStatements
        let path: String
        let index: Int
        let scope: DraftScope
    }

    /// Statements about views that wait for the whole model.
    struct ViewBlock {
        let statements: DSLStatements
        let path: String
        let indices: [Int]
    }

    private init(_ bytes: [UInt8], path: String, offset: SourcePosition, files: DiagramFiles) {
        statements = DSLLoader.load(bytes, path: path, offset: offset, files: files)
        self.path = path
        self.files = files
        openFiles = [path]
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - path: the file that the text stands in, for findings and for finding other files beside it.
    ///   - offset: what is added to every line and column, for a block within another text.
    package static func read(
        _ bytes: [UInt8], path: String, offset: SourcePosition = SourcePosition(line: 0, column: 0),
        files: DiagramFiles = .none
    ) -> DiagramDocument {
        guard bytes.count <= largestText else {
            var document = DiagramDocument(path: path)
            document.findings = [.dsl(.notDSL("this is larger than 4 MiB and was not read; split it"), path, .top)]
            return document
        }
        var reader = DSLReader(bytes, path: path, offset: offset, files: files)
        return reader.read()
    }

    /// The number of bytes beyond which a text is not read.
    package static let largestText = 4 << 20

    private mutating func read() -> DiagramDocument {
        readTopLevel()
        runDeferred()
        finishModel()
        readViews()
        var document = DiagramDocument(path: path, workspace: workspace)
        // What a query over elements looked at is looked at again in the end.
        document.findings = (findings + statements.findings).sorted().reduce(into: []) { told, finding in
            if told.last != finding { told.append(finding) }
        }
        document.viewPlaces = viewPlaces
        document.madeUpKeys = madeUpKeys
        document.files = [path] + (readFiles + statements.files).filter { $0 != path }
        placeModel(in: &document)
        return document
    }

    private func placeModel(in document: inout DiagramDocument) {
        for (index, item) in draft.elements.enumerated() { document.elementPlaces[ids.elements[index]] = item.place }
        document.relationshipPlaces = relationshipOrder.map { draft.relationships[$0].place }
    }

    /// The indices of the drafts of the relationships that became part of the workspace.
    var relationshipOrder: [Int] = []

    // MARK: The outermost level

    /// Reads the statements outside of all blocks: a workspace, or the parts of one without it.
    mutating func readTopLevel() {
        var loose: [Int] = []
        noteRepeated(["workspace"], statements.children(of: nil))
        for index in statements.children(of: nil) {
            let statement = statements.all[index]
            if statement.keyword == "workspace" { readWorkspace(index) } else { loose.append(index) }
        }
        if statements.isStrict, let first = loose.first {
            report(.unexpected(statements.all[first].words.first?.text ?? "{", place: "outside of `workspace`"), first)
            return
        }
        readWorkspaceBody(loose, isLoose: true)
    }

    private mutating func readWorkspace(_ index: Int) {
        let words = Array(statements.all[index].words)
        if words.count >= 2, words[1].text.lowercased() == "extends", !words[1].isQuoted {
            guard words.count >= 3 else { return report(.missing("a file", after: "extends"), index) }
            readBase(words[2], takesViews: true)
        } else {
            if words.count > 1 { workspace.name = words[1].text }
            if words.count > 2 { workspace.description = words[2].text }
        }
        refuseMore(words, than: 3, "workspace [name] [description]")
        readWorkspaceBody(statements.children(of: index), isLoose: false)
    }

    /// Reads the statements of a workspace; those of views wait until the model is known.
    private mutating func readWorkspaceBody(_ indices: [Int], isLoose: Bool) {
        var views: [Int] = []
        var model: [Int] = []
        noteRepeated(["model", "views", "configuration"], indices)
        for index in indices {
            clock += 1
            let statement = statements.all[index]
            switch statement.keyword {
            case "name": workspace.name = oneText(index) ?? workspace.name
            case "description": workspace.description = oneText(index) ?? workspace.description
            case "properties" where !isLoose: workspace.properties.merge(readPairs(index)) { _, new in new }
            case "model": readModelBody(statements.children(of: index), in: DraftScope())
            case "views": views += statements.children(of: index)
            case "configuration": readConfiguration(index)
            case "!docs", "!documentation", "!adrs", "!decisions":
                if let papers = readPapers(index) { workspace.papers.append(papers) }
            default:
                if takeSwitch(index) { continue }
                if isLoose, statement.identifier == nil, Self.viewWords.contains(statement.keyword) {
                    views.append(index)
                } else if isLoose {
                    model.append(index)
                } else {
                    unknown(index, "in `workspace`", Self.workspaceWords)
                }
            }
        }
        readModelBody(model, in: DraftScope())
        viewBlocks.append(ViewBlock(statements: statements, path: path, indices: views))
    }

    /// Notes blocks of which there may be one only, and which are read all the same.
    private mutating func noteRepeated(_ words: Set<String>, _ indices: [Int]) {
        var seen: Set<String> = []
        for index in indices where words.contains(statements.all[index].keyword) {
            let word = statements.all[index].keyword
            if !seen.insert(word).inserted { report(.repeated(word), index) }
        }
    }

    private static let workspaceWords = [
        "model", "views", "configuration", "name", "description", "properties", "!docs", "!adrs", "!identifiers",
        "!impliedRelationships", "!use", "!include", "!const", "!var", "!strict",
    ]

    // MARK: Switches that stand anywhere

    /// Takes `!identifiers`, `!impliedRelationships`, `!use` and what is refused; false for everything else.
    mutating func takeSwitch(_ index: Int) -> Bool {
        let words = Array(statements.all[index].words)
        switch statements.all[index].keyword {
        case "!identifiers":
            switch words.dropFirst().first?.text.lowercased() {
            case "hierarchical": isHierarchical = true
            case "flat": isHierarchical = false
            default: report(.badValue(text(words, 1), of: "!identifiers", allowed: "`hierarchical` or `flat`"), index)
            }
        case "!impliedrelationships", "!impliedrelationshipsstrategy":
            switch words.dropFirst().first?.text.lowercased() {
            case "false": impliesRelationships = false
            case "true": impliesRelationships = true
            default:
                let name = "!impliedRelationships"
                report(.badValue(text(words, 1), of: name, allowed: "`true` or `false`"), index)
            }
        case "!use":
            if statements.isStrict {
                report(.refused("!use", why: "`!strict` allows only what Structurizr knows"), index)
            } else if words.count < 2 {
                report(.missing("a file", after: "!use"), index)
            } else {
                readBase(words[1], takesViews: false)
            }
        case "!script", "!plugin", "!components", "!findelement", "!findelements":
            report(.refused(words[0].text, why: DSLFault.noPrograms), index)
        default: return false
        }
        return true
    }

    /// Reads another file as part of this text: all of it, or its model and styles.
    private mutating func readBase(_ name: DSLToken, takesViews: Bool) {
        let place = (path, name.range)
        func refuse(_ fault: DSLFault) { findings.append(.dsl(fault, place.0, place.1)) }
        let shown = "\(takesViews ? "extends" : "!use") \(name.text)"
        if DiagramFiles.isAddress(name.text) { return refuse(.refused(shown, why: DSLFault.noNetwork)) }
        // `!use` takes a path from the top of the workspace as well, since blocks move between notes.
        guard let beside = DiagramFiles.resolve(name.text, from: statements.files.first ?? path) else {
            return refuse(.refused(shown, why: DSLFault.outside))
        }
        for target in takesViews ? [beside] : [beside, name.text] {
            guard case .file(let bytes) = files.item(target) else { continue }
            if openFiles.contains(target) { return refuse(.includeLoop(target)) }
            guard openFiles.count < DSLLoader.deepest else { return refuse(.refused(shown, why: "it nests too deep")) }
            return takeBase(bytes, target, takesViews: takesViews)
        }
        refuse(.unreadableFile(name.text, why: "there is no such file"))
    }

    private mutating func takeBase(_ bytes: [UInt8], _ target: String, takesViews: Bool) {
        readFiles.append(target)
        if target.lowercased().hasSuffix(".json") {
            let base = WorkspaceJSONReader.read(bytes, path: target)
            findings += base.findings
            adopt(base, takesViews: takesViews)
            return
        }
        let outer = (statements, path, isHierarchical, impliesRelationships, workspace, viewBlocks)
        statements = DSLLoader.load(bytes, path: target, files: files)
        path = target
        isHierarchical = false
        openFiles.append(target)
        readTopLevel()
        openFiles.removeLast()
        findings += statements.findings
        readFiles += statements.files
        let blocks = viewBlocks
        (statements, path, isHierarchical, impliesRelationships, _, _) = outer
        if takesViews { return }
        workspace = outer.4
        // Of a used file the views stay where they are; its styles come along.
        viewBlocks = outer.5
        for block in blocks.dropFirst(outer.5.count) {
            let styles = block.indices.filter {
                ["styles", "theme", "themes"].contains(block.statements.all[$0].keyword)
            }
            viewBlocks.append(ViewBlock(statements: block.statements, path: block.path, indices: styles))
        }
    }
}

extension SourceRange {
    /// The first byte of a text.
    static let top = SourceRange(at: .start)
}
