import Markdown
import Model

extension HTMLRenderer {
    /// Shows an image beside the note, or describes one that is not there.
    ///
    /// Pages load nothing from other hosts; an image on the web can be followed to its place.
    mutating func writeImage(_ index: Int, _ destination: String) {
        let description = text.tree.plainText(ofNodes: text.tree.descendants(of: index)).trimmed
        if let file = plan.resolver.attached.file(destination, in: text.source.path), file.isImage {
            let size: HTML = file.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
            let address = PageLink.address(of: file.path, from: page)
            html += "<img src=\"\(address)\" alt=\"\(description)\"\(size) loading=\"lazy\">"
            return
        }
        let shown = description.isEmpty ? "image" : description
        switch WebAddress(destination) {
        case .external(let address) where index >= linkEnd: html += "<a href=\"\(address)\">\(shown)</a>"
        case .unsafe:
            findings.append(SiteFindings.unsafeAddress(destination, in: text.source))
            html += "<span class=\"image\">\(shown)</span>"
        case .external: html += "<span class=\"image\">\(shown)</span>"
        case .relative:
            let isRefused = plan.resolver.attached.isRefused(destination, in: text.source.path)
            findings.append(
                isRefused
                    ? SiteFindings.unsafeImage(destination, in: text.source)
                    : SiteFindings.imageNotShown(destination, in: text.source))
            html += "<span class=\"image\">\(shown)</span>"
        }
    }

    /// Writes a block of code, or what it draws.
    mutating func writeCode(_ literal: String, info: String) {
        let words = info.utf8.split(whereSeparator: \.isWhitespace).map { String(Substring($0)) }
        let language = words.first?.lowercased() ?? ""
        let drawn = plan.drawings.drawn(inBlock: literal, language: language, of: text.source.path)
        let title = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
        for view in drawn { html += DrawingFigure(plan: plan, page: page, drawn: view).html(title: title) }
        hasDrawing = hasDrawing || !drawn.isEmpty
        if drawn.isEmpty { html += RenderedBlocks.code(literal, language: language) }
    }
}
