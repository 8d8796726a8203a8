/// Rows of character cells.
struct TextCanvas {
    /// The characters that lines are made of.
    struct Pen: Sendable {
        /// The corners, in the order right-down, left-down, right-up, left-up.
        var corners: [String]
        var level: String
        var upright: String

        static let box = Pen(corners: ["┌", "┐", "└", "┘"], level: "─", upright: "│")
        static let round = Pen(corners: ["╭", "╮", "╰", "╯"], level: "─", upright: "│")
        static let store = Pen(corners: ["╒", "╕", "╘", "╛"], level: "═", upright: "│")
        static let frame = Pen(corners: ["┌", "┐", "└", "┘"], level: "╌", upright: "╎")
        static let asciiBox = Pen(corners: ["+", "+", "+", "+"], level: "-", upright: "|")
        static let asciiStore = Pen(corners: ["+", "+", "+", "+"], level: "=", upright: "|")
        static let asciiFrame = Pen(corners: [".", ".", ".", "."], level: ".", upright: ":")
    }

    private var rows: [[String]]
    private let isASCII: Bool
    private let line: Pen

    init(size: Size, isASCII: Bool) {
        rows = Array(repeating: Array(repeating: " ", count: size.width), count: size.height)
        self.isASCII = isASCII
        line = isASCII ? .asciiBox : .round
    }

    /// The rows without white space at their ends.
    var text: String {
        rows.map { row in
            var row = row[...]
            while row.last == " " { row.removeLast() }
            return row.joined()
        }.joined(separator: "\n")
    }

    private mutating func set(_ x: Int, _ y: Int, _ glyph: String) {
        guard rows.indices.contains(y), rows[y].indices.contains(x) else { return }
        rows[y][x] = glyph
    }

    mutating func draw(_ rect: Rect, pen: Pen) {
        guard rect.width > 1, rect.height > 1 else { return }
        for x in (rect.x + 1)..<(rect.maxX - 1) {
            set(x, rect.y, pen.level)
            set(x, rect.maxY - 1, pen.level)
        }
        for y in (rect.y + 1)..<(rect.maxY - 1) {
            set(rect.x, y, pen.upright)
            set(rect.maxX - 1, y, pen.upright)
        }
        set(rect.x, rect.y, pen.corners[0])
        set(rect.maxX - 1, rect.y, pen.corners[1])
        set(rect.x, rect.maxY - 1, pen.corners[2])
        set(rect.maxX - 1, rect.maxY - 1, pen.corners[3])
    }

    /// Writes a text; a wide character fills two cells, a mark of direction none.
    mutating func write(_ text: String, x: Int, y: Int) {
        var x = x
        let runsLeft = text.unicodeScalars.contains(where: ScriptWidth.isRightToLeft)
        for character in text {
            let columns = TextRuler.columns(character)
            guard rows.indices.contains(y), rows[y].indices.contains(x) else { return }
            if columns == 0 {
                if x > 0 { rows[y][x - 1] += String(character) }
                continue
            }
            rows[y][x] = String(character)
            if columns == 2 { set(x + 1, y, "") }
            x += columns
        }
        // Marks of direction keep such a text from turning its neighbours on the row round.
        if runsLeft, x > 0, rows[y].indices.contains(x - 1) { rows[y][x - 1] += "\u{200E}" }
    }

    // MARK: - Lines

    /// Draws a line over its corners; where it meets another line, both go on.
    ///
    /// The ends lie on borders, which stay.
    mutating func draw(_ points: [Point]) {
        for (index, (a, b)) in zip(points, points.dropFirst()).enumerated() where a != b {
            let dx = (b.x - a.x).signum()
            let dy = (b.y - a.y).signum()
            var at = index == 0 ? Point(x: a.x + dx, y: a.y + dy) : a
            let end = index == points.count - 2 ? b : Point(x: b.x + dx, y: b.y + dy)
            while at != end {
                pass(at, isLevel: dy == 0)
                at = Point(x: at.x + dx, y: at.y + dy)
            }
        }
        for index in points.indices.dropFirst().dropLast() {
            turn(at: points[index], from: points[index - 1], to: points[index + 1])
        }
    }

    private mutating func pass(_ at: Point, isLevel: Bool) {
        guard rows.indices.contains(at.y), rows[at.y].indices.contains(at.x) else { return }
        let crossed = isLevel ? line.upright : line.level
        set(at.x, at.y, rows[at.y][at.x] == crossed ? (isASCII ? "+" : "┼") : isLevel ? line.level : line.upright)
    }

    private mutating func turn(at: Point, from: Point, to: Point) {
        guard from.x == at.x ? to.x != at.x : to.y != at.y else { return }
        let goesRight = max(from.x, to.x) > at.x
        let goesDown = max(from.y, to.y) > at.y
        set(at.x, at.y, line.corners[(goesDown ? 0 : 2) + (goesRight ? 0 : 1)])
    }

    /// The head of an arrow at the end of a line, or the beginning of one at the border that it leaves.
    mutating func arrow(at: Point, x dx: Int, y dy: Int) {
        let glyphs = isASCII ? ["v", "^", ">", "<"] : ["▼", "▲", "▶", "◀"]
        set(at.x, at.y, dy > 0 ? glyphs[0] : dy < 0 ? glyphs[1] : dx > 0 ? glyphs[2] : glyphs[3])
    }

    /// Opens the border of a box where a line leaves it in the given direction.
    mutating func branch(at: Point, x dx: Int, y dy: Int) {
        guard !isASCII, rows.indices.contains(at.y), rows[at.y].indices.contains(at.x) else { return }
        let isDouble = rows[at.y][at.x] == "═"
        set(at.x, at.y, dy > 0 ? (isDouble ? "╤" : "┬") : dy < 0 ? (isDouble ? "╧" : "┴") : dx > 0 ? "├" : "┤")
    }
}
