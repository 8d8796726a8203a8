import Model

/// Colours as styles write them.
enum StyleColor {
    /// A colour as `#rrggbb` in lower case; nil when a word is none.
    static func hex(_ word: String) -> String? {
        let word = word.lowercased()
        if let known = names[word] { return known }
        let digits = word.utf8.dropFirst()
        guard word.utf8.first == UInt8(ascii: "#"), digits.allSatisfy(\.isHexDigit) else { return nil }
        if digits.count == 6 { return word }
        guard digits.count == 3 else { return nil }
        return "#" + digits.flatMap { [$0, $0] }.text
    }

    /// The names of CSS (level 1 and the ones that models use).
    static let names: [String: String] = [
        "aqua": "#00ffff", "black": "#000000", "blue": "#0000ff", "brown": "#a52a2a", "coral": "#ff7f50",
        "crimson": "#dc143c", "cyan": "#00ffff", "darkblue": "#00008b", "darkgray": "#a9a9a9", "darkgreen": "#006400",
        "darkgrey": "#a9a9a9", "darkorange": "#ff8c00", "darkred": "#8b0000", "dimgray": "#696969",
        "dimgrey": "#696969", "dodgerblue": "#1e90ff", "firebrick": "#b22222", "forestgreen": "#228b22",
        "fuchsia": "#ff00ff", "gold": "#ffd700", "gray": "#808080", "green": "#008000", "grey": "#808080",
        "indigo": "#4b0082", "ivory": "#fffff0", "khaki": "#f0e68c", "lavender": "#e6e6fa", "lightblue": "#add8e6",
        "lightgray": "#d3d3d3", "lightgreen": "#90ee90", "lightgrey": "#d3d3d3", "lightyellow": "#ffffe0",
        "lime": "#00ff00", "magenta": "#ff00ff", "maroon": "#800000", "navy": "#000080", "olive": "#808000",
        "orange": "#ffa500", "orangered": "#ff4500", "orchid": "#da70d6", "pink": "#ffc0cb", "plum": "#dda0dd",
        "purple": "#800080", "red": "#ff0000", "royalblue": "#4169e1", "salmon": "#fa8072", "silver": "#c0c0c0",
        "skyblue": "#87ceeb", "slategray": "#708090", "slategrey": "#708090", "steelblue": "#4682b4",
        "tan": "#d2b48c", "teal": "#008080", "tomato": "#ff6347", "turquoise": "#40e0d0", "violet": "#ee82ee",
        "wheat": "#f5deb3", "white": "#ffffff", "whitesmoke": "#f5f5f5", "yellow": "#ffff00",
    ]
}
