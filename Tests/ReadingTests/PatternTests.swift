import Model
import Reading
import Testing

/// Notes on patterns, and prose that looks like them.
@Suite struct PatternTests {
    @Test(arguments: [
        (
            "### Что такое CQRS (Command and Query Responsibility Segregation)?", "CQRS",
            ["Command and Query Responsibility Segregation"]
        ),
        ("### What is a Saga?", "Saga", []), ("## Retry pattern", "Retry", ["Retry pattern"]),
        ("# Паттерн «Outbox»", "Outbox", ["Паттерн «Outbox»"]), ("## Что такое Event sourcing?", "Event sourcing", []),
        ("## CQRS (разделение команд и запросов)", "CQRS", ["разделение команд и запросов"]),
        ("## What is a bulkhead (a.k.a. compartment)?", "Bulkhead", ["compartment"]),
        ("## What is separation of concerns?", "Separation of concerns", []),
        ("## Шаблон Наблюдатель", "Наблюдатель", ["Шаблон Наблюдатель"]),
    ])
    func `reads the name and the aliases in a heading`(heading: String, title: String, aliases: [String]) throws {
        let entry = try #require(entries(.pattern, "\(heading)\n\nIt does a thing.\n").first)
        #expect(entry.title == title)
        #expect(entry.aliases == aliases)
        #expect(entry.body == "It does a thing.")
        #expect(entry.note == "It does a thing.")
    }

    @Test func `reads a category with the patterns below it`() {
        let text =
            "## Stability patterns\n\nThey keep systems up.\n\n### Retry pattern\nAgain.\n\n### Bulkhead\nWalls.\n"
        let patterns = entries(.pattern, text)
        #expect(patterns.map(\.title) == ["Stability patterns", "Retry", "Bulkhead"])
        #expect(patterns.map { $0.content == .pattern(Pattern(isCategory: true)) } == [true, false, false])
        #expect(patterns[0].body == "They keep systems up.")
        #expect(patterns[1].section == ["Stability patterns"])
    }

    @Test func `takes deeper headings for parts of their pattern`() throws {
        let text = "### Что такое X?\nТекст.\n\n##### База одна или две?\nДве.\n\n###### Снапшоты\nСнимок.\n"
        let document = read(text)
        #expect(document.entries.filter { $0.kind == .pattern }.map(\.title) == ["X"])
        #expect(document.entries.first { $0.kind == .pattern }?.body?.contains("Снимок.") == true)
        #expect(
            document.entries.filter { $0.kind == .question }.map(\.title) == ["Что такое X?", "База одна или две?"])
        #expect(document.document.coverage.unread == 0)
    }

    @Test func `keeps the text before the first heading`() {
        let document = read("Микросервисы отвечают за задачу.\n### Что такое CQRS?\nПаттерн.\n")
        #expect(document.passages.map(\.text) == ["Микросервисы отвечают за задачу."])
        #expect(document.passages.map(\.section) == [[]])
    }

    @Test func `makes a short question of a heading in question form`() throws {
        let entry = try #require(entries(.question, "# Topic\n\n## Is it safe?\n\nYes, if **bounded**.\n").first)
        #expect(entry.title == "Is it safe?")
        #expect(entry.question?.form == .short)
        #expect(entry.question?.modelAnswer == "Yes, if **bounded**.")
        #expect(entry.section == ["Topic"])
    }

    @Test func `reads one note from a file with the usual parts`() throws {
        let text = """
            ---
            aliases: [Размыкатель]
            tags: resilience
            ---
            # Circuit Breaker

            #pattern

            ## Problem
            Calls pile up.

            ## Solution
            Stop calling.
            """
        let entry = try #require(entries(.pattern, text, path: "knowledge/Circuit Breaker.ru.md").first)
        #expect(entry.id == EntryID("circuit-breaker.ru"))
        #expect(entry.aliases == ["Размыкатель"])
        #expect(entry.tags.map(\.name) == ["resilience", "pattern"])
        #expect(entry.source.range.start.line == 5)
    }

    @Test(arguments: ["Read model", "Structural patterns", "Saga", "Сага"])
    func `a file about one thing is one note, whatever its title`(title: String) {
        let text = "# \(title)\n\nIntro.\n\n## Problem\n\nP.\n\n## Solution\n\nS.\n\n## How it works\n\nH.\n"
        #expect(entries(.pattern, text).map(\.title) == [title])
        #expect(read(text).document.coverage.context == 0)
    }

    @Test(arguments: [
        "# shop\n\nThe shop.\n\n## Installation\n\nRun make.\n\n## Architecture\n\nWe use layers.\n\n## License\n\nMIT\n",
        "# Sync 2024\n\n## Attendees\nAnna\n\n## Kafka migration\nWe wait.\n\n## Action items\n- x\n",
        "# Лекция 5\n\n## Теорема CAP\nСистема не может.\n\n## Ссылки\nНет.\n",
        "# Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nLoad.\n\n## Decision\n\nQueue.\n\n## Consequences\n\nOrder.\n",
        "# Thoughts\n\nSome prose.\n\n## Monday\n\nRain.\n",
    ])
    func `finds no pattern in other prose`(text: String) {
        let document = read(text)
        #expect(document.entries.filter { $0.kind == .pattern }.map(\.title) == [])
        #expect(document.document.coverage.unread == 0)
    }

    @Test(arguments: [
        "What are the trade-offs of CQRS?", "What is the difference between a saga and a transaction?",
        "What are advantages of a queue?",
    ])
    func `takes a question about something for no pattern`(heading: String) {
        #expect(entries(.pattern, "# Notes\n\n## \(heading)\n\nMore parts.\n").isEmpty)
        #expect(entries(.question, "# Notes\n\n## \(heading)\n\nMore parts.\n").map(\.title) == [heading])
    }

    @Test(arguments: ["It is a pattern that isolates.\n", "## Problem\n\nX.\n\n## Solution\n\nY.\n"])
    func `reads a note whose title stands in its front matter`(body: String) throws {
        let text = "---\ntitle: Bulkhead\naliases: [compartment]\n---\n\n\(body)"
        let document = read(text, path: "knowledge/walls.md")
        let entry = try #require(document.entries.first { $0.kind == .pattern })
        #expect(entry.title == "Bulkhead")
        #expect(entry.aliases == ["compartment"])
        #expect(entry.id == EntryID("walls"))
        #expect(entry.body == body.trimmed)
        #expect(document.document.coverage.unread == 0)
    }

    @Test func `takes a titled text that speaks of no pattern for prose`() {
        #expect(entries(.pattern, "---\ntitle: Minutes\n---\n\nWe met.\n").isEmpty)
    }
}
