package import Model

/// A built site as the preview shows it: all in memory, so that no request can reach the disk.
package struct PreviewSite: Sendable {
    /// The bytes of each file by its path, with `/` between its parts.
    package let files: [String: [UInt8]]
    /// What is wrong in the book.
    package var findings: [Finding]
    /// Why the last save is not shown, for a book that could not be built.
    package var notice: String?
    /// Tells one look of the site from another: styles and scripts, which every page loads.
    let look: StableHash

    package init(files: [String: [UInt8]], findings: [Finding] = [], notice: String? = nil) {
        self.files = files
        self.findings = findings
        self.notice = notice
        var look = StableHash()
        for path in files.keys.sorted() where PreviewSite.isOfEveryPage(path) {
            look.combine(path)
            look.combine(files[path] ?? [])
        }
        self.look = look
    }

    private static func isOfEveryPage(_ path: String) -> Bool {
        !path.contains("/") && (path.hasSuffix(".css") || path.hasSuffix(".js"))
    }

    /// What stands under the path of an address.
    enum Place: Equatable {
        case file(String)
        /// A folder that was asked for without its last `/`, from which the links of its page would lead astray.
        case folder
        case missing
    }

    /// Finds what an address leads to.
    ///
    /// - Parameter path: the path of the address, decoded, without its first `/`.
    func place(of path: String) -> Place {
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        if files[name] != nil { return .file(name) }
        return files[name + "/index.html"] == nil ? .missing : .folder
    }

    /// What tells a page as it is shown from the same page after a change; nil when it is no page.
    ///
    /// - Parameter path: the path of an address, decoded, without its first `/`; one that leads nowhere shows the page
    ///   that says so.
    func tag(ofPage path: String) -> String? {
        guard let name = page(at: path), name.hasSuffix(".html"), let bytes = files[name] else { return nil }
        var hash = look
        hash.combine(name)
        hash.combine(bytes)
        return hash.name(length: 13)
    }

    /// The page that an address shows.
    private func page(at path: String) -> String? {
        switch place(of: path) {
        case .file(let name): name
        case .folder: nil
        case .missing: files[PreviewSite.missing] == nil ? nil : PreviewSite.missing
        }
    }

    static let missing = "404.html"
}
