import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reader's wish to end the work: Ctrl-C, or SIGTERM.
enum Interrupt {
    private static let isAskedFor = Atomic<Bool>(false)

    /// Waits for the wish, or for the cancellation of its task.
    ///
    /// A second Ctrl-C ends the process as ever, should the work not come to its end.
    @Sendable static func wait() async {
        // Made before the handler is: a handler must not be the one that makes it.
        isAskedFor.store(false, ordering: .relaxed)
        let handler: @convention(c) (Int32) -> Void = { number in
            Interrupt.isAskedFor.store(true, ordering: .relaxed)
            _ = signal(number, SIG_DFL)
        }
        let before = [SIGINT, SIGTERM].map { ($0, signal($0, handler)) }
        while !Task.isCancelled {
            if isAskedFor.load(ordering: .relaxed) { return }
            try? await Task.sleep(for: .milliseconds(50))
        }
        for (number, action) in before { _ = signal(number, action) }
    }
}
