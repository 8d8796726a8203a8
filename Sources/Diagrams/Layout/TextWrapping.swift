/// Breaks text into lines of even length.
///
/// Lines break at white space, between East Asian characters, and inside a word only where the word alone is longer than one
/// line and a half; a shorter one makes its line longer. The narrowest width that still gives the same number of lines is used, so that no line stands nearly empty.
enum TextWrapping {
    /// A piece of text that is not broken, and whether a space stands before it.
    private struct Piece {
        var text: String
        var width: Int
        var followsSpace: Bool
    }

    /// The lines of a text; none for a blank one.
    static func lines(of text: String, width: Int, ruler: TextRuler, font: TextFont) -> [String] {
        var lines: [String] = []
        let space = ruler.width(of: " ", font: font)
        for paragraph in text.split(whereSeparator: \.isNewline) {
            let pieces = pieces(of: paragraph, width: width, ruler: ruler, font: font)
            guard !pieces.isEmpty else { continue }
            let count = fill(pieces, width: width, space: space).count
            var low = pieces.reduce(1) { max($0, $1.width) }
            var high = max(width, low)
            while low < high {
                let middle = (low + high) / 2
                if fill(pieces, width: middle, space: space).count > count { low = middle + 1 } else { high = middle }
            }
            lines += fill(pieces, width: high, space: space)
        }
        return lines
    }

    /// Fills lines one after the other.
    private static func fill(_ pieces: [Piece], width: Int, space: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces {
            let gap = piece.followsSpace && !line.isEmpty ? space : 0
            if !line.isEmpty && used + gap + piece.width > width {
                lines.append(line)
                line = piece.text
                used = piece.width
            } else {
                if gap > 0 { line += " " }
                line += piece.text
                used += gap + piece.width
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The words of a text, with words that are too long cut into parts that fit.
    private static func pieces(of text: Substring, width: Int, ruler: TextRuler, font: TextFont) -> [Piece] {
        var pieces: [Piece] = []
        let longest = width * 3 / 2
        for word in text.split(whereSeparator: \.isWhitespace) {
            var part = ""
            var used = 0
            var isFirst = true
            func end() {
                guard !part.isEmpty else { return }
                // Widths are rounded up, so the whole may be a little narrower than the sum of its characters.
                pieces.append(Piece(text: part, width: ruler.width(of: part, font: font), followsSpace: isFirst))
                isFirst = false
                part = ""
                used = 0
            }
            if word.utf8.allSatisfy({ $0 < 0x80 }), ruler.width(of: String(word), font: font) <= longest {
                part = String(word)
                end()
                continue
            }
            for character in word {
                let advance = ruler.width(of: String(character), font: font)
                let isWide = character.unicodeScalars.contains(where: ScriptWidth.isWide)
                if isWide || used + advance > longest { end() }
                part.append(character)
                used += advance
                if isWide { end() }
            }
            end()
        }
        return pieces
    }
}
