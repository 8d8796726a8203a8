import Model

/// Finds the bytes of an address in the source of a link.
package enum WrittenAddress {
    /// A place where an address is written.
    package struct Place: Sendable, Hashable {
        package var range: Range<Int>
        /// Whether `&` is written as `&amp;` there.
        package var hasEntities: Bool
    }

    /// The places of an address in the bytes of a link; its definition where the link only names a label.
    ///
    /// - Parameter range: the bytes of the link in its file.
    package static func places(of url: String, in bytes: [UInt8], link range: Range<Int>) -> [Place] {
        let found = places(of: url, in: bytes[range])
        return found.isEmpty ? definitions(of: url, in: bytes) : found
    }

    /// An address as it is written at a place.
    package static func spelling(of address: String, at place: Place) -> String {
        place.hasEntities ? address.replacing("&", with: "&amp;") : address
    }

    private static func places(of url: String, in bytes: ArraySlice<UInt8>) -> [Place] {
        let plain = occurrences(of: Array(url.utf8), in: bytes).map { Place(range: $0, hasEntities: false) }
        if !plain.isEmpty { return plain }
        if url.contains("&") {
            let escaped = Array(url.replacing("&", with: "&amp;").utf8)
            let places = occurrences(of: escaped, in: bytes).map { Place(range: $0, hasEntities: true) }
            if !places.isEmpty { return places }
        }
        // `www.example.org` was read with the scheme that it lacks.
        guard url.hasPrefix("https://www.") else { return [] }
        return occurrences(of: Array(url.utf8.dropFirst(8)), in: bytes).map { Place(range: $0, hasEntities: false) }
    }

    /// Lines of the form `[label]: address`.
    private static func definitions(of url: String, in bytes: [UInt8]) -> [Place] {
        let lines = LineTable(bytes)
        return (1...max(lines.count, 1)).flatMap { number -> [Place] in
            let line = bytes[lines.content(ofLine: number, in: bytes)]
            let text = line.drop(while: \.isBlank)
            guard text.first == UInt8(ascii: "["), let end = text.firstRange(of: Array("]:".utf8)) else { return [] }
            return places(of: url, in: line[end.upperBound...]).prefix(1).map(\.self)
        }
    }

    /// Where some bytes stand that neither follow other signs of an address nor are followed by any.
    private static func occurrences(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = bytes.startIndex
        while start + needle.count <= bytes.endIndex {
            let end = start + needle.count
            let isFree = start == bytes.startIndex || isOutside(bytes[start - 1])
            if isFree, end == bytes.endIndex || isOutside(bytes[end]), bytes[start..<end].elementsEqual(needle) {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    /// Whether a byte stands beside an address rather than in it.
    private static func isOutside(_ byte: UInt8) -> Bool {
        byte.isWhitespace || "()<>[]\"'|*_=".utf8.contains(byte)
    }
}
