import Diagrams
import FoundationEssentials
import TestSupport
import Testing

@Suite struct `A text drawing` {
    @Test(arguments: [SampleViews.bankContext, SampleViews.signIn, SampleViews.loops, SampleViews.boundaryEnds])
    func `looks as recorded`(view: DiagramView) throws {
        let text = TextDrawing.text(of: view)
        #expect(try text == Golden.expected("\(view.key).txt", actual: text))
    }

    @Test func `draws with ASCII where asked`() throws {
        let text = TextDrawing.text(of: SampleViews.bankContainers, isASCII: true)
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(try text == Golden.expected("internet-banking-containers.ascii.txt", actual: text))
    }

    @Test(arguments: SampleViews.all) func `shows every word of every name`(view: DiagramView) {
        let text = TextDrawing.text(of: view)
        for element in view.elements {
            for word in element.name.split(separator: " ") where word.utf8.count < 12 {
                #expect(text.contains(word))
            }
        }
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test(arguments: SampleViews.all) func `keeps to 80 columns`(view: DiagramView) {
        #expect(TextDrawing.arrange(view).size.width <= 80)
    }

    @Test(arguments: BookFile.all) func `keeps to 80 columns for every view of the book`(file: BookFile) {
        let document = DSLReader.read(file.bytes, path: file.name)
        let resolver = ViewResolver(document.workspace)
        #expect(!resolver.views.isEmpty)
        for view in resolver.views.compactMap(resolver.resolve) {
            let diagram = TextDrawing.arrange(view)
            #expect(diagram.size.width <= 80, "\(view.title)")
            #expect(diagram.faults.allSatisfy { $0.kind == .crossing }, "\(view.title)")
        }
    }

    @Test func `names what changed`() {
        let text = TextDrawing.text(of: SampleViews.bankContext, marks: ["mail": .added, "r1": .removed])
        #expect(text.contains("+ added"))
        #expect(text.contains("− removed"))
    }
}

/// A file of `knowledge/diagrams`.
struct BookFile: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }

    static let all: [BookFile] = {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.appending(path: "knowledge/diagrams")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.filter { $0.hasSuffix(".dsl") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { BookFile(name: name, bytes: Array($0)) }
        }
    }()
}
