// The functions of the C library's mathematics that the schedule needs; they are pure, and reach nothing outside.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Euler's number raised to a power.
func exponential(_ exponent: Double) -> Double { exp(exponent) }

/// A positive number raised to a power.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
