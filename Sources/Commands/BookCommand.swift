package import ArgumentParser
package import Model
import Terminal

/// A subcommand that does its work in a world handed to it, so that tests run it in their own process.
package protocol BookCommand: AsyncParsableCommand {
    /// Does the work and returns what the shell shall be told.
    func run(in world: World) async throws -> Outcome
}

extension BookCommand {
    /// Runs in the world of the real process.
    package mutating func run() async throws {
        let outcome = try await run(in: .process())
        if outcome != .done { throw ExitCode(outcome.rawValue) }
    }
}

/// How a command ended.
package enum Outcome: Int32, Sendable {
    /// It is done.
    case done = 0
    /// It ran, and the answer is no: findings, or no match.
    case no = 1
    /// It could not be done.
    case failed = 2
    /// The reader ended it with Ctrl-C; what was done until then is kept. The number is that of shells.
    case interrupted = 130
}

/// An error that ends a command: what happened, where, and what to do next.
package struct CommandFailure: Error, CustomStringConvertible, Sendable {
    /// The sentence for the user, without "error:".
    package let description: String

    package init(_ description: String) { self.description = description }
}
