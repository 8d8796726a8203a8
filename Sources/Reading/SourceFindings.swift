import Model

/// Tells what was wrong with the bytes of a source.
struct SourceFindings {
    let path: String
    let original: LineTable

    func findings(of text: WellFormedText) -> [Finding] {
        let illFormed = text.faults.filter { $0.kind == .illFormed }
        let nul = text.faults.filter { $0.kind == .nul }
        var findings: [Finding] = []
        if let first = illFormed.first {
            let message = Finding.Text.notUTF8(count: illFormed.count, total: original.length)
            findings.append(finding("text.not-utf8", .error, first.original, first.length, message))
        }
        if let first = nul.first {
            findings.append(finding("text.nul", .warning, first.original, 1, Finding.Text.nul(count: nul.count)))
        }
        let carriageReturns = loneCarriageReturns(in: text.bytes)
        if let first = carriageReturns.first {
            let start = text.originalOffset(of: first)
            let message = Finding.Text.loneCarriageReturn(count: carriageReturns.count)
            findings.append(finding("text.lone-cr", .note, start, 1, message))
        }
        return findings
    }

    /// The offsets of carriage returns that no line feed follows.
    private func loneCarriageReturns(in bytes: [UInt8]) -> [Int] {
        guard bytes.contains(.carriageReturn) else { return [] }
        return bytes.indices.filter { index in
            bytes[index] == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed)
        }
    }

    /// One finding for each line with broken text: a broken file has hundreds of them on a line.
    ///
    /// A code span shows broken text on purpose, as this project's own decision about it does, and is passed over.
    func findings(of repaired: RepairedText, in text: WellFormedText) -> [Finding] {
        var findings: [Finding] = []
        let byLine = Dictionary(grouping: repaired.edits.filter { $0.place != .codeSpan }) { edit in
            original.line(at: text.originalOffset(of: edit.original.lowerBound))
        }
        var codeLines: [RepairEdit] = []
        for (_, edits) in byLine.sorted(by: { $0.key < $1.key }) {
            guard let edit = edits.first(where: { $0.place == .prose }) ?? edits.first else { continue }
            guard edit.place != .code else {
                codeLines.append(edit)
                continue
            }
            let message = Finding.Text.mojibake(encoding: edit.encodingNames, becomes: edit.replacement.text)
            var found = finding(
                "text.mojibake", .warning, text.originalOffset(of: edit.original.lowerBound), edit.original.count,
                message)
            found.fixes = fixes(edits.filter { $0.place == .prose }, in: text)
            findings.append(found)
        }
        // Code may show broken text on purpose, as a text about encodings does; one finding tells of all of it.
        if let first = codeLines.first {
            let start = text.originalOffset(of: first.original.lowerBound)
            let message = Finding.Text.mojibakeInCode(encoding: first.encodingNames, lines: codeLines.count)
            findings.append(finding("text.mojibake", .note, start, first.original.count, message))
        }
        for lost in repaired.lost {
            let start = text.originalOffset(of: lost.original.lowerBound)
            let message = Finding.Text.lost(candidates: lost.candidates)
            findings.append(finding("text.lost-bytes", .warning, start, lost.original.count, message))
        }
        return findings
    }

    /// What puts the prose of a line right; code and addresses want a look first, and other damage other tools.
    private func fixes(_ edits: [RepairEdit], in text: WellFormedText) -> [Fix] {
        guard !edits.isEmpty, text.isUnchanged else { return [] }
        return [
            Fix(
                title: Finding.Text.mojibakeFix,
                edits: edits.map { edit in
                    TextEdit(
                        path: path, range: original.range(edit.original), original: text.bytes[edit.original].text,
                        replacement: edit.replacement.text)
                })
        ]
    }

    private func finding(_ rule: RuleID, _ severity: Severity, _ start: Int, _ length: Int, _ message: String)
        -> Finding
    {
        Finding(
            rule: rule, severity: severity, path: path, range: original.range(start..<start + length), message: message)
    }
}

extension Finding {
    /// The sentences about the bytes of a source.
    fileprivate enum Text {
        static func notUTF8(count: Int, total: Int) -> String {
            "\(count) byte sequence\(count == 1 ? " is" : "s are") not UTF-8 and shown as U+FFFD; convert the file to UTF-8"
        }

        static func loneCarriageReturn(count: Int) -> String {
            let lines = count == 1 ? "1 line ends" : "\(count) lines end"
            return "\(lines) in a lone carriage return, which many tools do not take for the end of a line; "
                + "end lines in a line feed"
        }

        static func nul(count: Int) -> String {
            "\(count) NUL byte\(count == 1 ? "" : "s") shown as U+FFFD; remove \(count == 1 ? "it" : "them")"
        }

        static let mojibakeFix = "write the text of this line as it was meant"

        static func mojibake(encoding: String, becomes text: String) -> String {
            "UTF-8 text was decoded as \(encoding); this should be `\(text)`. `archbook repair` shows and undoes it"
        }

        static func mojibakeInCode(encoding: String, lines: Int) -> String {
            let place = lines == 1 ? "in this line of code" : "in \(lines) lines of code, this one first,"
            return "UTF-8 text \(place) was decoded as \(encoding); `archbook repair` shows and undoes it"
        }

        static func lost(candidates: [String]) -> String {
            "bytes of this text were lost when it was decoded wrongly; \(LostText.hint(candidates)). Restore it by hand"
        }
    }
}
