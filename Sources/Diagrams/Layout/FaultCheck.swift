/// Looks for faults in the geometry of a drawing.
struct FaultCheck {
    private struct Run {
        var route: Int
        var a: Point
        var b: Point
        var isLevel: Bool { a.y == b.y }
    }

    private let diagram: ArrangedDiagram
    private let runs: [Run]
    private(set) var faults: [LayoutFault] = []

    init(_ diagram: ArrangedDiagram) {
        self.diagram = diagram
        runs = diagram.routes.indices.flatMap { route in
            diagram.routes[route].pieces.flatMap { piece in
                zip(piece, piece.dropFirst()).map { Run(route: route, a: $0, b: $1) }
            }
        }
    }

    private mutating func report(_ kind: LayoutFault.Kind, _ subjects: String...) {
        faults.append(LayoutFault(kind: kind, subjects: subjects))
    }

    private func id(route: Int) -> String { diagram.view.relationships[diagram.routes[route].relationship].id }
    private func element(_ box: Int) -> DiagramElement { diagram.view.elements[diagram.boxes[box].element] }
    private func boundary(_ index: Int) -> DiagramBoundary {
        diagram.view.boundaries[diagram.boundaries[index].boundary]
    }

    // MARK: - Texts in their boxes

    mutating func lookAtTexts() {
        for (index, box) in diagram.boxes.enumerated()
        where !fits(box.text, box.textFrame) || !box.frame.contains(box.textFrame) {
            report(.textOutsideBox, element(index).id)
        }
        for (index, route) in diagram.routes.enumerated() {
            if let frame = route.labelFrame, !fits(route.label, frame) { report(.textOutsideBox, id(route: index)) }
        }
        for (index, frame) in diagram.boundaries.enumerated() {
            if !fits(frame.title, frame.titleFrame) || !frame.frame.contains(frame.titleFrame) {
                report(.textOutsideBox, boundary(index).id)
            }
        }
        let page = Rect(x: 0, y: 0, width: diagram.size.width, height: diagram.size.height)
        for (index, box) in diagram.boxes.enumerated() where !page.contains(box.frame) {
            report(.textOutsideBox, element(index).id)
        }
        for (index, route) in diagram.routes.enumerated() {
            if let frame = route.labelFrame, !page.contains(frame) { report(.textOutsideBox, id(route: index)) }
        }
    }

    private func fits(_ text: TextBlock, _ frame: Rect) -> Bool {
        let height = text.lines.reduce(0) { $0 + diagram.ruler.lineHeight($1.role.font) }
        return height <= frame.height
            && text.lines.allSatisfy { diagram.ruler.width(of: $0.text, font: $0.role.font) <= frame.width }
    }

    // MARK: - Boxes and boundaries

    mutating func lookAtBoxes() {
        for first in diagram.boxes.indices {
            for second in diagram.boxes.indices.dropFirst(first + 1)
            where diagram.boxes[first].frame.overlaps(diagram.boxes[second].frame) {
                report(.elementOnElement, element(first).id, element(second).id)
            }
        }
        let frames = Dictionary(
            diagram.boundaries.map { (diagram.view.boundaries[$0.boundary].id, $0.frame) },
            uniquingKeysWith: { a, _ in a })
        for index in diagram.boundaries.indices {
            let inner = boundary(index)
            let frame = diagram.boundaries[index].frame
            if let parent = inner.parent.flatMap({ frames[$0] }), !parent.contains(frame) {
                report(.elementOutsideBoundary, inner.id)
            }
            lookInside(inner, frame)
            for other in diagram.boundaries.indices.dropFirst(index + 1)
            where frame.overlaps(diagram.boundaries[other].frame) && !isNested(index, other) {
                report(.elementOutsideBoundary, inner.id, boundary(other).id)
            }
        }
    }

    /// Whether one of two boundaries stands in the other, by the view.
    private func isNested(_ a: Int, _ b: Int) -> Bool {
        isWithin(boundary(a).id, boundary(b).id) || isWithin(boundary(b).id, boundary(a).id)
    }

    private func isWithin(_ inner: String?, _ outer: String) -> Bool {
        var inner = inner
        // A chain longer than there are boundaries is a circle.
        for _ in 0...diagram.view.boundaries.count {
            if inner == outer { return true }
            guard let id = inner else { return false }
            inner = diagram.view.boundaries.first { $0.id == id }?.parent
        }
        return false
    }

