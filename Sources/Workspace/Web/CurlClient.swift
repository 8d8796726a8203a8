import Dispatch
package import LinkHealth
import Model
import Synchronization

/// Asks servers through the program `curl`, one process for each question.
///
/// Hosts are looked up here and curl is told the addresses, so that what was found to be public is what is asked: a
/// name that leads elsewhere a moment later (DNS rebinding) gains nothing.
package final class CurlClient: Sendable {
    private let environment: [String: String]
    private let allowsPrivate: Bool
    private let userAgent: String
    private let lookups = Mutex<[String: [NetworkAddress]]>([:])

    /// - Parameters:
    ///   - environment: names proxies and certificates, as curl has them.
    ///   - allowsPrivate: whether hosts on private networks are asked.
    ///   - userAgent: how the program names itself to servers.
    package init(environment: [String: String], allowsPrivate: Bool, userAgent: String) {
        self.environment = environment.filter { Self.variables.contains($0.key) }
        self.allowsPrivate = allowsPrivate
        self.userAgent = userAgent
    }

    /// Whether there is a curl on the PATH.
    package var isInstalled: Bool {
        ChildProcess.run(["curl", "--version"], environment: environment, limit: 4096, isUnwanted: { false }) != nil
    }

    /// Puts one question; after its task was cancelled it returns at once, and the process ends soon.
    package func fetch(_ request: WebRequest) async -> WebReply {
        let answer = OneAnswer<WebReply>()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.hand(to: continuation)
                // A queue of its own has a thread of its own, which may wait for the process and the directory of hosts.
                DispatchQueue(label: "archbook.curl").async {
                    if !answer.isGiven { answer.give(self.ask(request) { answer.isGiven }) }
                }
            }
        } onCancel: {
            answer.give(.failure(.unfinished))
        }
    }

    private func ask(_ request: WebRequest, isUnwanted: () -> Bool) -> WebReply {
        guard let target = CurlTarget(request.address) else { return .failure(.unaskable) }
        var pins: [String] = []
        if !target.isProxied(by: environment) {
            switch addresses(of: target.bareHost) {
            case .unknown: return .failure(.unknownHost)
            case .failed: return .failure(.lookupFailed)
            case .found(let all):
                let allowed = all.filter { allowsPrivate || !$0.isPrivate }
                guard !allowed.isEmpty else { return .failure(.privateAddress) }
                pins = ["--resolve", target.pin(to: allowed)]
            }
        }
        let run = ChildProcess.run(
            arguments(for: request, target) + pins, environment: environment, limit: request.sizeCap,
            isUnwanted: isUnwanted)
        guard let run else { return .failure(.unfinished) }
        return CurlEnd.reply(run.output, run.end)
    }

    private func addresses(of host: String) -> POSIX.Lookup {
        if let known = lookups.withLock({ $0[host] }) { return .found(known) }
        let lookup = POSIX.lookUp(host)
        if case .found(let addresses) = lookup { lookups.withLock { $0[host] = addresses } }
        return lookup
    }

    private func arguments(for request: WebRequest, _ target: CurlTarget) -> [String] {
        let seconds = "\(request.patience / 1000).\(padded(request.patience % 1000, to: 3))"
        return [
            // First of all: nobody's ~/.curlrc.
            "curl", "--disable", "--silent", "--globoff", "--include", "--suppress-connect-headers",
            "--proto", "=http,https", "--max-time", seconds, "--user-agent", userAgent,
            "--header", "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "--url", target.url,
        ] + (request.method == .head ? ["--head"] : [])
    }

    private static let variables: Set<String> = [
        "PATH", "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    ]
}
