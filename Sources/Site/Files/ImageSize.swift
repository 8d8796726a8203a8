import Model

/// The size of an image in pixels, read from its first bytes, so that a page keeps room for it and does not jump.
struct ImageSize: Sendable, Equatable {
    var width: Int
    var height: Int

    /// Reads PNG (w3.org/TR/png, section 11.2.1), GIF (GIF89a, section 18), JPEG (ITU T.81, B.2.2) and WebP (RFC 9649),
    /// and SVG.
    ///
    /// - Returns: nil for other kinds of file, and for images that do not tell.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            self.init(Self.big(bytes, 16, 4), Self.big(bytes, 20, 4))
        } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
            self.init(Self.little(bytes, 6, 2), Self.little(bytes, 8, 2))
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            self.init(jpeg: bytes)
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8...].starts(with: "WEBP".utf8) {
            self.init(webP: bytes)
        } else {
            self.init(svg: bytes)
        }
    }

    private init?(_ width: Int, _ height: Int) {
        guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
        (self.width, self.height) = (width, height)
    }

    /// The size stands in the first segment that begins a frame.
    private init?(jpeg bytes: [UInt8]) {
        var index = 2
        while index + 9 <= bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                self.init(Self.big(bytes, index + 7, 2), Self.big(bytes, index + 5, 2))
                return
            }
            index += 2 + max(Self.big(bytes, index + 2, 2), 2)
        }
        return nil
    }

    private init?(webP bytes: [UInt8]) {
        switch bytes[12..<16].text {
        case "VP8X": self.init(Self.little(bytes, 24, 3) + 1, Self.little(bytes, 27, 3) + 1)
        case "VP8 ": self.init(Self.little(bytes, 26, 2) & 0x3FFF, Self.little(bytes, 28, 2) & 0x3FFF)
        case "VP8L":
            let bits = Self.little(bytes, 21, 4)
            self.init(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        default: return nil
        }
    }

    private static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
