import LinkHealth
import Model
import Testing

/// The file of what is known of links.
struct LinkHistoryTests {
    @Test func `comes back as it was written, sorted, one line each`() {
        var history = LinkHistory()
        var moved = LinkSighting(url: "https://b.org/ж", answer: .reached, status: 200)
        moved.redirects = [Redirect(status: 301, address: "https://c.org/")]
        history.add(moved, on: .first)
        history.add(LinkSighting(url: "https://a.org/", answer: .gone, status: 404, remark: "gone"), on: .first)
        history.add(LinkSighting(url: "http://a.org/", answer: .trouble, remark: "no answer"), on: .first)
        let lines = history.bytes.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.map { $0.contains("http://a.org/") } == [true, false, false])
        #expect(lines.last?.contains("https://b.org/ж") == true)
        let again = LinkHistory(history.bytes)
        #expect(again.bytes == history.bytes)
        #expect(again.records == history.records)
        #expect(again.findings.isEmpty)
    }

    @Test func `keeps and reports lines that it does not understand`() {
        let good = #"{"checkedOn":"2026-01-12","state":"ok","url":"https://a.org/"}"#
        let bad = ["<<<<<<< HEAD", #"{"state":"asleep","url":"https://b.org/","checkedOn":"2026-01-12"}"#, "[1]"]
        var history = LinkHistory(Array(([bad[0], good] + bad[1...]).joined(separator: "\n").utf8))
        #expect(history.findings.map(\.rule) == ["link.history-line", "link.history-line", "link.history-line"])
        #expect(history.findings.map(\.position.line) == [1, 3, 4])
        history.add(LinkSighting(url: "https://0.org/", answer: .reached), on: .first)
        let lines = history.bytes.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        #expect(lines[1] == good)
        #expect(Array(lines[2...]) == bad)
    }

    @Test func `takes the later of two lines that a merge has left`() {
        let lines = ["2026-01-14", "2026-01-12"].map {
            #"{"checkedOn":"\#($0)","state":"\#($0 == "2026-01-14" ? "dead" : "ok")","url":"https://a.org/"}"#
        }
        #expect(LinkHistory(Array(lines.joined(separator: "\n").utf8)).records.map(\.state) == [.dead])
        #expect(LinkHistory(Array(lines.reversed().joined(separator: "\n").utf8)).records.map(\.state) == [.dead])
    }

    @Test func `keeps members of a later version`() {
        let line = #"{"checkedOn":"2026-01-12","mood":"good","state":"ok","url":"https://a.org/"}"#
        var history = LinkHistory(Array(line.utf8))
        history.add(LinkSighting(url: "https://a.org/", answer: .reached), on: .first)
        #expect(history.bytes.text.contains(#""mood":"good""#))
    }
}
