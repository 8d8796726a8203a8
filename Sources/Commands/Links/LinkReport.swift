import LinkHealth
import Model
import Terminal
import Workspace

/// What a check of links came to.
struct LinkReport {
    private let links: [Entry]
    private let history: LinkHistory
    private let run: LinkCheckRun
    /// The records of the addresses that were asked for, sorted.
    private let records: [LinkRecord]

    init(links: [Entry], history: LinkHistory, run: LinkCheckRun) {
        self.links = links
        self.history = history
        self.run = run
        let seen = Set(run.sightings.map(\.url))
        records = history.records.filter { seen.contains($0.url) }
    }

    var hasDead: Bool { records.contains { $0.state == .dead } }
    var hasSuspect: Bool { records.contains { $0.state == .suspect } }

    var json: [String: JSONValue] {
        let skipped = run.skipped.map { skip in
            JSONValue.object(["url": .string(skip.url), "reason": .string(skip.reason.sentence)])
        }
        let counts = LinkState.allCases.map { ($0.rawValue, JSONValue.int(count($0))) }
        return [
            "items": .array(records.map { .object($0.members) }), "skipped": .array(skipped),
            "summary": .object(Dictionary(uniqueKeysWithValues: counts)),
        ]
    }

    /// Prints what is to be known of the links, with their places, and how many there are of each state.
    func print(to output: CommandOutput, _ workspace: OpenWorkspace) {
        let lines = SourceLines(workspace, of: findings.map(\.path))
        let printer = FindingPrinter(style: output.style) { path, number in lines.line(number, of: path) }
        output.world.writeOutput(Array(printer.text(findings).utf8))
        for (reason, skips) in Dictionary(grouping: run.skipped, by: \.reason).sorted(by: { $0.key.rank < $1.key.rank })
        {
            let examples = skips.prefix(3).map { SafeText.line($0.url) }.joined(separator: ", ")
            let rest = skips.count > 3 ? " and \(skips.count - 3) more" : ""
            output.tell("Not asked: \(examples)\(rest): \(reason.sentence).")
        }
        output.print((findings.isEmpty ? [] : [""]) + [summary])
        switch run.earlyEnd {
        case .interrupted: output.tell("Ended early; what is known until now is kept in \(LinkHistory.path).")
        case .outOfTime: output.tell("The time was up; what is known until now is kept in \(LinkHistory.path).")
        case nil: break
        }
    }

    /// What is to be known, in the order of the sources.
    private var findings: [Finding] {
        let byURL = Dictionary(records.map { ($0.url, $0) }) { first, _ in first }
        return links.compactMap { link in byURL[link.link?.url ?? ""].flatMap { Finding($0, of: link) } }.sorted()
    }

    private var summary: String {
        let counts = LinkState.allCases.compactMap { state in
            count(state) > 0 ? "\(count(state)) \(state.rawValue)" : nil
        }
        let all = counted(records.count, "address", plural: "addresses")
        return counts.isEmpty ? "No address was asked for." : "\(all): \(counts.joined(separator: ", "))."
    }

    private func count(_ state: LinkState) -> Int { records.count { $0.state == state } }
}

extension WebFailure {
    fileprivate var rank: Int { WebFailure.allCases.firstIndex(of: self) ?? 0 }
}

extension Finding {
    /// What is to be known of a link; nil when it is well.
    fileprivate init?(_ record: LinkRecord, of link: Entry) {
        let (rule, severity, message): (RuleID, Severity, String)
        switch record.state {
        case .ok: return nil
        case .moved:
            let target = record.movedTo ?? ""
            (rule, severity) = ("link.moved", .note)
            message = "the page has moved to \(target); `archbook links fix` writes the new address"
        case .suspect:
            (rule, severity) = ("link.suspect", .warning)
            let isAnswered =
                (200..<300).contains(record.status ?? 0) || record.remark == WebFailure.unaskable.sentence
            let advice = isAnswered ? "look at it, and correct the address" : "ask again on another day"
            message = "\(record.remark ?? "something is wrong")\(record.history); \(advice)"
        case .blocked:
            (rule, severity) = ("link.blocked", .note)
            message = "\(record.remark ?? "the server lets no program in"); look at it in a browser"
        case .dead:
            (rule, severity) = ("link.dead", .error)
            message =
                "\(record.remark ?? "the page is gone")\(record.history); remove the link, or put an archive's copy in "
                + "its place with `archbook links fix --archive PREFIX`"
        }
        self.init(
            rule: rule, severity: severity, path: link.source.path, range: link.source.range,
            message: message)
    }
}

extension LinkRecord {
    /// Since when a page has been gone, as the end of a sentence.
    var history: String {
        guard let goneSince, goneRuns > 1 else { return okOn.map { ", after \($0) when it was well" } ?? "" }
        return ", gone since \(goneSince) in \(counted(goneRuns, "run"))"
    }
}

/// A number and a noun with a plural of its own.
func counted(_ number: Int, _ noun: String, plural: String) -> String { "\(number) \(number == 1 ? noun : plural)" }
