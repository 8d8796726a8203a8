import Model

extension WebResponse {
    /// Reads an answer as it comes over the wire (RFC 9112): the last head that is no interim answer, and its body.
    ///
    /// - Returns: nil when there is no whole head in the bytes.
    package init?(parsing bytes: [UInt8], ending: Ending) {
        var rest = bytes[...]
        while let head = WebResponse.takeHead(from: &rest) {
            guard let status = WebResponse.status(of: head.first ?? []) else { return nil }
            // 100 Continue and 103 Early Hints come before the answer.
            if (100..<200).contains(status) { continue }
            let fields = head.dropFirst().compactMap(WebResponse.field)
            self.init(status: status, fields: fields, body: Array(rest), ending: ending)
            return
        }
        return nil
    }

    /// Takes the lines up to the first empty one off some bytes; nil when there is none.
    private static func takeHead(from rest: inout ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: .lineFeed) {
            let line = rest[start..<end].trimmed
            start = end + 1
            if line.isEmpty {
                rest = rest[start...]
                return lines
            }
            lines.append(line)
        }
        return nil
    }

    private static func status(of line: ArraySlice<UInt8>) -> Int? {
        let words = line.split(separator: .space, maxSplits: 2)
        guard words.count > 1, words[0].starts(with: "HTTP/".utf8), words[1].count == 3 else { return nil }
        return Int(words[1].text)
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return (line[..<colon].map(\.lowercased).text, line[(colon + 1)...].trimmed.text)
    }
}
