import Model
import Preview
import Site
import Terminal
import Workspace

/// Builds the site again and again for the preview, and tells in the terminal what came of it.
struct PreviewPress {
    let root: String
    let server: PreviewServer
    let output: CommandOutput

    /// Shows the site for the first time, and prints its address.
    ///
    /// - Throws: when the book cannot be built at all; there is nothing to show then.
    func showFirst() async throws {
        let begin = output.world.now()
        let (site, findings) = try await build()
        server.show(PreviewSite(files: site, findings: findings))
        output.print([server.address])
        output.tell(
            "\(counted(site.keys.count { $0.hasSuffix(".html") }, "page")), \(counted(findings.count, "finding")), "
                + "\(milliseconds(since: begin)) ms; Ctrl-C ends the preview")
    }

    /// Shows what has been saved; what cannot be built is told, and the last good pages stay.
    ///
    /// - Parameter saved: the absolute paths of what has changed.
    func showAgain(after saved: [String]) async {
        guard !saved.isEmpty else { return }
        let begin = output.world.now()
        do {
            let (site, findings) = try await build()
            let count = server.show(PreviewSite(files: site, findings: findings))
            let open = count > 0 ? ", \(counted(count, "open page")) reloaded" : ""
            let number = counted(findings.count, "finding")
            output.tell("\(name(of: saved)): \(number)\(open), \(milliseconds(since: begin)) ms")
        } catch {
            let reason = SafeText.line("\(error)")
            server.show(notice: "What was saved last is not shown: \(reason)")
            output.tell("\(name(of: saved)): not built: \(reason)")
        }
    }

    /// Reads the workspace anew, its settings included.
    private func build() async throws -> (files: [String: [UInt8]], findings: [Finding]) {
        let world = output.world
        let loaded = await LoadedSite(try OpenWorkspace(root: root))
        let site = try await SiteMaking(world: world, address: server.address).make(loaded)
        let files = Dictionary(site.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let findings = Set(site.findings + loaded.book.findings).sorted()
        return (files, findings)
    }

    private func name(of saved: [String]) -> String {
        guard saved.count == 1, let path = saved.first else { return counted(saved.count, "change") }
        return SafeText.line(path.hasPrefix("\(root)/") ? String(path.dropFirst(root.count + 1)) : path)
    }

    private func milliseconds(since begin: Timestamp) -> Int {
        output.world.now().milliseconds - begin.milliseconds
    }
}
