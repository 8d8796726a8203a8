package import Model

/// Questions and answers in the forms that other programs read.
package enum ReviewExport {
    /// Notes for Anki's text import, one question each.
    ///
    /// The first column is the note's guid, so that a second import updates the notes and leaves their schedule alone
    /// (Anki manual, "Importing: Text Files", headers of version 2.1.54 and later).
    package static func ankiNotes(_ items: [ReviewPlan.Item], deck: String) -> [UInt8] {
        var text = """
            #separator:tab
            #html:true
            #guid column:1
            #notetype:Basic
            #deck:\(field(deck))
            #tags column:4

            """
        for item in items {
            let question = [item.entry.title, item.question.problem, numbered(item.question.tasks)]
            let rubric = item.question.rubric.map { "- \($0.textWithoutPoints) (\($0.points))" }.joined(separator: "\n")
            let answer = [item.question.modelAnswer ?? "", rubric]
            let tags = Set(item.entry.tags.map(\.name)).sorted().map { $0.replacing(" ", with: "-") }
            let columns = [item.id.rawValue, html(question), html(answer), tags.joined(separator: " ")]
            text += columns.map(field).joined(separator: "\t") + "\n"
        }
        return Array(text.utf8)
    }

    /// The answers as comma-separated values (RFC 4180) with a line of names.
    package static func table(_ answers: [KeptAnswer]) -> [UInt8] {
        let names = ["id", "at", "question", "mode", "grade", "score", "max", "predicted", "hint", "policy", "ms"]
        let rows = answers.map { kept in
            let answer = kept.answer
            return [
                kept.id.rawValue, kept.at.description, kept.question.rawValue, answer.mode.rawValue,
                String(answer.grade.rawValue), answer.score.map { Score.shown($0.points) } ?? "",
                answer.score.map { String($0.full) } ?? "", answer.predicted.map(String.init) ?? "",
                String(answer.usedHint), answer.policy ?? "", answer.milliseconds.map(String.init) ?? "",
            ]
        }
        let lines = ([names] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }
        return Array(lines.joined().utf8)
    }

    /// The answers that count as py-fsrs has them: the members of its `ReviewLog.from_dict`, and the question's id.
    ///
    /// `card_id` is a whole number there; it is made of the question's id and is the same in every export.
    package static func reviewLogs(_ answers: [KeptAnswer]) -> JSONValue {
        .array(
            answers.filter(\.answer.mode.counts).map { kept in
                .object([
                    "card_id": .int(Int(StableHash(kept.question.rawValue).value & 0x1F_FFFF_FFFF_FFFF)),
                    "rating": .int(kept.answer.grade.rawValue),
                    "review_datetime": .string(kept.at.description),
                    "review_duration": kept.answer.milliseconds.map { .int($0) } ?? .null,
                    "question": .string(kept.question.rawValue),
                ])
            })
    }

    private static func numbered(_ tasks: [String]) -> String {
        tasks.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }

    /// Texts as HTML that keeps their line breaks.
    private static func html(_ parts: [String]) -> String {
        let text = parts.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n")
        var html = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "\n": html += "<br>"
            case "\r": break
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }

    /// A text without what would end a column or a line.
    private static func field(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
