import Model
package import Records

/// A part of the workspace that keeps decisions of its own: a package of log4brains, or a category of MADR.
package struct DecisionPackage: Sendable, Equatable {
    /// The name by which commands call it.
    package var name: String
    /// The folder, relative to the workspace, in which commands mean this part.
    package var path: String
    /// The folder of its decisions, relative to the workspace.
    package var folder: String
}

extension OpenWorkspace {
    /// The packages that the settings of log4brains name, and the categories below the folder of decisions.
    ///
    /// A category is a folder with numbered records; MADR numbers them in each by itself.
    package var decisionPackages: [DecisionPackage] {
        let known = Set(settings.packages.map(\.folder) + [settings.proposals, settings.templates])
        // What cannot be listed is no category; reading the folder of decisions itself tells of what is wrong there.
        let names = (try? POSIX.listFolders(in: path(settings.decisions))) ?? []
        let categories = names.compactMap { name -> DecisionPackage? in
            let folder = "\(settings.decisions)/\(name)"
            guard !name.hasPrefix("."), !known.contains(folder), isCategory(folder) else { return nil }
            return DecisionPackage(name: name, path: folder, folder: folder)
        }
        return settings.packages + categories
    }

    /// The folders that hold records of a sort, the one of the settings first.
    package func recordFolders(_ kind: RecordKind) -> [String] {
        guard kind == .decision else { return [settings.proposals] }
        return [settings.decisions] + decisionPackages.map(\.folder).filter { $0 != settings.decisions }
    }

    private func isCategory(_ folder: String) -> Bool {
        let items = (try? POSIX.listDirectory(path(folder))) ?? []
        return items.contains { item in
            item.kind == .file && item.bytes.first?.isDigit == true && RecordName.isRecord(file: item.name)
                && RecordName.number(ofStem: RecordName.stem(ofFile: item.name)) != nil
        }
    }
}
