import Model
import Testing

struct StableHashTests {
    @Test func `gives the same name on every machine`() {
        #expect(StableHash("What is CQRS?").name() == "w5q87ek5mz")
        #expect(StableHash("").name(length: 4).utf8.count == 4)
    }

    @Test func `tells texts apart that join to the same bytes`() {
        var one = StableHash()
        one.combine("ab")
        one.combine("c")
        var other = StableHash()
        other.combine("a")
        other.combine("bc")
        #expect(one.value != other.value)
    }
}
