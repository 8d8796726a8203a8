import LinkHealth
import Model
import Synchronization
import Terminal
import Workspace

/// One run over the links: what was seen, what was not, and the line of progress.
struct LinkCheckRun {
    /// Why a run ended before its end.
    enum EarlyEnd: Sendable {
        case interrupted, outOfTime
    }

    let world: World
    let total: Int
    private(set) var sightings: [LinkSighting] = []
    private(set) var skipped: [(url: String, reason: WebFailure)] = []
    private(set) var earlyEnd: EarlyEnd?
    private let started: Int
    private var shownAt: Int?

    init(world: World, total: Int) {
        self.world = world
        self.total = total
        started = world.now().milliseconds
    }

    /// Asks for the addresses of links, until all are answered or it is time to end.
    mutating func ask(_ links: [Entry], _ client: CurlClient, _ limits: VisitLimits, maxTime: Int?) async {
        guard total > 0 else { return }
        let access = WebAccess(fetch: { await client.fetch($0) }, pause: world.pause, now: world.now)
        let survey = LinkSurvey(access, limits: limits)
        let end = EndWatch(world, maxTime: maxTime)
        await survey.run(links.compactMap(\.link?.url), until: end.wait) { result in
            take(result)
            showProgress()
        }
        clearProgress()
        earlyEnd = end.reason
        skipped.sort { ($0.url) < ($1.url) }
    }

    private mutating func take(_ result: LinkSurvey.Result) {
        switch result {
        case .seen(let sighting): sightings.append(sighting)
        case .skipped(let url, let reason): skipped.append((url, reason))
        }
    }

    /// Shows how far the work is, once it has taken half a second: over and over in one line of a terminal, once in
    /// a pipe.
    private mutating func showProgress() {
        let now = world.now().milliseconds
        let isTerminal = world.terminal.errorIsTerminal
        if let shownAt {
            guard isTerminal, now - shownAt >= 100 else { return }
        } else {
            guard now - started >= 500 else { return }
        }
        shownAt = now
        let text = "asked for \(sightings.count + skipped.count) of \(counted(total, "address", plural: "addresses"))"
        world.writeError(Array((isTerminal ? "\r\u{1B}[2K\(text), Ctrl-C ends" : "\(text) so far\n").utf8))
    }

    private func clearProgress() {
        if shownAt != nil, world.terminal.errorIsTerminal { world.writeError(Array("\r\u{1B}[2K".utf8)) }
    }
}

/// Waits for whatever ends a run early.
private final class EndWatch: Sendable {
    private let world: World
    private let maxTime: Int?
    private let found = Mutex<LinkCheckRun.EarlyEnd?>(nil)

    init(_ world: World, maxTime: Int?) {
        self.world = world
        self.maxTime = maxTime
    }

    var reason: LinkCheckRun.EarlyEnd? { found.withLock { $0 } }

    /// Returns when the run shall end, or its task was cancelled.
    @Sendable func wait() async {
        await withTaskGroup(of: LinkCheckRun.EarlyEnd.self) { group in
            group.addTask { [world] in
                await world.waitForInterrupt()
                return .interrupted
            }
            if let maxTime {
                group.addTask { [world] in
                    await world.pause(maxTime * 1000)
                    return .outOfTime
                }
            }
            let first = await group.next()
            if !Task.isCancelled { found.withLock { $0 = first } }
            group.cancelAll()
        }
    }
}
