/// Where code and URLs stand in a Markdown document, by its lines and marks alone.
///
/// Blocks after CommonMark 0.31: fences, indented code behind a blank line outside lists, code spans, link
/// destinations, autolinks and bare http(s) URLs.
struct CodeAndURLPlaces {
    private var ranges: [(range: Range<Int>, place: RepairEdit.Place)] = []
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var blocks = CodeBlocks(bytes)
        while let block = blocks.next() {
            if block.isCode {
                ranges.append((block.range, .code))
            } else {
                addInlines(of: block.range)
            }
        }
    }

    /// The place of the character at an offset.
    func place(at offset: Int) -> RepairEdit.Place {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < ranges.count, ranges[low].range.contains(offset) else { return .prose }
        return ranges[low].place
    }

    private mutating func addInlines(of block: Range<Int>) {
        var unclosed: Set<Int> = []
        var offset = block.lowerBound
        var isDefinition = false
        while offset < block.upperBound {
            var end = offset + 1
            switch bytes[offset] {
            case UInt8(ascii: "\\"):
                end = offset + 2
            case UInt8(ascii: "`"):
                let ticks = count(of: bytes[offset], from: offset, to: block.upperBound)
                end = offset + ticks
                if !unclosed.contains(ticks) {
                    if let close = closing(ticks, from: end, to: block.upperBound) {
                        ranges.append((end..<close, .codeSpan))
                        end = close + ticks
                    } else {
                        unclosed.insert(ticks)
                    }
                }
            case UInt8(ascii: "h"), UInt8(ascii: "H"):
                if isURL(at: offset) { end = addURL(from: offset, to: block.upperBound) }
            case UInt8(ascii: "["):
                isDefinition = isDefinition || offset == block.lowerBound || bytes[offset - 1] == 0x0A
            case UInt8(ascii: "]"):
                end = addDestination(after: offset, ofDefinition: isDefinition, to: block.upperBound)
                isDefinition = false
            case 0x0A: isDefinition = false
            default: break
            }
            offset = end
        }
    }

    private func count(of byte: UInt8, from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit, bytes[end] == byte { end += 1 }
        return end - start
    }

    private func closing(_ ticks: Int, from start: Int, to limit: Int) -> Int? {
        var offset = start
        while offset < limit {
            let run = count(of: UInt8(ascii: "`"), from: offset, to: limit)
            if run == ticks { return offset }
            offset += max(run, 1)
        }
        return nil
    }

    private func isURL(at offset: Int) -> Bool {
        var rest = bytes[offset...].prefix(8).map { $0 | 0x20 }
        guard rest.starts(with: "http".utf8) else { return false }
        rest.removeFirst(4)
        if rest.first == UInt8(ascii: "s") { rest.removeFirst() }
        // The colon and the slashes have the lower-case bit already.
        return rest.starts(with: "://".utf8)
    }

    private mutating func addURL(from start: Int, to limit: Int) -> Int {
        var end = start
        var depth = 0
        scan: while end < limit {
            switch bytes[end] {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
                UInt8(ascii: "]"):
                break scan
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            end += 1
        }
        ranges.append((start..<end, .url))
        return end
    }

    /// Adds the destination behind `](`, or behind the `]:` of a reference definition.
    private mutating func addDestination(after bracket: Int, ofDefinition isDefinition: Bool, to limit: Int) -> Int {
        guard bracket + 1 < limit else { return bracket + 1 }
        var start = bracket + 2
        switch bytes[bracket + 1] {
        case UInt8(ascii: "("): break
        case UInt8(ascii: ":") where isDefinition: break
        default: return bracket + 1
        }
        while start < limit, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "<") { start += 1 }
        return addURL(from: start, to: limit)
    }
}
