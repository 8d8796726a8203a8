package import ArgumentParser
import Model
import Records

/// The moves before and after a decision falls.
extension ADR {
    /// `archbook adr propose`: the author asks for a decision.
    package struct Propose: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "propose",
            abstract: "Mark decisions as proposed.",
            discussion: """
                For a draft that is ready to be decided, and for a deferred decision whose time has come.

                  $ archbook adr propose 12
                """
        )
        static let status = RecordStatus.proposed

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }

    /// `archbook adr defer`: the deciders wait for something.
    package struct Defer: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "defer",
            abstract: "Mark decisions as deferred.",
            discussion: """
                For a proposed decision that waits for something; say in its text for what.

                  $ archbook adr defer 12
                """
        )
        static let status = RecordStatus.deferred

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }

    /// `archbook adr activate`: what was decided is carried out.
    package struct Activate: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "activate",
            abstract: "Mark decisions as carried out.",
            discussion: """
                For an accepted decision that is now in effect; it binds as before.

                  $ archbook adr activate 12
                """
        )
        static let status = RecordStatus.active

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }
}
