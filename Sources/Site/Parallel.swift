import Synchronization

/// Work for all processors.
enum Parallel {
    /// The results of some jobs in the order of the jobs, whichever of them was done first.
    ///
    /// Each worker takes the next job that nobody has, so that a large job keeps only one of them.
    static func results<Value: Sendable>(of jobs: [@Sendable () -> Value]) async -> [Value] {
        let queue = Queue(count: jobs.count)
        return await withTaskGroup(of: [(Int, Value)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, Value)] = []
                    while let job = queue.next() { done.append((job, jobs[job]())) }
                    return done
                }
            }
            var results: [(Int, Value)] = []
            results.reserveCapacity(jobs.count)
            for await part in group { results += part }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// More workers than most machines have processors; the runtime runs as many at a time as there are.
    private static let workers = 16

    private final class Queue: Sendable {
        private let count: Int
        private let taken = Atomic<Int>(0)

        init(count: Int) { self.count = count }

        /// The number of a job that nobody has taken yet.
        func next() -> Int? {
            let job = taken.add(1, ordering: .relaxed).oldValue
            return job < count ? job : nil
        }
    }
}
