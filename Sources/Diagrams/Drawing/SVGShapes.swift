/// The outlines of the shapes as path data.
enum SVGShapes {
    /// The closed outline of a shape, and the lines drawn on it.
    static func parts(of shape: ElementStyle.Shape, in box: Rect) -> (outline: String, details: String) {
        switch shape {
        case .box: (rounded(box, 2), "")
        case .roundedBox: (rounded(box, 12), "")
        case .circle, .ellipse: (ellipse(box.midX, box.midY, box.width / 2, box.height / 2), "")
        case .hexagon: (hexagon(box), "")
        case .diamond:
            (polygon([(box.midX, box.y), (box.maxX, box.midY), (box.midX, box.maxY), (box.x, box.midY)]), "")
        case .cylinder: cylinder(box)
        case .pipe: pipe(box)
        case .bucket: bucket(box)
        case .person: person(box)
        case .robot: robot(box)
        case .folder: (folder(box), "")
        case .webBrowser, .window: window(box, shape)
        case .terminal, .shell: terminal(box, shape)
        case .mobileDevicePortrait, .mobileDeviceLandscape: mobile(box, isPortrait: shape == .mobileDevicePortrait)
        case .component: component(box)
        }
    }

    // MARK: - Simple outlines

    static func rounded(_ box: Rect, _ radius: Int) -> String {
        let r = min(radius, box.width / 2, box.height / 2)
        return "M\(box.x + r) \(box.y) H\(box.maxX - r) Q\(box.maxX) \(box.y) \(box.maxX) \(box.y + r) "
            + "V\(box.maxY - r) Q\(box.maxX) \(box.maxY) \(box.maxX - r) \(box.maxY) "
            + "H\(box.x + r) Q\(box.x) \(box.maxY) \(box.x) \(box.maxY - r) V\(box.y + r) Q\(box.x) \(box.y) \(box.x + r) \(box.y) Z"
    }

    private static func ellipse(_ x: Int, _ y: Int, _ rx: Int, _ ry: Int) -> String {
        "M\(x - rx) \(y) A\(rx) \(ry) 0 1 1 \(x + rx) \(y) A\(rx) \(ry) 0 1 1 \(x - rx) \(y) Z"
    }

    private static func polygon(_ points: [(Int, Int)]) -> String {
        "M" + points.map { "\($0.0) \($0.1)" }.joined(separator: " L") + " Z"
    }

    private static func hexagon(_ box: Rect) -> String {
        let bevel = ShapeOutline.bevel
        return polygon([
            (box.x + bevel, box.y), (box.maxX - bevel, box.y), (box.maxX, box.midY), (box.maxX - bevel, box.maxY),
            (box.x + bevel, box.maxY), (box.x, box.midY),
        ])
    }

    private static func folder(_ box: Rect) -> String {
        let tab = ShapeOutline.tab
        let end = box.x + box.width * 2 / 5
        return polygon([
            (box.x, box.y), (end - tab, box.y), (end, box.y + tab), (box.maxX, box.y + tab), (box.maxX, box.maxY),
            (box.x, box.maxY),
        ])
    }

    // MARK: - Round bodies

    private static func cylinder(_ box: Rect) -> (String, String) {
        let cap = ShapeOutline.cap
        let rx = box.width / 2
        let outline =
            "M\(box.x) \(box.y + cap) A\(rx) \(cap) 0 0 1 \(box.maxX) \(box.y + cap) V\(box.maxY - cap) "
            + "A\(rx) \(cap) 0 0 1 \(box.x) \(box.maxY - cap) Z"
        return (outline, "M\(box.x) \(box.y + cap) A\(rx) \(cap) 0 0 0 \(box.maxX) \(box.y + cap)")
    }

    private static func pipe(_ box: Rect) -> (String, String) {
        let cap = ShapeOutline.cap
        let ry = box.height / 2
        let outline =
            "M\(box.x + cap) \(box.y) H\(box.maxX - cap) A\(cap) \(ry) 0 0 1 \(box.maxX - cap) \(box.maxY) "
            + "H\(box.x + cap) A\(cap) \(ry) 0 0 1 \(box.x + cap) \(box.y) Z"
        return (outline, "M\(box.x + cap) \(box.y) A\(cap) \(ry) 0 0 1 \(box.x + cap) \(box.maxY)")
    }

    private static func bucket(_ box: Rect) -> (String, String) {
        let cap = ShapeOutline.cap
        let rx = box.width / 2
        let outline =
            "M\(box.x) \(box.y + cap) A\(rx) \(cap) 0 0 1 \(box.maxX) \(box.y + cap) "
            + "L\(box.maxX - ShapeOutline.slope) \(box.maxY) H\(box.x + ShapeOutline.slope) Z"
        return (outline, "M\(box.x) \(box.y + cap) A\(rx) \(cap) 0 0 0 \(box.maxX) \(box.y + cap)")
    }

