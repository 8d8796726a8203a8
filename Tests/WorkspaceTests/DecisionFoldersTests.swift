import Model
import Records
import TestSupport
import Testing
import Workspace

/// Decisions are found where the tools that wrote them look.
@Suite struct DecisionFoldersTests {
    @Test(arguments: [
        ([".adr-dir": "notes/adr\n"], "notes/adr"), (["doc/adr/0001-a.md": ""], "doc/adr"),
        (["docs/adr/0001-a.md": ""], "docs/adr"), (["docs/decisions/0001-a.md": ""], "docs/decisions"),
        ([".log4brains.yml": "project:\n  name: x\n  adrFolder: ./docs/log\n"], "docs/log"),
        (["adrs.toml": "adr_dir = \"doc/choices\"\nmode = \"nextgen\"\n"], "doc/choices"),
        (["adr.config.json": "{\"path\": \"./Docs/Adr\"}"], "Docs/Adr"),
        ([".adr-dir": "../elsewhere\n", "docs/adr/0001-a.md": ""], "docs/adr"),
        (["archbook.yml": "decisions: choices\n", ".adr-dir": "notes/adr\n"], "choices"),
    ])
    func `finds the folder`(files: [String: String], decisions: String) throws {
        let folder = try TemporaryFolder(files)
        try folder.makeFolder("deep/er")
        let workspace = try OpenWorkspace.find(from: folder.path("deep/er"))
        #expect(workspace.settings.decisions == decisions)
        #expect(workspace.root == folder.path)
    }

    @Test(arguments: ["adr", "knowledge", "docs/adr"])
    func `takes no file for a folder of decisions`(name: String) throws {
        let folder = try TemporaryFolder([name: "not a folder"])
        #expect(throws: WorkspaceError.self) { try OpenWorkspace.find(from: folder.path) }
    }

    @Test(arguments: [".adr-dir", "adrs.toml"])
    func `takes no folder for the settings of a tool`(name: String) throws {
        let folder = try TemporaryFolder(["\(name)/x": ""])
        #expect(throws: WorkspaceError.self) { try OpenWorkspace.find(from: folder.path) }
    }

    @Test func `reads proposals of Kubernetes from their folders`() throws {
        let folder = try TemporaryFolder([
            "archbook.yml": "proposals: keps\n", "keps/1-a/kep.yaml": "title: A\nstatus: provisional\n",
            "keps/1-a/README.md": "# A\n", "keps/README.md": "x",
        ])
        let workspace = try OpenWorkspace.find(from: folder.path)
        let set = try workspace.readRecords(in: "keps", kind: .proposal, isReadable: false).set
        #expect(set.files.map(\.record.stem) == ["1-a"])
        #expect(set.files.first?.entry.title == "A")
    }
}
