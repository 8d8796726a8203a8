/// The first key of each block of the dictionary, and the place of the block.
struct BlockIndex: Sendable {
    private let bytes: [UInt8]
    /// The number of blocks.
    let count: Int

    init(_ bytes: [UInt8]) throws(IndexDamage) {
        var reader = ByteReader(bytes)
        count = Int(try reader.fixed32())
        self.bytes = bytes
        guard keys <= bytes.count else { throw IndexDamage() }
        for number in 0...count where number32(4 + number * 4) > bytes.count - keys { throw IndexDamage() }
    }

    /// The last block whose first key is not after this one.
    func lastBlock(notAfter key: [UInt8]) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key.lexicographicallyPrecedes(firstKey(of: middle)) { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    /// Where a block lies in the dictionary.
    func place(of block: Int) -> Range<Int> {
        let table = 4 + (count + 1) * 4
        let start = number32(table + block * 4)
        return start..<max(start, number32(table + block * 4 + 4))
    }

    private var keys: Int { 4 + (count + 1) * 8 }

    /// The first key of a block; that of the block behind the last one is empty.
    func firstKey(of block: Int) -> ArraySlice<UInt8> {
        guard block < count else { return [] }
        let start = number32(4 + block * 4)
        return bytes[keys + start..<keys + max(start, number32(8 + block * 4))]
    }

    private func number32(_ place: Int) -> Int { Int(bytes.fixed32(at: place)) }
}
