import Model

/// An element that raw HTML in a source may make; every other loses its tags and keeps its text.
///
/// The list follows what GitHub lets through in Markdown, without headings, which a page's contents must know, and without
/// what only sets a look.
enum RawElement: String, CaseIterable, Sendable {
    case a, abbr, b, blockquote, br, cite, code, dd, del, details, dfn, div, dl, dt, em, hr, i, img, ins, kbd, li, mark
    case ol, p, q, rp, rt, ruby, s, samp, small, span, strong, sub, summary, sup, table, tbody, td, tfoot, th, thead
    case tr, u, ul, `var`, wbr

    /// What may stand in an element.
    enum Content: Equatable {
        /// Nothing: the element has no closing tag.
        case nothing
        /// Runs of text.
        case text
        /// Blocks and runs of text.
        case blocks
        /// Certain elements only; anything else gets one of these around it.
        case parts(RawElement)
    }

    /// What may stand in the element (HTML Living Standard, section 4, "Content model").
    var content: Content {
        switch self {
        case .br, .hr, .img, .wbr: .nothing
        case .blockquote, .dd, .details, .div, .dt, .li, .td, .th: .blocks
        case .ol, .ul: .parts(.li)
        case .dl: .parts(.dd)
        case .table, .tbody, .tfoot, .thead: .parts(.tr)
        case .tr: .parts(.td)
        default: .text
        }
    }

    /// Whether the element stands among blocks rather than in a run of text.
    var isBlock: Bool {
        switch self {
        case .blockquote, .details, .div, .dl, .hr, .ol, .p, .table, .ul: true
        default: false
        }
    }

    /// The elements that it has to stand in directly; empty when there is no such rule.
    var parents: [RawElement] {
        switch self {
        case .li: [.ol, .ul]
        case .dd, .dt: [.dl]
        case .tbody, .tfoot, .thead: [.table]
        case .tr: [.table, .tbody, .tfoot, .thead]
        case .td, .th: [.tr]
        case .rp, .rt: [.ruby]
        case .summary: [.details]
        default: []
        }
    }

    /// The attributes that it may have, besides those of every element.
    var ownAttributes: [RawAttribute] {
        switch self {
        case .a: [.href]
        case .details: [.open]
        case .img: [.src, .alt, .width, .height]
        case .ol: [.start]
        case .td: [.colspan, .rowspan]
        case .th: [.colspan, .rowspan, .scope]
        default: []
        }
    }
}

/// An attribute that raw HTML in a source may set.
enum RawAttribute: String, CaseIterable, Sendable {
    case alt, colspan, dir, height, href, lang, open, rowspan, scope, src, start, title, width

    /// The attributes of every element.
    static let common: [RawAttribute] = [.dir, .lang, .title]

    /// The value as it goes into a page; nil when it is not one that the attribute may have.
    ///
    /// Addresses and descriptions of images are not judged here: they go the way of Markdown's own.
    func checked(_ value: String) -> String? {
        switch self {
        case .alt, .href, .src, .title: value
        case .open: ""
        case .dir: RawAttribute.word(value, among: ["ltr", "rtl", "auto"])
        case .scope: RawAttribute.word(value, among: ["row", "col", "rowgroup", "colgroup"])
        case .lang: Wording.isCode(value) ? value : nil
        case .colspan, .rowspan: RawAttribute.number(value, within: 1...100)
        case .start: RawAttribute.number(value, within: -999_999...999_999)
        case .height, .width: RawAttribute.number(value, within: 1...9_999)
        }
    }

    private static func word(_ value: String, among words: [String]) -> String? {
        words.first { $0 == value.trimmed.lowercased() }
    }

    private static func number(_ value: String, within range: ClosedRange<Int>) -> String? {
        Int(value.trimmed).flatMap { range.contains($0) ? String($0) : nil }
    }
}
