import Model

extension ImageSize {
    /// Reads the size of an SVG from its first tag: its own sides in pixels, else those of the box that it shows
    /// (w3.org/TR/SVG2, section 8.2).
    init?(svg bytes: [UInt8]) {
        let name = Array("<svg".utf8)
        let head = bytes.prefix(4096)
        guard let start = head.indices.first(where: { head[$0...].starts(with: name) }),
            let end = head[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let tag = head[start..<end]
        let box = Self.value(of: "viewBox", in: tag)?.split { $0.isWhitespace || $0 == UInt8(ascii: ",") } ?? []
        let sides = box.count == 4 ? [Double(box[2].text), Double(box[3].text)] : [nil, nil]
        guard let width = Self.side("width", in: tag) ?? sides[0],
            let height = Self.side("height", in: tag) ?? sides[1],
            (1...100_000).contains(width), (1...100_000).contains(height)
        else { return nil }
        (self.width, self.height) = (Int(width), Int(height))
    }

    /// A side in pixels; nil when it is told in another unit.
    private static func side(_ name: String, in tag: ArraySlice<UInt8>) -> Double? {
        guard let value = value(of: name, in: tag) else { return nil }
        return Double((value.suffix(2).elementsEqual("px".utf8) ? value.dropLast(2) : value).text)
    }

    /// The value of an attribute, in either quotes.
    private static func value(of name: String, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let wanted = Array("\(name)=".utf8)
        for index in tag.indices.dropFirst() where tag[index - 1].isWhitespace && tag[index...].starts(with: wanted) {
            let rest = tag[(index + wanted.count)...]
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            return rest.dropFirst().firstIndex(of: quote).map { rest.dropFirst()[..<$0] }
        }
        return nil
    }
}
