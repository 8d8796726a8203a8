/// A place on the page, in pixels or in character cells.
package struct Point: Sendable, Hashable {
    package var x: Int
    package var y: Int

    /// Makes a place.
    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// The place with its axes exchanged.
    var transposed: Point { Point(x: y, y: x) }
}

/// A width and a height, in pixels or in character cells.
package struct Size: Sendable, Hashable {
    package var width: Int
    package var height: Int

    /// Makes a size.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    static let zero = Size(width: 0, height: 0)

    /// The size with its axes exchanged.
    var transposed: Size { Size(width: height, height: width) }
}

/// A rectangle whose upper left corner is its origin.
package struct Rect: Sendable, Hashable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    /// Makes a rectangle.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var maxX: Int { x + width }
    package var maxY: Int { y + height }
    package var midX: Int { x + width / 2 }
    package var midY: Int { y + height / 2 }

    /// The rectangle with its axes exchanged.
    var transposed: Rect { Rect(x: y, y: x, width: height, height: width) }

    /// The rectangle, moved.
    func moved(x dx: Int, y dy: Int) -> Rect { Rect(x: x + dx, y: y + dy, width: width, height: height) }

    /// The rectangle without a margin of the given width on every side.
    package func inset(by margin: Int) -> Rect {
        Rect(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }

    /// Whether the insides have a point in common.
    package func overlaps(_ other: Rect) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    /// Whether all of the other rectangle lies in this one.
    package func contains(_ other: Rect) -> Bool {
        x <= other.x && other.maxX <= maxX && y <= other.y && other.maxY <= maxY
    }

    /// Whether a straight line along an axis passes through the inside.
    package func isCrossed(from a: Point, to b: Point) -> Bool {
        min(a.x, b.x) < maxX && max(a.x, b.x) > x && min(a.y, b.y) < maxY && max(a.y, b.y) > y
    }
}
