/// How many columns of a terminal text takes.
///
/// Joined sequences count as terminals with Unicode support draw them: what follows a zero-width joiner, and a skin
/// tone after an emoji, add nothing; the emoji selector makes its sign two columns wide. Styles count nothing.
package struct DisplayWidth: Sendable {
    /// The columns so far.
    package private(set) var columns = 0
    private var previous: UInt32 = 0
    private var previousWidth = 0
    private var escape = Escape.none

    package init() {}

    /// The width of a text in columns.
    package static func of(_ text: some StringProtocol) -> Int {
        var width = 0
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F else { return ofScalars(text) }
            width += 1
        }
        return width
    }

    /// Adds a scalar, and returns by how much the text became wider.
    package mutating func add(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if skipsEscape(value) { return 0 }
        let added = width(of: scalar)
        if added > 0 { previousWidth = added }
        previous = value
        columns += added
        return added
    }

    private static func ofScalars(_ text: some StringProtocol) -> Int {
        var width = DisplayWidth()
        for scalar in text.unicodeScalars { _ = width.add(scalar) }
        return width.columns
    }

    private func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value == DisplayWidth.emojiSelector { return widening() }
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        if previous == DisplayWidth.joiner { return 0 }
        // Cyrillic up to its combining marks, without a look at the tables.
        if (0x400..<0x483).contains(value) { return 1 }
        if (0x1F3FB...0x1F3FF).contains(value), previousWidth == 2 { return 0 }
        if DisplayWidth.isZeroWidth(scalar) { return 0 }
        return WideScalars.contains(value) ? 2 : 1
    }

    /// What the emoji selector adds to the sign before it.
    private func widening() -> Int {
        guard previousWidth == 1, let scalar = Unicode.Scalar(previous) else { return 0 }
        return scalar.properties.isEmoji && !scalar.isASCII ? 1 : 0
    }

    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        // The vowels and finals of conjoining Hangul are drawn within the square of their initial.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    private static let joiner: UInt32 = 0x200D
    private static let emojiSelector: UInt32 = 0xFE0F

    // MARK: Styles

    private enum Escape { case none, introduced, sequence }

    /// Whether the scalar is part of a control sequence: ESC, `[`, parameters, and a final byte from `@` to `~`.
    private mutating func skipsEscape(_ value: UInt32) -> Bool {
        switch escape {
        case .none:
            guard value == 0x1B else { return false }
            escape = .introduced
        case .introduced:
            escape = value == 0x5B ? .sequence : .none
            return escape == .sequence
        case .sequence:
            if (0x40...0x7E).contains(value) { escape = .none }
        }
        return true
    }
}

/// The scalars that take two columns: East_Asian_Width Wide and Fullwidth of Unicode 15.1, `EastAsianWidth.txt`.
///
/// Neighbouring ranges are joined over unassigned scalars and marks, which are never asked for.
enum WideScalars {
    static func contains(_ value: UInt32) -> Bool {
        // Up to 0x231A, where arrows, dashes and dots are, stands one range alone.
        guard value >= 0x231A else { return (0x1100...0x115F).contains(value) }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= value
    }

    private static let ranges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
        0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
        0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
        0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
        0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
        0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
        0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
        0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
        0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
        0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
        0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
        0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC,
        0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
        0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
    ]
}
