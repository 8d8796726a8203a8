import Model
import Terminal

/// Asks the reader: by single keys where the terminal gives them, else by lines.
struct QuizPrompter {
    private let output: CommandOutput
    /// The terminal's keys, when they are on.
    private let console: Console?

    /// One thing that the reader can do.
    struct Choice {
        /// The key; a line feed is Enter.
        var key: Unicode.Scalar
        var word: String

        init(_ key: Unicode.Scalar, _ word: String) {
            self.key = key
            self.word = word
        }

        /// Enter, or an empty line.
        static func enter(_ word: String) -> Choice { Choice("\n", word) }

        fileprivate var shown: String { "\(key == "\n" ? "Enter" : String(Character(key))) \(word)" }
    }

    /// - Parameter isPlain: whether to ask by lines even where keys could be had.
    init(_ output: CommandOutput, isPlain: Bool) {
        self.output = output
        console = isPlain ? nil : output.world.console
    }

    /// The rows of the screen; nil where nothing is paged.
    var rows: Int? { console.map { max($0.size().rows, 8) } }

    /// The columns of the screen at this moment.
    var columns: Int { console?.size().columns ?? output.world.terminal.width }

    /// Asks until one of the choices is taken; nil to leave, as q, Esc, Ctrl-C and the end of the input mean.
    func choose(_ choices: [Choice], _ question: String = "") -> Unicode.Scalar? {
        let all = choices + [Choice("q", "leave")]
        // A choice is not broken between its key and its word, so its spaces are not, until the lines are filled.
        let keys = all.map { $0.shown.replacing(" ", with: "\u{A0}") }.joined(separator: ", ")
        let bar = TextWrap.lines("\(question) \(keys):", width: max(columns - 1, 20)).joined(separator: "\n")
        let hasKeys = console?.open() ?? false
        write(output.style(.quiet, bar.replacing("\u{A0}", with: " ")) + " ")
        guard let console, hasKeys else { return chooseByLine(choices) }
        while let key = console.readKey() {
            switch key {
            case .interrupt, .escape, .character("q"), .character("Q"):
                write("\n")
                return nil
            case .enter where choices.contains { $0.key == "\n" }: return taken("\n", choices)
            case .character(" ") where choices.first?.key == "\n": return taken("\n", choices)
            case .character(let scalar):
                let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                if choices.contains(where: { $0.key == small }) { return taken(small, choices) }
            default: break
            }
        }
        write("\n")
        return nil
    }

    /// A line of text, for which the terminal's own line editing is used; nil to leave.
    func line(_ question: String) -> String? {
        close()
        write(output.style(.quiet, question) + " ")
        guard let line = output.world.readLine() else {
            write("\n")
            return nil
        }
        return line.trimmed
    }

    /// Gives the terminal back as it was; the next choice takes it again.
    func close() { console?.close() }

    private func taken(_ key: Unicode.Scalar, _ choices: [Choice]) -> Unicode.Scalar {
        write((choices.first { $0.key == key }?.word ?? "") + "\n")
        return key
    }

    private func chooseByLine(_ choices: [Choice]) -> Unicode.Scalar? {
        while true {
            guard let line = output.world.readLine() else {
                // The cursor still stands behind the prompt.
                write("\n")
                return nil
            }
            let reply = line.trimmed.lowercased()
            if ["q", "quit", "leave"].contains(reply) { return nil }
            if let choice = choices.first(where: { $0.answers(to: reply) }) { return choice.key }
            let keys = choices.map { $0.key == "\n" ? "Enter" : String(Character($0.key)) } + ["q"]
            write("Type \(keys.joined(separator: ", ")): ")
        }
    }

    private func write(_ text: String) { output.world.writeError(Array(text.utf8)) }
}

extension QuizPrompter.Choice {
    /// Whether a typed line means this choice: its key, or its word.
    fileprivate func answers(to reply: String) -> Bool {
        if key == "\n" { return reply.isEmpty }
        return reply == String(Character(key)) || !reply.isEmpty && reply == word.lowercased()
    }
}
