/// Gives each distinct term a number, in the order of first use, with one store for the bytes of all of them.
struct TermTable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// The numbers of terms plus one by their hashes; 0 is a free place.
    private var slots: [UInt32]

    init() { slots = Array(repeating: 0, count: 1 << 12) }

    /// The number of terms.
    var count: Int { starts.count - 1 }

    /// The bytes of a term.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

    /// The number of a term, and whether it is new.
    mutating func intern(_ term: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
        var slot = Self.hash(term) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if starts[number + 1] - starts[number] == term.count, self[number].elementsEqual(term) {
                return (number, false)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += term
        starts.append(bytes.count)
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    /// The numbers of all terms in the order of their bytes.
    func sorted() -> [Int] {
        let (bytes, starts) = (bytes, starts)
        return (0..<count).sorted { left, right in
            let (one, other) = (starts[left]..<starts[left + 1], starts[right]..<starts[right + 1])
            for offset in 0..<min(one.count, other.count) {
                let (byte, otherByte) = (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
                if byte != otherByte { return byte < otherByte }
            }
            return one.count < other.count
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = Self.hash(self[number]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    private static func hash(_ term: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
    }
}
