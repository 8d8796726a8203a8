import Markdown
import Model

extension HTMLRenderer {
    /// Shows an image beside the note, or describes one that is not there.
    ///
    /// Pages load nothing from other hosts; an image on the web can be followed to its place.
    mutating func writeImage(_ image: ImageText, isInLink: Bool) {
        let (destination, description) = (image.destination, image.description)
        if let file = plan.resolver.attached.file(destination, in: text.source.path), file.isImage {
            let size = image.size(of: file.size)
            let address = PageLink.address(of: file.path, from: page)
            html += "<img src=\"\(address)\" alt=\"\(description)\"\(size)\(image.attributes) loading=\"lazy\">"
            return
        }
        let shown = description.isEmpty ? "image" : description
        switch WebAddress(destination) {
        case .external(let address) where !isInLink: html += "<a href=\"\(address)\">\(shown)</a>"
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

/// What a text says of an image that it shows.
struct ImageText {
    var destination: String
    var description: String
    /// The size that the text asks for.
    var width: Int?
    var height: Int?
    /// Further attributes, checked.
    var attributes = HTML()

    /// The attributes that keep room for an image before it is there.
    ///
    /// Of two sides the one that is not told follows from the other, so that nothing moves when the image comes.
    func size(of file: ImageSize?) -> HTML {
        var (width, height) = (width, height)
        if let file, file.width > 0, file.height > 0 {
            if let width, height == nil { height = max(1, width * file.height / file.width) }
            if let height, width == nil { width = max(1, height * file.width / file.height) }
            (width, height) = (width ?? file.width, height ?? file.height)
        }
        let sides = [("width", width), ("height", height)].map { name, side -> HTML in
            side.map { " \(name)=\"\($0)\"" } ?? ""
        }
        return sides.joined()
    }
}
