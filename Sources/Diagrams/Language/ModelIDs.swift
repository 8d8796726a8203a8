import Model

/// The ids that the elements and environments of a draft get: their identifiers, or names made of their titles.
///
/// An id is that of the parent, a full stop and the own part, whichever way the text writes identifiers: so the id of
/// an element stays the same when a text changes from flat to hierarchical identifiers.
struct ModelIDs: Sendable {
    /// The id of each element of the draft.
    private(set) var elements: [String]
    /// The id of each environment.
    private(set) var environments: [String]
    /// The ids of the deployment groups of each environment.
    private(set) var groups: [[String]]
    private var taken: Set<String> = []

    init(_ draft: ModelDraft) {
        elements = Array(repeating: "", count: draft.elements.count)
        environments = draft.environments.map { $0.localName ?? "" }
        groups = draft.environments.map { $0.groups.map { _ in "" } }
        nameEnvironments(draft)
        // Parents stand before their parts; what has an identifier keeps it, whatever is named after it.
        for (depth, level) in Self.levels(of: draft).enumerated() {
            for index in level where draft.elements[index].localName != nil { name(index, draft, depth) }
            for index in level where draft.elements[index].localName == nil { name(index, draft, depth) }
        }
    }

    private mutating func nameEnvironments(_ draft: ModelDraft) {
        let topNames = draft.elements.filter { $0.parent == nil && $0.environment == nil }.compactMap(\.localName)
        taken.formUnion(topNames.map { $0.lowercased() })
        for (index, environment) in draft.environments.enumerated() {
            environments[index] = free(environment.localName ?? Self.made(of: environment.name), below: nil)
            for (number, group) in environment.groups.enumerated() {
                groups[index][number] = free(group.localName ?? Self.made(of: group.name), below: environments[index])
            }
        }
        for name in topNames { taken.remove(name.lowercased()) }
    }

    private mutating func name(_ index: Int, _ draft: ModelDraft, _ depth: Int) {
        let item = draft.elements[index]
        let parent = item.parent.map { elements[$0] } ?? item.environment.map { environments[$0] }
        elements[index] = free(item.localName ?? Self.made(of: item.element.name), below: parent)
    }

    /// A name that nothing else has, with a number behind it if need be.
    private mutating func free(_ local: String, below parent: String?) -> String {
        let base = parent.map { "\($0).\(local)" } ?? local
        var candidate = base
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(base)_\(number)"
            number += 1
        }
        return candidate
    }

    /// The indices of the elements by their depth in the tree.
    private static func levels(of draft: ModelDraft) -> [[Int]] {
        var depths: [Int] = []
        var levels: [[Int]] = []
        for (index, item) in draft.elements.enumerated() {
            let depth = item.parent.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            if depth == levels.count { levels.append([]) }
            levels[depth].append(index)
        }
        return levels
    }

    /// An identifier made of a title: its ASCII letters and digits, and a hash of it where that loses letters.
    static func made(of title: String) -> String {
        var bytes: [UInt8] = []
        var isLossy = false
        for byte in title.utf8 {
            if byte.isAlphanumeric {
                bytes.append(byte.lowercased)
            } else {
                isLossy = isLossy || byte >= 0x80
                if bytes.last != UInt8(ascii: "_"), !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
            }
        }
        bytes = Array(bytes.prefix(longest))
        while bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
        guard isLossy || bytes.isEmpty || reserved.contains(bytes.text) else { return bytes.text }
        return (bytes.isEmpty ? "" : bytes.text + "_") + "x" + StableHash(title).name(length: 6)
    }

    /// The name of an entry made of the key of a view: lower case, hyphens between words.
    static func slug(of key: String) -> String {
        var bytes: [UInt8] = []
        for byte in key.lowercased().utf8 {
            if byte.isAlphanumeric || byte >= 0x80 {
                bytes.append(byte)
            } else if bytes.last != UInt8(ascii: "-"), !bytes.isEmpty {
                bytes.append(UInt8(ascii: "-"))
            }
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return bytes.isEmpty ? "x" + StableHash(key).name(length: 6) : bytes.text
    }

    private static let longest = 48
    private static let reserved: Set<String> = ["this"]
}