    /// Elements that belong to a boundary stand in it, others and their labels outside.
    private mutating func lookInside(_ boundary: DiagramBoundary, _ frame: Rect) {
        for (index, box) in diagram.boxes.enumerated() {
            let isMember = isWithin(element(index).boundary, boundary.id)
            if isMember ? !frame.contains(box.frame) : frame.overlaps(box.frame) {
                report(.elementOutsideBoundary, element(index).id, boundary.id)
            }
        }
    }

    // MARK: - Labels and titles

    mutating func lookAtLabels() {
        for (index, route) in diagram.routes.enumerated() {
            guard let frame = route.labelFrame else { continue }
            for other in diagram.routes.indices.dropFirst(index + 1) {
                if let second = diagram.routes[other].labelFrame, frame.overlaps(second) {
                    report(.labelOnLabel, id(route: index), id(route: other))
                }
            }
            for (box, arranged) in diagram.boxes.enumerated() where frame.overlaps(arranged.frame) {
                report(.labelOnElement, id(route: index), element(box).id)
            }
            for run in runs where run.route != index && isCrossed(frame, run) {
                report(.labelCutByLine, id(route: index), id(route: run.route))
            }
        }
    }

    mutating func lookAtTitles() {
        for (index, arranged) in diagram.boundaries.enumerated() where arranged.titleFrame.width > 0 {
            let frame = arranged.titleFrame
            let isCut =
                runs.contains { isCrossed(frame, $0) } || diagram.boxes.contains { frame.overlaps($0.frame) }
                || diagram.routes.contains { $0.labelFrame.map(frame.overlaps) ?? false }
                || diagram.boundaries.indices.contains {
                    $0 != index && frame.overlaps(diagram.boundaries[$0].titleFrame)
                }
            if isCut { report(.titleCut, boundary(index).id) }
        }
    }

    private func isCrossed(_ frame: Rect, _ run: Run) -> Bool {
        guard diagram.ruler == .cells else { return frame.isCrossed(from: run.a, to: run.b) }
        let covered = Rect(
            x: min(run.a.x, run.b.x), y: min(run.a.y, run.b.y), width: abs(run.a.x - run.b.x) + 1,
            height: abs(run.a.y - run.b.y) + 1)
        return frame.overlaps(covered)
    }

    // MARK: - Lines

    mutating func lookAtLines() {
        for run in runs {
            let relationship = diagram.view.relationships[diagram.routes[run.route].relationship]
            for (index, box) in diagram.boxes.enumerated() where isCrossed(box.frame, run) {
                let element = element(index)
                if element.id != relationship.source && element.id != relationship.target {
                    report(.lineThroughElement, relationship.id, element.id)
                }
            }
        }
        lookAtCrossings()
        lookAtOverlaps()
    }

    private mutating func lookAtCrossings() {
        let level = runs.filter { $0.isLevel && $0.a.x != $0.b.x }
        let upright = runs.filter { !$0.isLevel }.sorted { ($0.a.x, $0.route) < ($1.a.x, $1.route) }
        for run in level {
            let low = min(run.a.x, run.b.x)
            let high = max(run.a.x, run.b.x)
            var index = Self.firstIndex(upright.count) { upright[$0].a.x > low }
            while index < upright.count, upright[index].a.x < high {
                let other = upright[index]
                index += 1
                guard other.route != run.route, min(other.a.y, other.b.y) < run.a.y, max(other.a.y, other.b.y) > run.a.y
                else { continue }
                report(.crossing, id(route: run.route), id(route: other.route))
            }
        }
    }

    /// The first number for which a condition holds that goes on holding.
    private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Lines that share a stretch cannot be told apart.
    private mutating func lookAtOverlaps() {
        let keyed = runs.filter { $0.a != $0.b }.map { run in
            let line = run.isLevel ? run.a.y : run.a.x
            let ends = run.isLevel ? (run.a.x, run.b.x) : (run.a.y, run.b.y)
            return (
                level: run.isLevel ? 1 : 0, line: line, low: min(ends.0, ends.1), high: max(ends.0, ends.1),
                route: run.route
            )
        }.sorted { ($0.level, $0.line, $0.low, $0.high, $0.route) < ($1.level, $1.line, $1.low, $1.high, $1.route) }
        for index in keyed.indices {
            var next = index + 1
            while next < keyed.count, keyed[next].level == keyed[index].level, keyed[next].line == keyed[index].line,
                keyed[next].low < keyed[index].high
            {
                if keyed[next].route != keyed[index].route {
                    report(.lineOnLine, id(route: keyed[index].route), id(route: keyed[next].route))
                }
                next += 1
            }
        }
    }
}
