/// A terminal that gives single keys and can be lent to an editor; absent where there is none.
package struct Console: Sendable {
    /// Turns single keys on; false when the terminal cannot do that.
    package var open: @Sendable () -> Bool
    /// Gives the terminal back as it was; harmless when it was not taken.
    package var close: @Sendable () -> Void
    /// Waits for a key; nil when the terminal has gone.
    package var readKey: @Sendable () -> Key?
    /// The columns and rows at this moment, since a window may have been resized.
    package var size: @Sendable () -> (columns: Int, rows: Int)

    package init(
        open: @escaping @Sendable () -> Bool,
        close: @escaping @Sendable () -> Void,
        readKey: @escaping @Sendable () -> Key?,
        size: @escaping @Sendable () -> (columns: Int, rows: Int)
    ) {
        self.open = open
        self.close = close
        self.readKey = readKey
        self.size = size
    }
}

/// A key of the keyboard, as far as the program tells them apart.
package enum Key: Sendable, Equatable {
    case character(Unicode.Scalar)
    case enter, escape, backspace
    /// Ctrl-C or Ctrl-D.
    case interrupt
    /// Arrows, function keys and whatever else comes as a sequence.
    case other
}

/// How a program that was given the terminal ended.
package enum ProgramEnd: Sendable, Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It could not be started, with the system's reason.
    case notStarted(String)
}
