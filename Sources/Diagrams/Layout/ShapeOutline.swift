/// How the outlines of the shapes lie in their boxes: the room for text, and where a line meets them.
enum ShapeOutline {
    /// The room between the text and each side of a shape's box.
    struct Insets: Sendable {
        var top = 14
        var left = 16
        var bottom = 14
        var right = 16
    }

    /// A side of a box.
    enum Side: Sendable {
        case top, bottom, left, right
    }

    static let cap = 12
    static let bevel = 28
    static let slope = 14
    static let head = 28
    static let body = 46
    static let bar = 24
    static let tab = 12

    /// The size of a shape around a text, in pixels.
    static func size(of shape: ElementStyle.Shape, around text: Size) -> Size {
        switch shape {
        case .circle:
            let diameter = squareRoot(text.width * text.width + text.height * text.height) + 16
            return Size(width: diameter, height: diameter)
        case .ellipse: return Size(width: text.width * 142 / 100 + 18, height: text.height * 142 / 100 + 18)
        case .diamond: return Size(width: text.width * 2 + 24, height: text.height * 2 + 24)
        default:
            let insets = insets(of: shape)
            return Size(
                width: text.width + insets.left + insets.right, height: text.height + insets.top + insets.bottom)
        }
    }

    /// The room for text in a shape's box.
    static func textFrame(of shape: ElementStyle.Shape, in box: Rect, text: Size) -> Rect {
        switch shape {
        case .circle, .ellipse, .diamond:
            return Rect(
                x: box.midX - text.width / 2, y: box.midY - text.height / 2, width: text.width, height: text.height)
        default:
            let insets = insets(of: shape)
            return Rect(
                x: box.x + insets.left, y: box.y + insets.top, width: box.width - insets.left - insets.right,
                height: box.height - insets.top - insets.bottom)
        }
    }

    private static func insets(of shape: ElementStyle.Shape) -> Insets {
        switch shape {
        case .hexagon: Insets(left: bevel + 8, right: bevel + 8)
        case .cylinder: Insets(top: 2 * cap + 10, bottom: cap + 10)
        case .bucket: Insets(top: 2 * cap + 8, left: 16 + slope, right: 16 + slope)
        case .pipe: Insets(left: 2 * cap + 12, right: cap + 14)
        case .person, .robot: Insets(top: body + 18)
        case .folder: Insets(top: tab + 14)
        case .webBrowser, .window, .terminal, .shell: Insets(top: bar + 12)
        case .mobileDevicePortrait: Insets(top: bar + 10, bottom: bar + 10)
        case .mobileDeviceLandscape: Insets(left: bar + 12, right: bar + 12)
        case .component: Insets(left: 30)
        default: Insets()
        }
    }

    /// How far inside its box a shape begins, seen from a place at one side.
    static func depth(of shape: ElementStyle.Shape, in box: Rect, side: Side, at point: Point) -> Int {
        let x = point.x - box.x
        let y = point.y - box.y
        let isLevel = side == .left || side == .right
        switch shape {
        case .circle, .ellipse:
            return isLevel
                ? arc(y, box.height, depth: box.width / 2) : arc(x, box.width, depth: box.height / 2)
        case .diamond:
            return isLevel
                ? abs(2 * y - box.height) * box.width / max(2 * box.height, 1)
                : abs(2 * x - box.width) * box.height / max(2 * box.width, 1)
        case .hexagon:
            if isLevel { return abs(2 * y - box.height) * bevel / max(box.height, 1) }
            let edge = min(x, box.width - x)
            return edge < bevel ? (bevel - edge) * box.height / (2 * bevel) : 0
        case .cylinder: return isLevel ? 0 : arc(x, box.width, depth: cap)
        case .pipe: return isLevel ? arc(y, box.height, depth: cap) : 0
        case .bucket:
            if isLevel { return y * slope / max(box.height, 1) }
            if side == .top { return arc(x, box.width, depth: cap) }
            let edge = min(x, box.width - x)
            return edge < slope ? (slope - edge) * box.height / slope : 0
        case .person, .robot: return headDepth(shape, in: box, side: side, x: x, y: y)
        case .folder: return side == .top && x > box.width * 2 / 5 ? tab : 0
        case .component: return side == .left && !isOnTab(y) ? tab : 0
        default: return 0
        }
    }

    /// Whether a height is that of one of the two tabs of a component.
    private static func isOnTab(_ y: Int) -> Bool { (16...28).contains(y) || (38...50).contains(y) }

    private static func headDepth(_ shape: ElementStyle.Shape, in box: Rect, side: Side, x: Int, y: Int) -> Int {
        let distance = abs(2 * x - box.width) / 2
        switch side {
        case .bottom: return 0
        case .top:
            guard distance < head else { return body }
            return shape == .robot ? 8 : head - squareRoot(head * head - distance * distance)
        case .left, .right:
            guard y < body else { return 0 }
            return max(box.width / 2 - head, 0)
        }
    }

    /// How far an elliptic side has drawn back at a place of its length.
    private static func arc(_ place: Int, _ length: Int, depth: Int) -> Int {
        let half = max(length / 2, 1)
        let distance = min(abs(place - half), half)
        return depth - depth * squareRoot((half * half - distance * distance) * 10_000) / (half * 100)
    }

    /// The square root, rounded down, by Newton's method on whole numbers.
    static func squareRoot(_ value: Int) -> Int {
        guard value > 1 else { return max(value, 0) }
        var root = value
        var next = (value + 1) / 2
        while next < root {
            root = next
            next = (root + value / root) / 2
        }
        return root
    }
}
