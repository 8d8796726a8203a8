/// How far colours stand out from each other, after WCAG 2.2.
package enum ColorContrast {
    /// The contrast ratio of two colours written `#rrggbb`, from 1 to 21; 1 where one of them is not a colour.
    package static func ratio(_ a: String, _ b: String) -> Double {
        guard let first = luminance(a), let second = luminance(b) else { return 1 }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The relative luminance of a colour, from 0 to 1.
    static func luminance(_ color: String) -> Double? {
        channels(color).map { 0.2126 * linear($0[0]) + 0.7152 * linear($0[1]) + 0.0722 * linear($0[2]) }
    }

    /// The red, green and blue of `#rrggbb`.
    static func channels(_ color: String) -> [Int]? {
        let bytes = Array(color.utf8)
        guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"), let value = Int(color.dropFirst(), radix: 16) else {
            return nil
        }
        return [value >> 16, value >> 8 & 255, value & 255]
    }

    /// Whether a text is a colour as drawings may use it.
    static func isColor(_ text: String?) -> Bool { text.map { channels($0) != nil } ?? false }

    private static func linear(_ channel: Int) -> Double {
        let part = Double(channel) / 255
        // The transfer function of sRGB; the power of 2.4 is the 12th power of the fifth root, without a call of C.
        return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }

    private static func power(_ base: Double) -> Double {
        var root = 1.0
        for _ in 0..<40 { root -= (root * root * root * root * root - base) / (5 * root * root * root * root) }
        let cube = root * root * root
        return cube * cube * cube * cube
    }

    /// A colour laid over another one, `percent` opaque.
    static func blend(_ color: String, over back: String, percent: Int) -> String {
        guard let upper = channels(color), let lower = channels(back) else { return color }
        return hex(zip(upper, lower).map { ($0 * percent + $1 * (100 - percent)) / 100 })
    }

    private static func hex(_ channels: [Int]) -> String {
        "#"
            + channels.map { channel in
                let digits = String(channel, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// A text colour for the given grounds: the wanted one where it reads well on all of them, else black or white.
    static func text(wanted: String?, on grounds: [String]) -> String {
        func least(_ color: String) -> Double { grounds.map { ratio(color, $0) }.min() ?? 21 }
        if let wanted, channels(wanted) != nil, least(wanted) >= 4.5 { return wanted }
        return least("#000000") >= least("#ffffff") ? "#000000" : "#ffffff"
    }

    /// A colour for lines that is seen on all grounds: the wanted one, or it mixed with black or white as little as needed.
    static func line(wanted: String, on grounds: [String]) -> String {
        func isSeen(_ color: String) -> Bool { grounds.allSatisfy { ratio(color, $0) >= 3 } }
        for percent in stride(from: 100, through: 0, by: -5) {
            for end in ["#000000", "#ffffff", "#7a7a7a"] {
                let mixed = blend(wanted, over: end, percent: percent)
                if isSeen(mixed) { return mixed }
            }
        }
        return "#7a7a7a"
    }
}
