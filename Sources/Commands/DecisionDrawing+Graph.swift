package import Diagrams
import Model
package import Records

extension DecisionDrawing {
    /// Draws the decisions of a folder.
    ///
    /// - Parameters:
    ///   - title: the title of the book that the decisions belong to.
    ///   - address: gives the address of a file by its path relative to the workspace.
    package init(_ graph: DecisionGraph, title: String, linkingTo address: (String) -> String) {
        let decisions = graph.nodes.map { node in
            Decision(
                id: node.stem, label: node.label, status: node.status,
                address: PercentEncoding.encoded(address(node.path).utf8, where: Self.isEscaped),
                relations: node.edges.map {
                    Relation(verb: $0.verb, target: $0.target, isSuccession: $0.isSuccession)
                })
        }
        self.init(decisions, title: "Decisions of \(title)")
    }

    /// Whether a byte of a path means something else in an address.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "%#?\\<>".utf8.contains(byte)
    }
}
