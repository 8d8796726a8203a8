/// What the certain runs of a file say about the doubtful ones: the same encoding, the same script, the same line.
struct FileEvidence {
    private struct Topic: Hashable {
        let encoding: Int
        let subject: MojibakeRun.Subject?
        let line: Int?
    }

    private var certain: [Topic: Int] = [:]
    private var doubtful: [Topic: Int] = [:]
    private var pure: [Topic: Bool] = [:]

    init(_ runs: [MojibakeRun], in text: LegacyText) {
        for run in runs {
            let line = Topic(encoding: run.encoding, subject: run.subject, line: run.line)
            if run.evidence == Self.enough - 1 { doubtful[line, default: 0] += 1 }
            if run.evidence < Self.enough, pure[line] == nil {
                pure[line] = text.isPure(aroundLineOf: run.range.lowerBound, in: run.encoding)
            }
            guard run.evidence >= Self.enough, run.place != .url else { continue }
            for subject in [run.subject, nil] {
                certain[Topic(encoding: run.encoding, subject: subject, line: nil), default: 0] += 1
                certain[Topic(encoding: run.encoding, subject: subject, line: run.line), default: 0] += 1
            }
        }
    }

    /// Whether a run may be touched; in a URL, whose letters are rarely words, more evidence is wanted.
    func suffices(_ run: MojibakeRun) -> Bool {
        let wanted = run.place == .url ? Self.enough + 2 : Self.enough
        return run.evidence >= wanted || run.evidence + support(of: run) >= wanted
    }

    private static let enough = 3

    /// What the rest adds: 2 for a certain run on the line or three in the file, 1 for one, or for doubtful company.
    ///
    /// Broken letters are supported by letters of their script only, signs by anything. The file says nothing about a
    /// line with other characters above ASCII than broken ones: that line was not decoded wrongly as a whole.
    private func support(of run: MojibakeRun) -> Int {
        let subject = run.subject == .symbols ? nil : run.subject
        let own = run.evidence >= Self.enough && run.place != .url ? 1 : 0
        let onLine = certain[Topic(encoding: run.encoding, subject: subject, line: run.line), default: 0] - own
        if onLine >= 1 { return 2 }
        let line = Topic(encoding: run.encoding, subject: run.subject, line: run.line)
        guard pure[line, default: true] else { return 0 }
        let inFile = certain[Topic(encoding: run.encoding, subject: subject, line: nil), default: 0] - own
        if inFile >= 3 { return 2 }
        let hasCompany = run.subject == .letters(.latin) && doubtful[line, default: 0] > 1
        return inFile >= 1 || hasCompany ? 1 : 0
    }
}

extension LegacyText {
    /// Whether all characters above ASCII on the line of an offset are sequences of an encoding.
    fileprivate func isPure(aroundLineOf start: Int, in encoding: Int) -> Bool {
        var offset = start
        while offset > 0, bytes[offset - 1] != 0x0A { offset -= 1 }
        while offset < bytes.count, bytes[offset] != 0x0A {
            if bytes[offset] < 0x80 {
                offset += 1
            } else if let sequence = sequence(at: offset, in: encoding) {
                offset = sequence.range.upperBound
            } else {
                return false
            }
        }
        return true
    }
}
