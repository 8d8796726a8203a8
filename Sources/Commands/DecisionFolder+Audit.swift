import Model
import Terminal

/// What `adr audit` and `rfc audit` have in common.
extension DecisionFolder {
    /// Prints which records were rewritten; the answer is no when there are any.
    func reportRewritten(words: Int, _ options: DataOptions) throws -> Outcome {
        let findings = try rewritten(words: words)
        let output = CommandOutput(world, options.display)
        if options.json {
            output.print(json: ["items": .array(findings.map(JSONValue.init))])
        } else {
            world.writeOutput(Array(FindingPrinter(style: output.style).text(findings).utf8))
            if findings.isEmpty { tell("No \(noun) was rewritten after it was accepted.\n") }
        }
        return findings.isEmpty ? .done : .no
    }

    /// The records that were rewritten after they were accepted.
    ///
    /// - Throws: when there is no history, or one that is cut off.
    private func rewritten(words: Int) throws -> [Finding] {
        let audits = parts.compactMap { RecordAudit($0, words: words) }
        guard let first = audits.first else {
            throw CommandFailure("there is no git history here to compare with; run this in a repository")
        }
        guard !first.isShallow else {
            throw CommandFailure(
                "the history is cut off (a shallow clone) and cannot tell what was accepted; run "
                    + "`git fetch --unshallow` first")
        }
        return audits.flatMap { $0.findings() }.sorted()
    }
}
