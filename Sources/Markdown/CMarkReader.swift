import CCMarkGFM
import Synchronization

/// The bridge to libcmark-gfm: the only place that sees its pointers, none of which leaves it.
///
/// libcmark-gfm 0.29.0.gfm.6 keeps global tables that its strikethrough and autolink extensions change while parsing;
/// two threads that parse at once corrupt each other's output (github.com/github/cmark-gfm, pull request 176). One lock
/// round registering and parsing makes it safe; reading the finished tree needs none.
enum CMarkReader {
    /// What the walk over a parsed document meets.
    struct Event {
        var isEntering: Bool
        var isLeaf: Bool
        var kind: MarkdownNode.Kind
        /// Lines and columns as libcmark-gfm gives them: counted from 1, ends inclusive, 0 where it does not know.
        var startLine: Int
        var startColumn: Int
        var endLine: Int
        var endColumn: Int
    }

    private static let lock = Mutex(())

    /// Parses the text from an offset to its end and hands over every event of the walk in order.
    static func read(_ text: [UInt8], from offset: Int, withTables: Bool, _ body: (Event) -> Void) {
        let document = lock.withLock { _ in CMarkDocument(text, from: offset, withTables: withTables) }
        document?.walk(body)
    }
}

/// A parsed document of libcmark-gfm, freed when it goes out of scope.
@safe private struct CMarkDocument: ~Copyable {
    private let root: OpaquePointer

    /// Parses a text; the caller holds the lock.
    init?(_ text: [UInt8], from offset: Int, withTables: Bool) {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else { return nil }
        defer { unsafe cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "tasklist", "autolink"] where withTables || name != "table" {
            if let found = unsafe cmark_find_syntax_extension(name) {
                unsafe cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        unsafe text.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...])
            unsafe cmark_parser_feed(parser, rest.baseAddress?.assumingMemoryBound(to: CChar.self), rest.count)
        }
        guard let root = unsafe cmark_parser_finish(parser) else { return nil }
        unsafe self.root = unsafe root
    }

    deinit { unsafe cmark_node_free(root) }

    /// Walks the document without recursion.
    borrowing func walk(_ body: (CMarkReader.Event) -> Void) {
        guard let iterator = unsafe cmark_iter_new(root) else { return }
        defer { unsafe cmark_iter_free(iterator) }
        while true {
            let event = unsafe cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else { return }
            let kind = unsafe kind(of: node)
            unsafe body(
                CMarkReader.Event(
                    isEntering: event == CMARK_EVENT_ENTER,
                    isLeaf: isLeaf(kind),
                    kind: kind,
                    startLine: Int(cmark_node_get_start_line(node)),
                    startColumn: Int(cmark_node_get_start_column(node)),
                    endLine: Int(cmark_node_get_end_line(node)),
                    endColumn: Int(cmark_node_get_end_column(node))
                ))
        }
    }

    /// Whether the iterator enters a node of this kind and never leaves it.
    private borrowing func isLeaf(_ kind: MarkdownNode.Kind) -> Bool {
        switch kind {
        case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline: true
        default: false
        }
    }

    private borrowing func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: unsafe list(node)
        case CMARK_NODE_ITEM: unsafe item(node)
        case CMARK_NODE_CODE_BLOCK:
            unsafe .codeBlock(info: string(cmark_node_get_fence_info(node)), literal: literal(of: node))
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK: unsafe .htmlBlock(literal(of: node))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: unsafe .footnoteDefinition(label: literal(of: node))
        default: unsafe inlineKind(of: node)
        }
    }

    private borrowing func inlineKind(of node: OpaquePointer) -> MarkdownNode.Kind {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: unsafe .text(literal(of: node))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: unsafe .code(literal(of: node))
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE: unsafe .htmlInline(literal(of: node))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK:
            unsafe .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            unsafe .image(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_FOOTNOTE_REFERENCE: unsafe .footnoteReference(label: literal(of: node))
        default: unsafe extensionKind(of: node)
        }
    }

    /// The kinds of the extensions have numbers that are given out at run time, so they are told by name.
    private borrowing func extensionKind(of node: OpaquePointer) -> MarkdownNode.Kind {
        switch unsafe string(cmark_node_get_type_string(node)) {
        case "table": unsafe .table(alignments: alignments(of: node))
        case "table_header": .tableRow(isHeader: true)
        case "table_row": .tableRow(isHeader: false)
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        case "tasklist": unsafe .item(checked: cmark_gfm_extensions_get_tasklist_item_checked(node))
        default: unsafe .text(literal(of: node))
        }
    }

    private borrowing func list(_ node: OpaquePointer) -> MarkdownNode.Kind {
        unsafe .list(
            ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
            start: Int(cmark_node_get_list_start(node)),
            tight: cmark_node_get_list_tight(node) != 0
        )
    }

    /// A task is an item to libcmark-gfm, with another name.
    private borrowing func item(_ node: OpaquePointer) -> MarkdownNode.Kind {
        guard unsafe string(cmark_node_get_type_string(node)) == "tasklist" else { return .item(checked: nil) }
        return unsafe .item(checked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    }

    private borrowing func alignments(of table: OpaquePointer) -> [MarkdownNode.TableAlignment] {
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(table))
        guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return (0..<count).map { column in
            switch unsafe letters[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    private borrowing func literal(of node: OpaquePointer) -> String {
        unsafe string(cmark_node_get_literal(node))
    }

    private borrowing func string(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer = unsafe pointer else { return "" }
        return unsafe String(cString: pointer)
    }
}
