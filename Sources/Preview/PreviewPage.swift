import Model

/// A page as the preview sends it: with a script that listens for changes; the built file stays as it is.
enum PreviewPage {
    /// Adds the script and the style of the preview to a page, and lets its policy admit them.
    ///
    /// - Parameter tag: tells this state of the page from others.
    static func bytes(of page: [UInt8], tag: String) -> [UInt8] {
        var bytes = page
        // The policy of a page forbids connections, and a second one in the head of the answer could not allow them.
        if let policy = bytes.firstRange(of: policyStart) {
            bytes.insert(contentsOf: "connect-src 'self'; ".utf8, at: policy.upperBound)
        }
        let script = Array(
            """
            <link rel="stylesheet" href="\(PreviewScript.stylePath)">
            <script src="\(PreviewScript.path)" data-tag="\(tag)"></script>

            """.utf8)
        bytes.insert(contentsOf: script, at: lastRange(of: bodyEnd, in: bytes) ?? bytes.endIndex)
        return bytes
    }

    /// The page that is shown where there is none: under whatever address, its links start at the root of the preview.
    static func withLinksFromRoot(_ page: [UInt8]) -> [UInt8] {
        var bytes = page
        if let base = bytes.firstRange(of: baseStart), let end = bytes[base.upperBound...].firstIndex(of: quote) {
            bytes.replaceSubrange(base.upperBound..<end, with: "/".utf8)
        }
        return bytes
    }

    private static let policyStart = Array("http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    private static let baseStart = Array("<base href=\"".utf8)
    private static let bodyEnd = Array("</body>".utf8)
    private static let quote = UInt8(ascii: "\"")

    private static func lastRange(of part: [UInt8], in bytes: [UInt8]) -> Int? {
        var start = bytes.count - part.count
        while start >= 0 {
            if bytes[start..<start + part.count].elementsEqual(part) { return start }
            start -= 1
        }
        return nil
    }
}
