import Model

/// The names that another tool's language gives to the boxes and frames of a view: letters, digits and `_`.
struct ExportNames: Sendable {
    private let names: [String: String]

    /// Names everything in a view; a name that the language keeps for itself, or that is taken, gets a `_`.
    init(_ view: DiagramView, reserved: Set<String> = []) {
        var names: [String: String] = [:]
        var taken = reserved
        for id in view.boundaries.map(\.id) + view.elements.map(\.id) where names[id] == nil {
            var name = Self.plain(id)
            while !taken.insert(name.lowercased()).inserted { name += "_" }
            names[id] = name
        }
        self.names = names
    }

    subscript(id: String) -> String { names[id] ?? Self.plain(id) }

    private static func plain(_ id: String) -> String {
        var bytes = id.utf8.map { $0.isAlphanumeric ? $0 : UInt8(ascii: "_") }
        // A name of underscores alone would say nothing of what it names.
        if !bytes.contains(where: \.isAlphanumeric) { bytes = Array("x\(StableHash(id).name(length: 6))".utf8) }
        if bytes[0].isDigit { bytes.insert(UInt8(ascii: "_"), at: 0) }
        return bytes.text
    }
}

/// A text that is written line by line, with blocks indented by two spaces.
struct IndentedText {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ text: String) {
        lines.append(text.isEmpty ? "" : String(repeating: "  ", count: depth) + text)
    }

    mutating func open(_ text: String) {
        line(text)
        depth += 1
    }

    mutating func close(_ text: String) {
        depth = max(0, depth - 1)
        line(text)
    }

    /// The lines with a final line feed.
    var text: String { lines.joined(separator: "\n") + "\n" }
}

/// The boxes and frames of a view as a tree, in the order of their declaration.
struct ViewTree: Sendable {
    private let frames: [String?: [DiagramBoundary]]
    private let boxes: [String?: [DiagramElement]]

    /// A step of a walk through the tree.
    enum Step {
        case enter(DiagramBoundary)
        case box(DiagramElement)
        case leave(DiagramBoundary)
    }

    init(_ view: DiagramView) {
        let known = Set(view.boundaries.map(\.id))
        frames = Dictionary(grouping: view.boundaries) { $0.parent.flatMap { known.contains($0) ? $0 : nil } }
        boxes = Dictionary(grouping: view.elements) { $0.boundary.flatMap { known.contains($0) ? $0 : nil } }
    }

    /// Walks from the outermost boxes and frames inwards.
    func walk(_ visit: (Step) -> Void) {
        var pending: [Step] = contents(of: nil).reversed()
        while let step = pending.popLast() {
            visit(step)
            guard case .enter(let frame) = step else { continue }
            pending.append(.leave(frame))
            pending += contents(of: frame.id).reversed()
        }
    }

    private func contents(of id: String?) -> [Step] {
        (boxes[id] ?? []).map { .box($0) } + (frames[id] ?? []).map { .enter($0) }
    }
}

extension DiagramElement {
    /// The technology, which stands behind the kind in brackets; of a custom element all that stands there.
    var technology: String { style.role == .custom ? typeLine : typeLine.behindColon }
}

extension DiagramBoundary {
    /// The technology, which stands behind the kind in brackets.
    var technology: String { typeLine.behindColon }
}

extension String {
    fileprivate var behindColon: String {
        utf8.firstRange(of: ": ".utf8).map { String(self[$0.upperBound...]) } ?? ""
    }
}
