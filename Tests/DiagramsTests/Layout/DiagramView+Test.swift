import Diagrams
import Testing

extension DiagramView: @retroactive CustomTestStringConvertible {
    public var testDescription: String { title }
}
