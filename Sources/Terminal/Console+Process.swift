import Model
import Synchronization

extension Console {
    /// The terminal that the process was started in.
    ///
    /// - Parameter width: the columns that the user asked for; those of the window when nil.
    static func process(_ input: InputReader, width: Int?) -> Console {
        let mode = KeyMode()
        return Console(
            open: mode.open,
            close: mode.close,
            readKey: { KeyReader(readByte: input.readByte).next() },
            size: {
                let size = TTY.size() ?? (80, 24)
                return (width ?? size.columns, size.rows)
            }
        )
    }
}

/// Whether the terminal is in key mode, and what it was before.
private final class KeyMode: Sendable {
    private let before = Mutex<TerminalMode?>(nil)

    @Sendable func open() -> Bool {
        before.withLock { before in
            if before != nil { return true }
            before = TerminalMode.enterKeyMode()
            return before != nil
        }
    }

    @Sendable func close() {
        before.withLock { before in
            before?.restore()
            before = nil
        }
    }
}

/// Makes keys of the bytes that a terminal sends.
struct KeyReader {
    /// Gives the next byte; nil at the end, or when none came within some milliseconds.
    var readByte: (_ patience: Int32?) -> UInt8?

    func next() -> Key? {
        guard let byte = readByte(nil) else { return nil }
        switch byte {
        case 0x03, 0x04: return .interrupt
        case .lineFeed, .carriageReturn: return .enter
        case 0x08, 0x7F: return .backspace
        case 0x1B: return escapeOrSequence()
        case 0..<0x20: return .other
        case 0x20..<0x80: return .character(Unicode.Scalar(byte))
        default: return scalar(startingWith: byte)
        }
    }

    /// A lone escape is followed by silence; a sequence comes at once and is taken whole.
    private func escapeOrSequence() -> Key {
        guard let introducer = readByte(KeyReader.patience) else { return .escape }
        guard introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else { return .other }
        while let byte = readByte(KeyReader.patience) {
            if (0x40...0x7E).contains(byte) { break }
        }
        return .other
    }

    private func scalar(startingWith first: UInt8) -> Key {
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var bytes = [first]
        while bytes.count < count, let byte = readByte(KeyReader.patience) { bytes.append(byte) }
        guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first else {
            return .other
        }
        return .character(scalar)
    }

    /// The milliseconds after which an escape was a key of its own.
    private static let patience: Int32 = 40
}
