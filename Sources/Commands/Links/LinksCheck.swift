package import ArgumentParser
import LinkHealth
package import Model
import Terminal
import Workspace

/// `archbook links check`: asks whether the links still lead somewhere.
package struct LinksCheck: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Ask whether the links still lead somewhere; uses the network.",
        discussion: """
            Each address is asked for once, with at most 8 requests at a time to one host, by the program curl, which has \
            to be there. Ctrl-C ends the work and keeps what is known by then.

              $ archbook links check
              $ archbook links check knowledge/links --max-time 300
              $ archbook links check --older-than 7 --json

            One run proves little. A link is dead when its page was gone (404, 410, no such host) in 3 runs over 7 days \
            or more; until then it is suspect. A link is blocked when the server lets no program in, and moved when the \
            server wants another address to be used. What is known is kept in .archbook/links.jsonl: commit it.

            The exit code is 1 when a link is dead, and with --strict when one is suspect.
            """
    )

    @OptionGroup var selection: LinkSelection

    @Flag(help: "Ask hosts on private networks too.")
    var allowPrivate = false

    @Option(help: ArgumentHelp("End after so many seconds, and keep what is known.", valueName: "seconds"))
    var maxTime: Int?

    @Option(help: ArgumentHelp("How many seconds one request may take.", valueName: "seconds"))
    var timeout = 20

    @Option(help: ArgumentHelp("How often to ask again after a failure of the moment.", valueName: "number"))
    var retries = 2

    @Option(help: ArgumentHelp("How many KiB of a page to read.", valueName: "KiB"))
    var maxSize = 4096

    @Option(help: ArgumentHelp("Only links that were not asked for in so many days.", valueName: "days"))
    var olderThan: Int?

    @Flag(help: "Let suspect links fail the check too.")
    var strict = false

    @OptionGroup var data: DataOptions

    package init() {}

    package mutating func validate() throws {
        guard timeout > 0, maxTime ?? 1 > 0, maxSize > 0 else {
            throw ValidationError("--timeout, --max-time and --max-size take a number above zero")
        }
        guard retries >= 0, olderThan ?? 0 >= 0 else {
            throw ValidationError("--retries and --older-than take a number, zero or above")
        }
    }

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let loaded = try await loadBook(in: world)
        let known = try loaded.workspace.linkHistory(tellingThrough: output)
        let links = try selection.links(in: loaded, world).filter { isOld(known[$0.link?.url ?? ""], world.today) }
        let client = CurlClient(
            environment: world.environment, allowsPrivate: allowPrivate,
            userAgent: "Mozilla/5.0 (compatible; archbook/\(Archbook.version))")
        guard links.isEmpty || client.isInstalled else { throw CommandFailure.withoutCurl }
        var run = LinkCheckRun(world: world, total: Set(links.compactMap(\.link?.url)).count)
        await run.ask(links, client, limits, maxTime: maxTime)
        let history = try loaded.workspace.addToLinkHistory(run.sightings, on: world.today)
        let report = LinkReport(links: links, history: history, run: run)
        if data.json {
            output.print(json: report.json)
        } else {
            report.print(to: output, loaded.workspace)
        }
        if run.earlyEnd == .interrupted { return .interrupted }
        return report.hasDead || strict && report.hasSuspect ? .no : .done
    }

    private var limits: VisitLimits {
        var limits = VisitLimits()
        limits.patience = timeout * 1000
        limits.retries = retries
        limits.sizeCap = maxSize * 1024
        return limits
    }

    private func isOld(_ record: LinkRecord?, _ today: Day) -> Bool {
        guard let olderThan, let record else { return true }
        return today.daysSince1970 - record.checkedOn.daysSince1970 > olderThan
    }
}

extension CommandFailure {
    fileprivate static let withoutCurl = CommandFailure(
        "links check asks through the program curl, which is not on the PATH; install it (Debian: apt-get install curl)"
    )
}
