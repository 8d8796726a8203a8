import Diagrams
import Model
import Testing

/// How two versions of a model differ.
@Suite struct `A comparison of models` {
    private func read(_ text: String) -> C4Workspace { DSLReader.read(Array(text.utf8), path: "x.dsl").workspace }

    private static let before = """
        a = person "A" "Old words"
        b = softwareSystem "B"
        c = softwareSystem "C"
        a -> b "Uses" "HTTP"
        a -> c "Uses"
        systemLandscape v {
            include *
        }
        """
    private static let after = """
        a = person "A" "New words"
        b = softwareSystem "B"
        renamed = softwareSystem "C"
        d = softwareSystem "D"
        a -> b "Uses" "HTTPS"
        a -> d "Asks"
        systemLandscape v {
            include *
        }
        systemLandscape w {
            include *
        }
        """

    @Test func `tells what was added, removed and changed`() {
        let diff = C4Diff(from: read(Self.before), to: read(Self.after))
        let told = diff.changes.map { change in
            "\(change.state) \(change.kind) \(change.id)" + change.fields.map { " \($0.name)=\($0.after)" }.joined()
        }
        #expect(
            told == [
                "changed person a description=New words", "changed software system renamed id=renamed",
                "added software system d", "changed relationship a -> b technology=HTTPS",
                "added relationship a -> d", "removed relationship a -> c", "changed view v elements=a, b, renamed, d",
                "added view w",
            ])
    }

    @Test(arguments: Fixture.all) func `of a model with itself is empty`(_ fixture: Fixture) {
        #expect(C4Diff(from: fixture.document.workspace, to: fixture.document.workspace).isEmpty)
    }

    @Test func `marks the parts of one drawing`() throws {
        let (before, after) = (read(Self.before), read(Self.after))
        let views = [before, after].map { workspace in
            workspace.view("v").flatMap(ViewResolver(workspace).resolve)
        }
        let diff = try #require(DiffView(views[0], views[1]))
        #expect(diff.view.ids == ["a", "b", "renamed", "d", "c"])
        #expect(diff.marks["a"] == .changed)
        #expect(diff.marks["c"] == .removed)
        #expect(diff.marks["a->d"] == .added)
        #expect(Set(diff.view.relationships.map(\.id)).count == diff.view.relationships.count)
    }
}
