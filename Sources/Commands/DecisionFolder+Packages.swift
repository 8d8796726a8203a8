import Model
import Records
import Terminal
import Workspace

/// The packages and categories that keep decisions of their own.
extension DecisionFolder {
    /// The package of a name, or that of the current folder where no name is given; nil where there is none.
    ///
    /// - Throws: when there is no package of the name.
    func package(named name: String?) throws -> DecisionPackage? {
        let packages = workspace.decisionPackages
        guard let name else {
            let here = world.directory.hasPrefix("\(root)/") ? String(world.directory.dropFirst(root.count + 1)) : ""
            let around = packages.filter { here == $0.path || here.hasPrefix("\($0.path)/") }
            return around.max { $0.path.utf8.count < $1.path.utf8.count }
        }
        if let package = packages.first(where: { $0.name == name }) { return package }
        let names = packages.map(\.name).sorted().joined(separator: ", ")
        throw CommandFailure(
            names.isEmpty
                ? "there is no package \(SafeText.line(name)), and none at all; .log4brains.yml names packages, and a "
                    + "folder with numbered decisions below \(path) is a category"
                : "there is no package \(SafeText.line(name)); there are \(names)")
    }

    /// The names of the packages that decisions belong to; empty for those in the folder of the settings.
    func packageNames(of files: [RecordFile]) -> [String] {
        let names = Dictionary(workspace.decisionPackages.map { ($0.folder, $0.name) }) { first, _ in first }
        return files.map { names[PagePath.folder(of: $0.path)] ?? "" }
    }
}
