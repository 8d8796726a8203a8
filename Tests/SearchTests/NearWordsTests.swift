import Model
import TestSupport
import Testing

@testable import Search

/// A walk through sorted words finds what comparing each of them finds.
struct NearWordsTests {
    @Test(arguments: 1...40)
    func `finds the words and counts the errors that the whole table gives`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet: [Character] = seed.isMultiple(of: 2) ? ["a", "b", "c"] : ["а", "я", "b", "ё"]
        func word(_ longest: Int) -> String {
            String(
                (0..<Int.random(in: 1...longest, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                })
        }
        let words = Set((0..<600).map { _ in word(9) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for _ in 0..<20 {
            let (typed, limit) = (word(8), Int.random(in: 1...3, using: &random))
            var near = NearWords(EditDistance(Array(typed.utf8), limit: limit))
            var before: [UInt8] = []
            for other in words {
                let bytes = Array(other.utf8)
                // What the caller knows to be shared may be less than what is.
                let shared = zip(before, bytes).prefix { $0 == $1 }.count
                let told = Int.random(in: 0...shared, using: &random)
                let errors = ScanningSearch.distance(Array(typed.unicodeScalars), Array(other.unicodeScalars))
                #expect(near.errors(in: bytes, sharing: told) == (errors <= limit ? errors : nil), "\(typed) \(other)")
                before = bytes
            }
        }
    }

    @Test func `passes over what begins as nothing near does`() {
        var near = NearWords(EditDistance(Array("saga".utf8), limit: 1))
        #expect(near.errors(in: Array("outbox".utf8), sharing: 0) == nil)
        #expect(near.passesOver(from: Array("outage".utf8)[...], to: Array("outer".utf8)[...]))
        #expect(!near.passesOver(from: Array("outer".utf8)[...], to: Array("saga".utf8)[...]))
        #expect(near.errors(in: Array("sago".utf8), sharing: 0) == 1)
        #expect(!near.passesOver(from: Array("sago".utf8)[...], to: Array("sagu".utf8)[...]))
    }
}
