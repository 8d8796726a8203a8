import Model

/// Names the records of several folders that are kept together: of packages, or of categories with numbers of their own.
///
/// A record is called by its stem as long as no other folder has the same one, else by its path without the ending. A number
/// that a record gives means the record of its own folder.
struct RecordFolders {
    private let filesByStem: [String: [RecordFile]]
    private let filesByNumber: [Int: [RecordFile]]

    private init(_ files: [RecordFile]) {
        filesByStem = Dictionary(grouping: files) { RecordName.stem(ofPath: $0.path) }
        filesByNumber = Dictionary(grouping: files.filter { $0.record.number != nil }) { $0.record.number ?? 0 }
    }

    /// Whether records lie in more than one folder.
    static func areSeveral(_ files: [RecordFile]) -> Bool {
        guard let first = files.first?.folder else { return false }
        return files.contains { $0.folder != first }
    }

    /// The records with the names that they have beside each other, each relation with the name of the record it means.
    static func named(_ files: [RecordFile]) -> [RecordFile] {
        let folders = RecordFolders(files)
        return files.map { file in
            let relations = file.record.relations.map { relation in
                var relation = relation
                if let target = folders.target(of: relation, in: file) { relation.target = folders.name(of: target) }
                return relation
            }
            return file.with(stem: folders.name(of: file), relations: relations)
        }
    }

    private func name(of file: RecordFile) -> String {
        let stem = RecordName.stem(ofPath: file.path)
        guard let others = filesByStem[stem], others.count > 1 else { return stem }
        return file.folder.isEmpty ? stem : "\(file.folder)/\(stem)"
    }

    /// The record that a relation means: the one that its link leads to, else the one in the record's own folder, else the
    /// only one of the name.
    private func target(of relation: RecordRelation, in file: RecordFile) -> RecordFile? {
        let found = candidates(for: relation)
        if found.count > 1, let destination = relation.destination {
            let paths = PagePath.candidates(for: PercentEncoding.decoded(destination), in: file.path)
            if let target = found.first(where: { paths.contains($0.path) }) { return target }
        }
        let near = found.filter { $0.folder == file.folder }
        if near.count == 1 { return near[0] }
        return found.count == 1 ? found[0] : nil
    }

    private func candidates(for relation: RecordRelation) -> [RecordFile] {
        if let stem = relation.target { return filesByStem[stem] ?? [] }
        let digits = relation.targetText.drop { !$0.isNumber }.prefix { $0.isNumber }
        return Int(digits).flatMap { filesByNumber[$0] } ?? []
    }
}

extension Array {
    /// The runs of neighbours that have the same value.
    func chunked(by value: (Element) -> some Equatable) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = []
        for index in indices {
            if let last = runs.last, let first = last.first, value(first) == value(self[index]) {
                runs[runs.count - 1] = self[last.startIndex...index]
            } else {
                runs.append(self[index...index])
            }
        }
        return runs
    }
}
