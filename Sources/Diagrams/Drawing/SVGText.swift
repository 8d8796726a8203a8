/// Writes text where XML would take characters for its own.
enum SVGText {
    /// The text with the characters of XML escaped, and those that XML forbids left out.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += Array("&amp;".utf8)
            case "<": bytes += Array("&lt;".utf8)
            case ">": bytes += Array("&gt;".utf8)
            case "\"": bytes += Array("&quot;".utf8)
            case "'": bytes += Array("&#39;".utf8)
            case "\t", "\n", "\r": bytes.append(0x20)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An address that a drawing may lead to: one without a scheme, or with one that only fetches.
    static func safeAddress(_ address: String) -> String? {
        let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let colon = head.firstIndex(of: ":") else { return address.isEmpty ? nil : address }
        return ["http", "https", "mailto"].contains(head[..<colon].lowercased()) ? address : nil
    }
}

/// The way of a line as path data, with round corners.
enum SVGPath {
    static let radius = 8

    /// The data of all pieces; corners are quadratic curves, all numbers are whole.
    static func data(_ pieces: [[Point]]) -> String {
        pieces.map { piece($0) }.joined(separator: " ")
    }

    private static func piece(_ points: [Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var data = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let corner = points[index]
            let before = step(from: corner, to: points[index - 1])
            let after = step(from: corner, to: points[index + 1])
            data += " L\(before.x) \(before.y) Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
        }
        return data + " L\(last.x) \(last.y)"
    }

    /// The place where a corner begins to be round.
    private static func step(from corner: Point, to next: Point) -> Point {
        let x = next.x - corner.x
        let y = next.y - corner.y
        let reach = min(radius, max(abs(x), abs(y)) / 2)
        return Point(x: corner.x + x.signum() * reach, y: corner.y + y.signum() * reach)
    }

    /// The head of an arrow that points at the end of a line.
    static func arrow(_ piece: [Point], thickness: Int) -> String {
        guard piece.count > 1, let end = piece.last else { return "" }
        let before = piece[piece.count - 2]
        let x = (end.x - before.x).signum()
        let y = (end.y - before.y).signum()
        let length = 9 + thickness
        let half = 3 + thickness
        let back = Point(x: end.x - x * length, y: end.y - y * length)
        return
            "M\(end.x) \(end.y) L\(back.x + y * half) \(back.y + x * half) L\(back.x - y * half) \(back.y - x * half) Z"
    }
}
