/// One broken run and what it becomes.
package struct RepairEdit: Sendable, Equatable {
    /// Where in a Markdown document a run stands: in text, in code, in a code span of a line of text, or in a URL.
    package enum Place: String, Sendable, Comparable {
        case prose, code, codeSpan, url

        private var caution: Int {
            switch self {
            case .prose: 0
            case .code, .codeSpan: 1
            case .url: 2
            }
        }

        /// Orders places by the care they want.
        package static func < (left: Place, right: Place) -> Bool { left.caution < right.caution }
    }

    /// The broken run, as UTF-8 offsets in the text that was given.
    package let original: Range<Int>

    /// The bytes that take its place.
    package let replacement: [UInt8]

    /// The encodings that the text was wrongly decoded in, the last mistake first.
    package let layers: [LegacyEncoding.Name]

    /// Where the run stands: callers must say so before they change code or URLs.
    package let place: Place
}

extension RepairEdit {
    /// The encodings that the text was wrongly decoded in, as people name them, the last mistake first.
    package var encodingNames: String { layers.map(\.displayName).joined(separator: " over ") }
}

extension RepairedText {
    /// The encodings of all edits, as people name them, each once, sorted.
    package var encodingNames: String { Set(edits.map(\.encodingNames)).sorted().joined(separator: ", ") }
}

extension LegacyEncoding.Name {
    /// The name as people write it.
    package var displayName: String {
        switch self {
        case .macRoman: "Mac Roman"
        case .windows1252: "Windows-1252"
        case .windows1251: "Windows-1251"
        case .windows1253: "Windows-1253"
        case .iso8859_7: "ISO 8859-7"
        case .koi8r: "KOI8-R"
        case .cp866: "CP866"
        }
    }
}
