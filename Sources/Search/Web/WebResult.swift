import Model

/// What a page shows of an entry or a passage that was found in the browser.
package struct WebResult: Sendable, Equatable {
    package var title: String
    /// The page relative to the root of the site, with the section behind `#` where there is one.
    package var page: String
    /// The kind of the entry; `prose` for a passage.
    package var kind: String
    /// Where it stands: the number of a record, or the title of the source.
    package var place: String
    /// The beginning of its text.
    package var excerpt: String
    /// The code of the language.
    package var language: String

    package init(title: String, page: String, kind: String, place: String, excerpt: String, language: String) {
        self.title = title
        self.page = page
        self.kind = kind
        self.place = place
        self.excerpt = excerpt
        self.language = language
    }
}

/// A record that a number leads to.
package struct WebRecord: Sendable, Equatable {
    package var number: Int
    /// The name in few words: `ADR 12`.
    package var name: String
    package var title: String
    package var page: String

    package init(number: Int, name: String, title: String, page: String) {
        self.number = number
        self.name = name
        self.title = title
        self.page = page
    }
}

/// One file of the index that browsers read.
package struct WebShard: Sendable, Equatable {
    /// The name without extension, by which the others ask for it.
    package var name: String
    /// A classic script that hands its content over.
    package var bytes: [UInt8]

    init(_ name: String, _ content: JSONValue) {
        self.name = name
        bytes = Array("archbookShard(\"\(name)\",".utf8)
        // A page could carry the script within itself; nothing in it may end there.
        for byte in content.line {
            if byte == UInt8(ascii: "<") { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
        }
        bytes += ");\n".utf8
    }
}
