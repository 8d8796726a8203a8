/// Measures text before anything draws it, in pixels or in the cells of a terminal.
///
/// The widths in pixels are those of DejaVu Sans, the widest font that ``fontStack`` falls back to, so that text set in any
/// font of the stack stays inside what was reserved for it.
package enum TextRuler: Sendable, Hashable {
    /// Pixels of a proportional font.
    case pixels
    /// Columns of a terminal; every line is one row.
    case cells

    /// The fonts that the pixels are measured for, as the value of `font-family`.
    package static let fontStack =
        #""Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", sans-serif"#

    /// The width of one line of text, rounded up.
    package func width(of text: String, font: TextFont) -> Int {
        switch self {
        case .cells: return Self.cells(text)
        case .pixels:
            var thousandths = 0
            for scalar in text.unicodeScalars { thousandths += Self.thousandths(scalar) }
            if font.isBold { thousandths += thousandths * 13 / 100 + 30 * text.unicodeScalars.count }
            return (thousandths * font.size + 999) / 1000
        }
    }

    /// The height of one line of text.
    package func lineHeight(_ font: TextFont) -> Int {
        switch self {
        case .cells: 1
        case .pixels: (font.size * 13 + 9) / 10
        }
    }

    /// The number of columns that a terminal gives to a text.
    private static func cells(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// The columns of one character as it is seen: two for East Asian and emoji characters, one for the rest.
    static func columns(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }
            widest = max(widest, ScriptWidth.isMark(scalar) ? 0 : ScriptWidth.isWide(scalar) ? 2 : 1)
        }
        return widest
    }

    /// The advance width of one scalar in thousandths of the font's size.
    private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
        let value = Int(scalar.value)
        if value >= 0x20 && value < 0x7F { return ScriptWidth.ascii[value - 0x20] }
        if value >= 0x410 && value < 0x450 { return ScriptWidth.cyrillic[value - 0x410] }
        if ScriptWidth.isMark(scalar) { return 0 }
        if ScriptWidth.isWide(scalar) { return value >= 0x1F000 && value < 0x1FB00 ? 1300 : 1000 }
        switch value {
        case 0..<0x20: return 0
        case 0xA0..<0x400: return 790
        case 0x400..<0x590: return 900
        case 0x590..<0x600: return 710
        case 0x600..<0x780: return 900
        default: return 1050
        }
    }
}

/// The font of one line: how large, and how heavy.
package struct TextFont: Sendable, Hashable {
    /// Pixels.
    package var size: Int
    package var isBold: Bool

    /// Makes a font.
    package init(size: Int, isBold: Bool = false) {
        self.size = size
        self.isBold = isBold
    }
}

/// How wide the characters of the scripts are.
enum ScriptWidth {
    /// The advance widths of U+0020 to U+007E in DejaVu Sans, in thousandths of the font's size.
    static let ascii = [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637,
        637,
        637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558,
        863,
        749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550,
        635,
        616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525,
        637,
        337, 637, 838,
    ]
    /// The advance widths of U+0410 to U+044F, in thousandths of the font's size.
    static let cyrillic = [
        685, 687, 687, 610, 782, 632, 1078, 642, 749, 749, 710, 752, 863, 752, 788, 752, 604, 699, 611, 610, 861, 686,
        777,
        686, 1070, 1094, 833, 883, 687, 699, 1080, 695, 613, 617, 590, 526, 692, 616, 901, 532, 650, 650, 605, 640, 755,
        654,
        612, 654, 635, 550, 583, 592, 855, 592, 681, 591, 916, 942, 707, 790, 590, 549, 842, 602,
    ]

    /// Whether a scalar takes no room of its own: combining marks, joiners, marks of direction, variation selectors.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300..<0x370, 0x483..<0x48A, 0x591..<0x5BE, 0x610..<0x61B, 0x64B..<0x660, 0x200B..<0x2010,
            0x202A..<0x202F, 0x2060..<0x2070, 0x20D0..<0x2100, 0xFE00..<0xFE10, 0xFEFF, 0x1F3FB..<0x1F400:
            true
        default: false
        }
    }

    /// Whether a scalar takes two columns: East Asian wide and full-width characters, and emoji.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
            0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F000..<0x1FB00, 0x20000..<0x3FFFE:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }

    /// Whether a scalar belongs to a script that runs from right to left.
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000: true
        default: false
        }
    }
}
