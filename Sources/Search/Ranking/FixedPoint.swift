/// Arithmetic without rounding that differs between machines.
enum FixedPoint {
    /// The binary logarithm of a fraction of at least one, in 1/1024.
    ///
    /// The digits come one by one from squaring, as in Knuth, "The Art of Computer Programming", volume 1, section 1.2.2.
    static func log2(_ numerator: Int, _ denominator: Int) -> Int {
        guard denominator > 0, numerator > denominator else { return 0 }
        var whole = 0
        var scale = denominator
        while numerator / 2 >= scale {
            scale *= 2
            whole += 1
        }
        // The mantissa, from one to two, with 30 bits behind the point.
        var mantissa = (UInt64(numerator) << 30) / UInt64(scale)
        var digits = 0
        for _ in 0..<10 {
            mantissa = (mantissa * mantissa) >> 30
            digits <<= 1
            if mantissa >= 2 << 30 {
                mantissa >>= 1
                digits |= 1
            }
        }
        return whole << 10 | digits
    }
}
