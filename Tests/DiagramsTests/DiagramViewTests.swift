import Diagrams
import Testing

@Suite struct `A diagram's styles` {
    @Test(arguments: ElementStyle.Shape.allCases) func `know every shape by the name that the DSL gives it`(
        shape: ElementStyle.Shape
    ) {
        #expect(ElementStyle.Shape(rawValue: shape.rawValue) == shape)
        #expect(shape.rawValue.utf8.first.map { (0x41...0x5A).contains($0) } == true)
    }
}
