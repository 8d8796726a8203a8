import Model
import Testing
import Workspace

@Suite struct `Review settings` {
    @Test func `name algorithm, retention and the longest interval`() {
        let (settings, findings) = WorkspaceSettings.read(
            "review:\n  algorithm: fsrs-6\n  retention: 0.85\n  maximum-interval: 365\n")
        #expect(findings.isEmpty)
        #expect(settings.review.algorithm == "fsrs-6" && settings.review.retention == 0.85)
        #expect(settings.review.maximumInterval == 365)
    }

    @Test(arguments: [
        ("algorithm: sm-2", "`review.algorithm` must be fsrs-6-weekly or fsrs-6"),
        ("retention: 1.5", "`review.retention` must be a number from 0.7 to 0.97"),
        ("retention: high", "`review.retention` must be"), ("maximum-interval: 0", "whole days from 7 to 36500"),
        ("maximum-interval: 1.5", "whole days"), ("parameters: [1, 2]", "the 21 weights of FSRS-6"),
        ("speed: 3", "unknown key `review.speed`"),
    ])
    func `that make no sense are a finding at their line, and the default holds`(line: String, message: String) {
        let (settings, findings) = WorkspaceSettings.read("title: Book\nreview:\n  \(line)\n")
        #expect(settings.review == ReviewSettings())
        #expect(findings.count == 1 && findings[0].message.contains(message))
        #expect(findings[0].position.line == 3)
    }
}

@Suite struct `Second copy of the log` {
    @Test(arguments: [
        (["HOME": "/home/ann"], "/home/ann/.local/state/archbook/"),
        (["HOME": "/home/ann", "XDG_STATE_HOME": "/var/state"], "/var/state/archbook/"),
        (["HOME": "/home/ann", "XDG_STATE_HOME": "relative"], "/home/ann/.local/state/archbook/"),
    ])
    func `lies where the XDG specification says`(environment: [String: String], start: String) {
        #expect(ReviewLogCopy(of: "/work/My Book", environment)?.path.hasPrefix("\(start)my-book-") == true)
        #expect(ReviewLogCopy(of: "/work/My Book", environment)?.path.hasSuffix("/reviews.jsonl") == true)
    }

    @Test func `is missing where nobody has a home`() {
        #expect(ReviewLogCopy(of: "/work/book", [:]) == nil)
    }
}
