import Model

/// Bytes of a file with every ill-formed UTF-8 sequence and every NUL replaced by U+FFFD.
struct WellFormedText: Sendable {
    let bytes: [UInt8]
    /// Where something was replaced, in the order of the file.
    let faults: [Fault]

    struct Fault: Sendable, Equatable {
        var kind: Kind
        /// The offset in the file.
        var original: Int
        /// The number of bytes in the file that were replaced.
        var length: Int
        /// The offset of the replacement in the readable bytes.
        var readable: Int

        enum Kind: Sendable { case illFormed, nul }
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    init(_ file: [UInt8]) {
        var faults: [Fault] = []
        var output: [UInt8] = []
        var copied = 0
        var index = 0
        while index < file.count {
            let length = Self.sequenceLength(in: file, at: index)
            if length > 0, file[index] != 0 {
                index += length
                continue
            }
            output.append(contentsOf: file[copied..<index])
            let width = max(1, -length)
            let kind: Fault.Kind = file[index] == 0 ? .nul : .illFormed
            faults.append(Fault(kind: kind, original: index, length: width, readable: output.count))
            output.append(contentsOf: Self.replacement)
            index += width
            copied = index
        }
        self.faults = faults
        self.bytes = faults.isEmpty ? file : output + file[copied...]
    }

    var isUnchanged: Bool { faults.isEmpty }

    /// The offset in the file of a readable byte.
    func originalOffset(of readable: Int) -> Int {
        var low = 0
        var high = faults.count
        while low < high {
            let middle = (low + high) / 2
            if faults[middle].readable <= readable { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return readable }
        let fault = faults[low - 1]
        let after = readable - fault.readable - Self.replacement.count
        return after < 0 ? fault.original : fault.original + fault.length + after
    }

    /// The length of the well-formed sequence at an index, or minus the length of the ill-formed one.
    ///
    /// The ranges are those of table 3-7 of the Unicode Standard, version 15.
    private static func sequenceLength(in file: [UInt8], at index: Int) -> Int {
        let lead = file[index]
        if lead < 0x80 { return 1 }
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return -1
        }
        guard index + 1 < file.count, second.contains(file[index + 1]) else { return -1 }
        for offset in 2..<max(length, 2) {
            guard index + offset < file.count, (0x80...0xBF).contains(file[index + offset]) else { return -offset }
        }
        return length
    }
}
