/// A place in a text file: a line and a column, both counted from 1, the column in UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// The line, counted from 1.
    package var line: Int
    /// The column in UTF-8 bytes, counted from 1.
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first byte of a file.
    package static let start = SourcePosition(line: 1, column: 1)

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a text file from `start` up to, but not including, `end`.
package struct SourceRange: Hashable, Sendable, Comparable {
    /// The first byte of the stretch.
    package var start: SourcePosition
    /// The byte after the last one.
    package var end: SourcePosition

    package init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// The empty range at one position.
    package init(at position: SourcePosition) {
        self.init(start: position, end: position)
    }

    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// The file, and the stretch in it, that something was read from.
package struct Source: Hashable, Sendable, Comparable {
    /// The path relative to the workspace, with `/` between its parts.
    package var path: String
    /// The stretch of the file.
    package var range: SourceRange

    package init(path: String, range: SourceRange) {
        self.path = path
        self.range = range
    }

    package static func < (left: Source, right: Source) -> Bool {
        (left.path, left.range) < (right.path, right.range)
    }
}

extension Source: CustomStringConvertible {
    /// The path and the first line, as editors and terminals understand them: `path:line`.
    package var description: String { "\(path):\(range.start.line)" }
}
