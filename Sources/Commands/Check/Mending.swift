import Checks
import Model
import Terminal
import Workspace

/// Puts findings right that have a fix, in all files or in none.
struct Mending {
    private let plan: FixPlan
    private let workspace: OpenWorkspace
    private let output: CommandOutput

    init(_ findings: [Finding], in workspace: OpenWorkspace, _ output: CommandOutput) {
        plan = FixPlan(findings)
        self.workspace = workspace
        self.output = output
    }

    /// Shows the changes as a difference.
    func show() throws {
        for change in try changes() {
            let difference = UnifiedDiff.bytes(old: change.before, new: change.after, path: change.path)
            let isTerminal = output.world.terminal.outputIsTerminal
            output.world.writeOutput(
                isTerminal ? Array(UnifiedDiff.styled(difference.text, with: output.style).utf8) : difference)
        }
        output.tell(
            plan.count == 0
                ? "Nothing can be mended without you."
                : "\(counted(plan.count, "finding")) of \(counted(plan.edits.count, "file")) would be mended.")
        tellOfWaiting()
    }

    /// Makes the changes and tells of them; false when there are none.
    func write() throws -> Bool {
        guard plan.count > 0 else { return false }
        try FileTransaction.commit(in: workspace.root) { (try changes(), ()) }
        output.tell("Mended \(counted(plan.count, "finding")) in \(counted(plan.edits.count, "file")).")
        tellOfWaiting()
        return true
    }

    private func tellOfWaiting() {
        guard plan.waiting > 0 else { return }
        let findings = counted(plan.waiting, "more finding")
        output.tell("\(findings) can be mended after these; run `archbook check --fix` again.")
    }

    private func changes() throws -> [FileChange] {
        try plan.edits.keys.sorted().map { path in
            let before = try POSIX.readFile(workspace.path(path), limit: 64 << 20)
            guard let after = plan.applied(to: before, of: path) else {
                throw CommandFailure(
                    "\(SafeText.line(path)) was changed meanwhile, so nothing was mended; run the command again")
            }
            return FileChange(path: path, before: before, after: after)
        }
    }
}
