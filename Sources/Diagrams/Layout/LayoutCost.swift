/// What speaks against a layout, as one number, by which directions are compared.
///
/// `cost = 1000·through + 800·overlaps + 40·crossings + 10·bends + length/100 + 100·stretch`, where
/// - `through` counts lines through boxes they do not belong to,
/// - `overlaps` labels that lie on something else or are cut, and titles that are,
/// - `crossings` pairs of lines that cross, `bends` the corners of lines, `length` is their length in pixels,
/// - `stretch` is the number of pages that the drawing is wider than the page, and how often its height contains its width
///   beyond twice (or its width its height beyond three times).
///
/// A crossing weighs as much as four bends or 40 cm of line; a drawing that has to be scrolled sideways as much as several
/// crossings.
package enum LayoutCost {
    /// The cost of a drawing on a page of the given width, in the unit of the drawing.
    package static func cost(of diagram: ArrangedDiagram, page: Int) -> Int {
        let faults = diagram.faults
        var through = 0
        var overlaps = 0
        var crossings = 0
        for fault in faults {
            switch fault.kind {
            case .lineThroughElement: through += 1
            case .crossing: crossings += 1
            default: overlaps += 1
            }
        }
        var bends = 0
        var length = 0
        for route in diagram.routes {
            for piece in route.pieces {
                bends += max(piece.count - 2, 0)
                for (a, b) in zip(piece, piece.dropFirst()) { length += abs(a.x - b.x) + abs(a.y - b.y) }
            }
        }
        let unit = diagram.ruler == .pixels ? 1 : 8
        let width = max(diagram.size.width, 1) * unit
        let height = max(diagram.size.height, 1) * unit * (diagram.ruler == .pixels ? 1 : 2)
        // On a terminal what does not fit is not seen at all.
        let over = max(0, diagram.size.width - page)
        let wide = diagram.ruler == .pixels ? 100 * over / page : 200 * over
        let flat = max(0, 100 * width / height - 300) / 2
        let tall = max(0, 100 * height / width - 200) / 2
        return 1000 * through + 800 * overlaps + 40 * crossings + 10 * bends + length * unit / 100
            + wide + flat + tall
    }
}
