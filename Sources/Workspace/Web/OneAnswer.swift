import Synchronization

/// An answer that one task waits for and that comes once, from whoever is first: the work, or who ends it.
final class OneAnswer<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, Never>)
        case given(Value)
    }

    private let state = Mutex<State>(.open)

    /// Whether the answer is there, so that further work on it is in vain.
    var isGiven: Bool {
        state.withLock { if case .given = $0 { true } else { false } }
    }

    /// Gives the answer; a second one is not heard.
    func give(_ value: Value) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, Never>? in
            defer { if case .given = state {} else { state = .given(value) } }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        waiter?.resume(returning: value)
    }

    /// Hands the answer to a task when it is there.
    func hand(to continuation: CheckedContinuation<Value, Never>) {
        let value = state.withLock { state -> Value? in
            if case .given(let value) = state { return value }
            state = .awaited(continuation)
            return nil
        }
        if let value { continuation.resume(returning: value) }
    }
}
