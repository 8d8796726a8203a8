/// One line of text that is drawn, with the room that it takes.
package struct TextLine: Sendable, Hashable {
    /// What the line says, which decides how it looks.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case mark, name, type, description, label, technology, title, titleType
    }

    package var text: String
    package var role: Role
    package var width: Int
    package var height: Int
}

/// Lines of text set under each other.
package struct TextBlock: Sendable, Hashable {
    package var lines: [TextLine] = []

    /// The width of the longest line.
    package var width: Int { lines.reduce(0) { max($0, $1.width) } }
    /// The sum of the heights of the lines.
    package var height: Int { lines.reduce(0) { $0 + $1.height } }
    package var size: Size { Size(width: width, height: height) }

    /// Adds a text, broken into lines of at most `width` where its words allow it, `lead` below what stands above it.
    mutating func append(_ text: String, role: TextLine.Role, ruler: TextRuler, width: Int, lead: Int = 0) {
        let font = role.font
        let start = lines.count
        for line in TextWrapping.lines(of: text, width: width, ruler: ruler, font: font) {
            lines.append(
                TextLine(
                    text: line, role: role, width: ruler.width(of: line, font: font), height: ruler.lineHeight(font)))
        }
        if start > 0 && start < lines.count { lines[start].height += lead }
    }
}

extension TextLine.Role {
    /// The font of the line in pixels.
    package var font: TextFont {
        switch self {
        case .name: TextFont(size: 16, isBold: true)
        case .title: TextFont(size: 14, isBold: true)
        case .mark: TextFont(size: 12, isBold: true)
        case .description: TextFont(size: 13)
        case .label, .type, .titleType: TextFont(size: 12)
        case .technology: TextFont(size: 11)
        }
    }
}
