/// Lets only so many requests out at once, in all and to one host.
package actor HostGate {
    private let most: Int
    private let mostOfOneHost: Int
    private var count = 0
    private var running: [String: Int] = [:]
    /// How many reasons there are to leave a host alone for a while.
    private var held: [String: Int] = [:]
    private var waiting: [(host: String, continuation: CheckedContinuation<Bool, Never>)] = []
    private var isClosed = false

    package init(most: Int, mostOfOneHost: Int) {
        self.most = most
        self.mostOfOneHost = mostOfOneHost
    }

    /// Waits until a request may go out; false when none may any more.
    package func enter(_ host: String) async -> Bool {
        if isClosed { return false }
        if isFree(host) {
            admit(host)
            return true
        }
        return await withCheckedContinuation { waiting.append((host, $0)) }
    }

    /// Says that a request which had entered has its answer.
    package func leave(_ host: String) {
        count -= 1
        running[host] = running[host].flatMap { $0 > 1 ? $0 - 1 : nil }
        admitWaiting()
    }

    /// Lets nothing out to a host until `release` is called as often.
    package func hold(_ host: String) { held[host, default: 0] += 1 }

    package func release(_ host: String) {
        held[host] = held[host].flatMap { $0 > 1 ? $0 - 1 : nil }
        admitWaiting()
    }

    /// Lets nothing out any more.
    package func close() {
        isClosed = true
        for waiter in waiting { waiter.continuation.resume(returning: false) }
        waiting = []
    }

    private func isFree(_ host: String) -> Bool {
        count < most && running[host, default: 0] < mostOfOneHost && held[host] == nil
    }

    private func admit(_ host: String) {
        count += 1
        running[host, default: 0] += 1
    }

    private func admitWaiting() {
        while count < most, let next = waiting.firstIndex(where: { isFree($0.host) }) {
            let waiter = waiting.remove(at: next)
            admit(waiter.host)
            waiter.continuation.resume(returning: true)
        }
    }
}
