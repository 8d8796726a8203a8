import FoundationEssentials
import Model
import Reading
import Testing

/// The five documents that the project began from, where they are present beside the repository.
@Suite(.enabled(if: Seeds.arePresent, "the seeds are not beside this clone"))
struct SeedDocumentTests {
    @Test func `the two collections give every link`() throws {
        #expect(try Seeds.read("links-software-architecture.md").entries.filter { $0.link?.url != nil }.count == 19)
        #expect(try Seeds.read("links-patterns-and-processes.md").entries.filter { $0.link?.url != nil }.count == 28)
    }

    @Test func `every address survives as it is written`() throws {
        for name in ["links-software-architecture.md", "links-patterns-and-processes.md"] {
            let text = try Seeds.bytes(name).text
            for entry in try Seeds.read(name).entries {
                let url = try #require(entry.link?.url)
                #expect(text.contains(url))
            }
        }
    }

    @Test func `the review week gives its questions, exercise and resources`() throws {
        let document = try Seeds.read("review-week-07-async-systems.md")
        let questions = document.entries.compactMap(\.question)
        #expect(questions.map(\.number) == [1, 2, 3, 4, 5])
        #expect(questions.map(\.points) == [40, 40, 40, 40, 40])
        #expect(questions.allSatisfy { $0.tasks.count == 4 && $0.rubric.count >= 5 && $0.modelAnswer != nil })
        #expect(questions.allSatisfy { $0.rubric.map(\.points).reduce(0, +) == 40 })
        #expect(document.entries.count { $0.kind == .exercise } == 1)
        let works = document.entries.compactMap(\.link)
        #expect(works.count { $0.url != nil } == 5)
        #expect(works.filter { $0.url == nil }.map(\.medium) == [.book])
        #expect(document.weeks.map(\.name) == [ReviewWeek.Name(number: 7, title: "Asynchronous Systems")])
        #expect(document.weeks.first?.statedTotal == "200/200")
    }

    @Test func `the page gives its topics`() throws {
        let document = try Seeds.read("page-architecture-patterns.txt")
        #expect(document.document.shape == .pastedPage)
        #expect(document.entries.count { $0.kind == .topic } == 8)
        #expect(document.entries.count { $0.kind == .pattern } == 31)
    }

    @Test func `the notes give their patterns and the category`() throws {
        let patterns = try Seeds.read("notes-cqrs-event-sourcing-stability.ru.md").entries.filter {
            $0.kind == .pattern
        }
        #expect(patterns.map(\.title) == ["CQRS", "Event sourcing", "Stability patterns", "Retry", "Timeout"])
        #expect(patterns[0].aliases == ["Command and Query Responsibility Segregation"])
        #expect(
            patterns.filter { $0.title == "Retry" || $0.title == "Timeout" }.allSatisfy {
                $0.section == ["Stability patterns"]
            })
        #expect(patterns.allSatisfy { $0.language == .russian })
    }

    @Test(arguments: Seeds.names) func `no line is unread`(name: String) throws {
        #expect(try Seeds.read(name).document.coverage.unreadLines == [])
    }
}

/// The folder of the seeds.
private enum Seeds {
    static let names = [
        "links-patterns-and-processes.md", "links-software-architecture.md",
        "notes-cqrs-event-sourcing-stability.ru.md",
        "page-architecture-patterns.txt", "review-week-07-async-systems.md",
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/seeds").standardized.path()

    static var arePresent: Bool { names.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") } }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }

    static func read(_ name: String) throws -> ReadDocument {
        DocumentReader.read(path: "knowledge/\(name)", bytes: try bytes(name))
    }
}
