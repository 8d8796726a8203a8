import Diagrams
import Testing

extension DiagramView: CustomTestStringConvertible {
    package var testDescription: String { title }
}