    // MARK: - Figures

    private static func person(_ box: Rect) -> (String, String) {
        let top = box.y + ShapeOutline.body
        let r = min(24, box.width / 2)
        let head = ShapeOutline.head
        // The head is a circle that the shoulders cut off.
        let drop = ShapeOutline.body - head
        let half = ShapeOutline.squareRoot(head * head - drop * drop)
        let outline =
            "M\(box.x + r) \(top) H\(box.midX - half) A\(head) \(head) 0 1 1 \(box.midX + half) \(top) H\(box.maxX - r) "
            + "Q\(box.maxX) \(top) \(box.maxX) \(top + r) V\(box.maxY - r) Q\(box.maxX) \(box.maxY) \(box.maxX - r) \(box.maxY) "
            + "H\(box.x + r) Q\(box.x) \(box.maxY) \(box.x) \(box.maxY - r) V\(top + r) Q\(box.x) \(top) \(box.x + r) \(top) Z"
        return (outline, "M\(box.midX - half) \(top) H\(box.midX + half)")
    }

    private static func robot(_ box: Rect) -> (String, String) {
        let body = Rect(
            x: box.x, y: box.y + ShapeOutline.body, width: box.width, height: box.height - ShapeOutline.body)
        let head = Rect(x: box.midX - 30, y: box.y + 8, width: 60, height: ShapeOutline.body - 8)
        let ears = [
            Rect(x: head.x - 8, y: head.y + 10, width: 8, height: 16),
            Rect(x: head.maxX, y: head.y + 10, width: 8, height: 16),
        ]
        let outline = ([rounded(body, 10), rounded(head, 8)] + ears.map { rounded($0, 2) }).joined(separator: " ")
        let eyes = ellipse(head.x + 18, head.y + 17, 4, 4) + " " + ellipse(head.maxX - 18, head.y + 17, 4, 4)
        return (outline, eyes)
    }

    private static func component(_ box: Rect) -> (String, String) {
        let body = Rect(x: box.x + ShapeOutline.tab, y: box.y, width: box.width - ShapeOutline.tab, height: box.height)
        let tabs = [16, 38].map { Rect(x: box.x, y: box.y + $0, width: 2 * ShapeOutline.tab, height: ShapeOutline.tab) }
        return (([rounded(body, 6)] + tabs.map { rounded($0, 2) }).joined(separator: " "), "")
    }

    // MARK: - Screens

    private static func window(_ box: Rect, _ shape: ElementStyle.Shape) -> (String, String) {
        let bar = ShapeOutline.bar
        var details = "M\(box.x) \(box.y + bar) H\(box.maxX)"
        for button in 0..<3 { details += " " + ellipse(box.x + 14 + 14 * button, box.y + bar / 2, 3, 3) }
        if shape == .webBrowser {
            details += " " + rounded(Rect(x: box.x + 58, y: box.y + 6, width: box.width - 68, height: 12), 6)
        }
        return (rounded(box, 8), details)
    }

    private static func terminal(_ box: Rect, _ shape: ElementStyle.Shape) -> (String, String) {
        let x = box.x + 14
        let y = box.y + 10
        let prompt =
            shape == .terminal
            ? "M\(x) \(y) L\(x + 8) \(y + 6) L\(x) \(y + 12) M\(x + 12) \(y + 13) H\(x + 24)"
            : "M\(x) \(y + 4) H\(x + 14) M\(x) \(y + 10) H\(x + 14) M\(x + 4) \(y) V\(y + 14) M\(x + 10) \(y) V\(y + 14)"
        return (rounded(box, shape == .terminal ? 4 : 12), prompt)
    }

    private static func mobile(_ box: Rect, isPortrait: Bool) -> (String, String) {
        let bar = ShapeOutline.bar
        let outline = rounded(box, 18)
        if isPortrait {
            let lines = "M\(box.x) \(box.y + bar) H\(box.maxX) M\(box.x) \(box.maxY - bar) H\(box.maxX)"
            return (
                outline,
                "\(lines) M\(box.midX - 16) \(box.y + bar / 2) H\(box.midX + 16) \(ellipse(box.midX, box.maxY - bar / 2, 5, 5))"
            )
        }
        let lines = "M\(box.x + bar) \(box.y) V\(box.maxY) M\(box.maxX - bar) \(box.y) V\(box.maxY)"
        return (
            outline,
            "\(lines) M\(box.x + bar / 2) \(box.midY - 12) V\(box.midY + 12) \(ellipse(box.maxX - bar / 2, box.midY, 5, 5))"
        )
    }
}
