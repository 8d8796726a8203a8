import Diagrams
import Model
import TestSupport
import Testing

/// What is written must read as what it was written from.
@Suite struct `A model that is written and read again` {
    @Test(arguments: Fixture.all) func `is the same for every fixture`(_ fixture: Fixture) {
        let first = fixture.document.workspace
        #expect(!first.elements.isEmpty)
        let text = DSLWriter.text(of: first)
        let again = DSLReader.read(Array(text.utf8), path: "again.dsl")
        #expect(again.findings.filter { $0.severity == .error } == [], "\(text)")
        expectSame(again.workspace, first, text)
        #expect(DSLWriter.text(of: again.workspace) == text)
    }

    @Test(arguments: 1...60) func `is the same for models made by chance`(seed: UInt64) {
        var maker = RandomWorkspace(seed: seed)
        let first = maker.make()
        let text = DSLWriter.text(of: first)
        let again = DSLReader.read(Array(text.utf8), path: "again.dsl")
        #expect(again.findings.filter { $0.severity == .error } == [], "\(text)")
        expectSame(again.workspace, first, text)
    }

    @Test(arguments: Fixture.all) func `shows the same as JSON`(_ fixture: Fixture) {
        let first = fixture.document.workspace
        let json = WorkspaceJSONWriter.value(of: first).document
        let again = WorkspaceJSONReader.read(json, path: "again.json")
        #expect(again.findings == [])
        // JSON lists elements by their kinds, so the order is another.
        #expect(again.workspace.elements.map(\.name).sorted() == first.elements.map(\.name).sorted())
        let (before, after) = (ViewResolver(first), ViewResolver(again.workspace))
        for (was, now) in zip(before.views, after.views) {
            guard was.kind != .filtered, let left = before.resolve(was), let right = after.resolve(now) else {
                continue
            }
            #expect(left.elements.map(\.name).sorted() == right.elements.map(\.name).sorted(), "\(was.key)")
            #expect(left.relationships.count == right.relationships.count, "\(was.key)")
        }
    }

    /// Compares part by part, so that a failure says which.
    private func expectSame(_ again: C4Workspace, _ first: C4Workspace, _ text: String) {
        for (left, right) in zip(again.elements, first.elements) { #expect(left == right) }
        for (left, right) in zip(again.relationships, first.relationships) { #expect(left == right) }
        for (left, right) in zip(again.views, first.views) { #expect(left == right) }
        #expect(again.styles == first.styles)
        #expect(again.environments == first.environments)
        #expect(again == first, "\(text)")
    }
}
