import Model
import Terminal

/// Prints what a command found out: one text or one JSON value, and a last line that says how much it was.
struct CommandOutput {
    let world: World
    let style: Styler
    private let started: Timestamp

    init(_ world: World, _ display: DisplayOptions) { self.init(world, color: display.color) }

    init(_ world: World, color: ColorChoice) {
        self.world = world
        style = world.styler(color)
        started = world.now()
    }

    /// The columns to fill; nil in a pipe, where nothing is cut.
    var width: Int? { world.terminal.outputIsTerminal ? world.terminal.width : nil }

    /// Prints lines to the results.
    func print(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        world.writeOutput(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Prints the one JSON value of a command, with its schema version.
    func print(json members: [String: JSONValue]) {
        world.writeOutput(JSONValue.object(members.merging(["schemaVersion": 1]) { own, _ in own }).document)
    }

    /// Tells how much there was and how long it took: after the results on a terminal, beside them in a pipe.
    func summarize(_ text: String) {
        let milliseconds = world.now().milliseconds - started.milliseconds
        let line = style(.quiet, "\(text), \(milliseconds) ms") + "\n"
        if world.terminal.outputIsTerminal {
            world.writeOutput(Array(("\n" + line).utf8))
        } else {
            world.writeError(Array(line.utf8))
        }
    }

    /// Tells the user something beside the results.
    func tell(_ text: String) { world.writeError(Array((text + "\n").utf8)) }
}
