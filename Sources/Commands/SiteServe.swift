package import ArgumentParser
package import Model
import Preview
import Terminal
import Workspace

/// `archbook site serve`: shows the site in a browser while somebody writes.
package struct SiteServe: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the site in a browser, and reload its pages as you save.",
        discussion: """
            The site is built in memory and shown under the address that is printed; the folder of `site build` stays as \
            it is. When a file of the book or of its theme is saved, the pages that have changed load themselves again \
            and keep their place. What is wrong in the book stands in a corner of every page. A book that cannot be \
            built is told there too, and the last good pages stay.

              $ archbook site serve
              $ archbook site serve --port 8080
              $ archbook site serve --host 0.0.0.0

            Only this machine can see the preview, unless --host names another of its addresses; 0.0.0.0 means all of \
            them. Ctrl-C ends it, with exit code 0.
            """
    )

    @Option(help: ArgumentHelp("The name or address of this machine to listen on.", valueName: "host"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "The port to listen on; when left out, the first free one from 4000 on, and with 0 any free one.",
            valueName: "port"))
    var port: Int?

    @OptionGroup var display: DisplayOptions

    package init() {}

    package mutating func validate() throws {
        guard (0...65535).contains(port ?? 0) else { throw ValidationError("--port takes a number from 0 to 65535") }
        guard !host.isEmpty else { throw ValidationError("--host takes a name or an address") }
    }

    package func run(in world: World) async throws -> Outcome {
        let workspace = try openWorkspace(in: world)
        // It is watched before it is read, so that nothing that is saved meanwhile is missed.
        let watch = try FolderWatch(workspace.watchedPlaces, except: [workspace.path(workspace.settings.siteOutput)])
        let ports = port.map { [$0] } ?? Array(SiteServe.usualPorts)
        let server = try await PreviewServer.start(host: host, ports: ports)
        do {
            let press = PreviewPress(root: workspace.root, server: server, output: CommandOutput(world, display))
            try await press.showFirst()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await world.waitForInterrupt() }
                group.addTask { for await _ in watch.changes() { await press.showAgain(after: watch.takeSaved()) } }
                await group.next()
                group.cancelAll()
            }
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        return .done
    }

    private static let usualPorts = 4000...4019
}

extension OpenWorkspace {
    /// The folders that the site is made from, and that of the settings.
    fileprivate var watchedPlaces: [FolderWatch.Place] {
        let folders = [settings.knowledge, settings.decisions, settings.proposals, settings.siteTheme]
        let vocabulary = settings.vocabulary.split(separator: "/").dropLast().joined(separator: "/")
        return [FolderWatch.Place(root, isDeep: false), FolderWatch.Place(path(vocabulary), isDeep: false)]
            + folders.map { FolderWatch.Place(path($0)) }
    }
}
