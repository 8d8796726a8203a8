import Model

/// Shares the points of a question among the bullets of its rubric.
package enum RubricPoints {
    /// The bullets with their points.
    ///
    /// A bullet that states its worth as `(10 pts)`, `(10 points)`, `+5` or `8/8` has it; the others share what is left
    /// by the method of the largest remainder, earlier bullets first, so that the sum is exact. Stated points that go
    /// beyond the total, or fall short of it with no bullet left to take the rest, are taken as weights; so are parts of
    /// a point, as in `(2.5 points)`.
    package static func share(_ total: Int, among texts: [String]) -> [Int] {
        let hundredths = texts.map(statedHundredths)
        let isBroken = hundredths.contains { $0.map { $0 % 100 != 0 } ?? false }
        if isBroken, hundredths.allSatisfy({ $0 != nil }) {
            return largestRemainder(total, weights: hundredths.compactMap { $0 })
        }
        let stated = texts.map(statedPoints)
        let sum = stated.compactMap { $0 }.reduce(0, +)
        let open = stated.count { $0 == nil }
        if sum > total || (open == 0 && sum != total) {
            return largestRemainder(total, weights: stated.map { $0 ?? 1 })
        }
        var rest = largestRemainder(total - sum, weights: Array(repeating: 1, count: open)).makeIterator()
        return stated.map { $0 ?? rest.next() ?? 0 }
    }

    /// The points that a bullet states itself, rounded.
    static func statedPoints(_ text: String) -> Int? { statedHundredths(text).map { ($0 + 50) / 100 } }

    /// The points that a bullet states itself, in hundredths.
    private static func statedHundredths(_ text: String) -> Int? {
        let bytes = Array(text.lowercased().utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index].isDigit,
                index == 0 || !(bytes[index - 1].isAlphanumeric || bytes[index - 1] == UInt8(ascii: "."))
            else {
                index += 1
                continue
            }
            let digits = bytes[index...].prefix(while: \.isDigit)
            let fraction = Self.fraction(bytes[digits.endIndex...])
            let after = bytes[fraction.end...]
            if digits.count <= 4, let value = Int(digits.text), isWorth(value, before: bytes[..<index], after: after) {
                return value * 100 + fraction.hundredths
            }
            index = digits.endIndex
        }
        return nil
    }

    /// The digits after a decimal point or comma, as hundredths, and where they end.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> (hundredths: Int, end: Int) {
        let none = (hundredths: 0, end: bytes.startIndex)
        guard let point = bytes.first, point == UInt8(ascii: ".") || point == UInt8(ascii: ",") else { return none }
        let digits = bytes.dropFirst().prefix(while: \.isDigit)
        guard (1...2).contains(digits.count), let value = Int(digits.text) else { return none }
        return (digits.count == 1 ? value * 10 : value, digits.endIndex)
    }

    private static func isWorth(_ value: Int, before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) -> Bool {
        let rest = after.drop(while: \.isBlank)
        for unit in ["pts", "pt)", "points", "point", "балл"] where rest.starts(with: Array(unit.utf8)) { return true }
        if before.last == UInt8(ascii: "+"), before.dropLast().last.map(\.isAlphanumeric) != true {
            return !rest.starts(with: [UInt8(ascii: "/")])
        }
        guard after.first == UInt8(ascii: "/") else { return false }
        return Int(after.dropFirst().prefix(while: \.isDigit).text) == value
    }

    private static func largestRemainder(_ total: Int, weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        var shares = weights.map { total * $0 / sum }
        let order = weights.indices.sorted {
            (total * weights[$1] % sum, $0) < (total * weights[$0] % sum, $1)
        }
        for index in order.prefix(max(0, total - shares.reduce(0, +))) { shares[index] += 1 }
        return shares
    }
}
