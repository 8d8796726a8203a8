package import Model

/// The decisions of a folder and how they relate, each relation once.
package struct DecisionGraph: Sendable {
    /// The decisions, oldest first.
    package let nodes: [Node]

    /// One decision.
    package struct Node: Sendable {
        /// The name of the decision's file without its ending.
        package let stem: String
        /// The path of the file relative to the workspace.
        package let path: String
        /// The number and the title.
        package let label: String
        /// Where the decision stands in its life.
        package let status: RecordStatus
        /// What it says of others.
        package let edges: [Edge]
    }

    /// What a decision says of another.
    package struct Edge: Sendable, Hashable {
        /// The words between the two decisions, such as "Supersedes".
        package let verb: String
        /// The stem of the other decision.
        package let target: String
        /// Whether the one decision takes the place of the other.
        package var isSuccession: Bool { RecordRelation.Kind(verb: verb) == .supersedes }
    }

    /// Makes the graph of a folder, each relation from the decision that states it.
    package init(_ set: RecordSet) {
        nodes = set.oldestFirst.map { file in
            var edges = set.predecessors(of: file).map { Edge(verb: "Supersedes", target: $0) }
            for relation in file.record.relations {
                guard let target = set.target(of: relation), !relation.isReverse, relation.kind != .supersedes else {
                    continue
                }
                let edge = Edge(verb: relation.verb, target: target)
                if !edges.contains(edge) { edges.append(edge) }
            }
            let number = file.record.number.map { "\($0). " } ?? ""
            return Node(
                stem: file.record.stem, path: file.path, label: number + file.entry.title,
                status: file.record.status, edges: edges)
        }
    }

    /// The graph in the language of Graphviz.
    package var dot: String {
        var lines = ["digraph decisions {", "  node [shape=box];"]
        for node in nodes {
            let color = node.status.isInForce ? "" : ", color=gray, fontcolor=gray"
            lines.append("  \(quoted(node.stem)) [label=\(quoted(node.label))\(color)];")
        }
        for node in nodes {
            lines += node.edges.map { "  \(quoted(node.stem)) -> \(quoted($0.target)) [label=\(quoted($0.verb))];" }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The graph in the language of Mermaid.
    package var mermaid: String {
        let names = Dictionary(nodes.enumerated().map { ($1.stem, "d\($0)") }) { first, _ in first }
        var lines = ["flowchart TD"]
        for node in nodes {
            let style = node.status.isInForce ? "" : ":::past"
            lines.append("  \(names[node.stem] ?? "")[\"\(entities(node.label))\"]\(style)")
        }
        for node in nodes {
            for edge in node.edges {
                guard let target = names[edge.target] else { continue }
                lines.append("  \(names[node.stem] ?? "") -->|\"\(entities(edge.verb))\"| \(target)")
            }
        }
        lines.append("  classDef past color:#777,stroke:#777")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A string of Graphviz; only the quotation mark and the backslash mean something in it.
    private func quoted(_ text: String) -> String {
        "\"" + text.flatMap { "\"\\".contains($0) ? "\\\($0)" : "\($0)" } + "\""
    }

    /// A label of Mermaid, in which some characters need names.
    private func entities(_ text: String) -> String {
        text.flatMap { character in
            switch character {
            case "\"": "#quot;"
            case "#": "#35;"
            case "<": "#lt;"
            case ">": "#gt;"
            default: "\(character)"
            }
        }.reduce(into: "") { $0.append($1) }
    }
}

extension RecordRelation {
    /// Whether the relation only repeats what the other record says: "Amended by", "Superseded by".
    package var isReverse: Bool { verb.lowercased().hasSuffix(" by") }
}
