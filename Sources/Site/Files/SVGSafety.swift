import Model

/// Tells drawings that only draw from those that do more.
///
/// An image on a page runs nothing and loads nothing; but the same file, opened by itself, is a page of the site (SVG 2,
/// section 2.3). What is not certain counts as unsafe: a drawing that needs it can be saved without.
struct SVGSafety {
    private let bytes: [UInt8]
    /// The name of the element that was begun last, without its prefix.
    private var element: [UInt8] = []

    private static let forbiddenElements = Set(
        ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "!entity", "?xml-stylesheet"]
            .map { Array($0.utf8) })
    /// A letter that is written as a number is never needed, and often an attack.
    private static let forbiddenTexts = ["javascript:", "@import", "&#", "\\"].map { Array($0.utf8) }

    /// Whether a drawing has no script, no handler, nothing foreign, and asks for no other file.
    static func isPassive(_ bytes: [UInt8]) -> Bool {
        // A drawing in another encoding could hide what is looked for.
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { return false }
        var safety = SVGSafety(bytes: bytes.map(\.lowercased))
        return safety.isPassive()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func isPassive() -> Bool {
        for (index, byte) in bytes.enumerated() {
            let rest = bytes[index...]
            switch byte {
            case UInt8(ascii: "<"):
                let name = rest.dropFirst().prefix {
                    !$0.isWhitespace && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
                }
                element = Array(name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name)
                if Self.forbiddenElements.contains(element) { return false }
            case UInt8(ascii: "h"): if !isLinkSafe(rest) { return false }
            case UInt8(ascii: "u"): if !isResourceSafe(rest) { return false }
            case UInt8(ascii: "o"): if isHandler(rest, before: index > 0 ? bytes[index - 1] : .space) { return false }
            default: break
            }
            if "j@&\\".utf8.contains(byte), Self.forbiddenTexts.contains(where: rest.starts) { return false }
        }
        return true
    }

    /// Whether an `href` that may begin here stays in the drawing, carries a picture of pixels, or is a link to follow.
    private func isLinkSafe(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let value = value(of: "href", in: rest) else { return true }
        let pictures = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"]
        if value.first == UInt8(ascii: "#") || pictures.contains(where: { value.starts(with: $0.utf8) }) { return true }
        return element == Array("a".utf8) && (value.starts(with: "https:".utf8) || value.starts(with: "http:".utf8))
    }

    /// Whether a `url(` that may begin here names a part of the drawing.
    private func isResourceSafe(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: "url(".utf8) else { return true }
        return rest.dropFirst(4).first { !$0.isWhitespace && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
            == UInt8(ascii: "#")
    }

    /// What stands behind the name of an attribute and its sign of equality, without the mark of quotation.
    private func value(of name: String, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard rest.starts(with: name.utf8) else { return nil }
        let behind = rest.dropFirst(name.utf8.count).drop(while: \.isWhitespace)
        guard behind.first == UInt8(ascii: "=") else { return nil }
        return behind.dropFirst().drop { $0.isWhitespace || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    }

    /// Whether an attribute such as `onload=` begins here.
    private func isHandler(_ rest: ArraySlice<UInt8>, before: UInt8) -> Bool {
        guard rest.starts(with: "on".utf8), !before.isAlphanumeric, before != UInt8(ascii: "-") else { return false }
        let name = rest.dropFirst(2).prefix(while: \.isLetter)
        let behind = rest.dropFirst(2 + name.count).drop(while: \.isWhitespace)
        return !name.isEmpty && behind.first == UInt8(ascii: "=")
    }
}
