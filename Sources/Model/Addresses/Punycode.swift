/// The ASCII form of international host names, by RFC 3492.
enum Punycode {
    /// A label in the form that goes over the wire: `пример` is `xn--e1afmkfd`; an ASCII label stays as it is.
    static func encodedLabel(_ label: String) -> String {
        guard label.utf8.contains(where: { $0 >= 0x80 }) else { return label }
        return encode(label.unicodeScalars.map { Int($0.value) }).map { "xn--\($0)" } ?? label
    }

    /// A label in the letters of its language; a label that is not encoded, or not well, stays as it is.
    static func decodedLabel(_ label: String) -> String {
        guard label.hasPrefix("xn--"), let decoded = decode(Array(label.utf8.dropFirst(4))) else { return label }
        return encodedLabel(decoded) == label ? decoded : label
    }

    private static let base = 36
    private static let (lowest, highest, skew, damping) = (1, 26, 38, 700)

    private static func encode(_ input: [Int]) -> String? {
        let basic = input.filter { $0 < 0x80 }
        var output = basic.compactMap { Unicode.Scalar($0) }.map(String.init).joined()
        if !basic.isEmpty { output += "-" }
        var (n, delta, bias, handled) = (0x80, 0, 72, basic.count)
        while handled < input.count {
            guard let next = input.filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in input {
                if scalar < n { delta += 1 }
                guard scalar == n else { continue }
                output += variableLength(delta, bias: bias)
                bias = adapted(delta, points: handled + 1, isFirst: handled == basic.count)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return output
    }

    private static func variableLength(_ delta: Int, bias: Int) -> String {
        var output = ""
        var rest = delta
        var k = base
        while true {
            let threshold = min(max(k - bias, lowest), highest)
            guard rest >= threshold else { return output + digit(rest) }
            output += digit(threshold + (rest - threshold) % (base - threshold))
            rest = (rest - threshold) / (base - threshold)
            k += base
        }
    }

    private static func decode(_ input: [UInt8]) -> String? {
        let hyphen = input.lastIndex(of: UInt8(ascii: "-"))
        var output = input[..<(hyphen ?? 0)].map(Int.init)
        var rest = input[(hyphen.map { $0 + 1 } ?? 0)...]
        var (n, position, bias, isFirst) = (0x80, 0, 72, true)
        while !rest.isEmpty {
            guard let delta = takeDelta(from: &rest, bias: bias) else { return nil }
            position += delta
            let count = output.count + 1
            bias = adapted(delta, points: count, isFirst: isFirst)
            isFirst = false
            n += position / count
            position %= count
            guard n <= 0x10_FFFF else { return nil }
            output.insert(n, at: position)
            position += 1
        }
        var text = String.UnicodeScalarView()
        for value in output {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    /// Takes a number of variable length off the digits; nil when they end in it, or it is too large for a name.
    private static func takeDelta(from rest: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var (delta, weight, k) = (0, 1, base)
        while let byte = rest.popFirst() {
            guard let digit = value(of: byte), weight < 1 << 40 else { return nil }
            delta += digit * weight
            let threshold = min(max(k - bias, lowest), highest)
            if digit < threshold { return delta }
            weight *= base - threshold
            k += base
        }
        return nil
    }

    private static func value(of digit: UInt8) -> Int? {
        if digit.isDigit { return Int(digit) - 0x30 + 26 }
        return digit.isLetter ? Int(digit.lowercased) - 0x61 : nil
    }

    private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damping : delta / 2
        delta += delta / points
        var k = 0
        while delta > (base - lowest) * highest / 2 {
            delta /= base - lowest
            k += base
        }
        return k + (base - lowest + 1) * delta / (delta + skew)
    }

    private static func digit(_ value: Int) -> String {
        String(UnicodeScalar(UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)))
    }
}
