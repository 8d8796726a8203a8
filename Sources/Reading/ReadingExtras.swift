/// What reading a source gives besides its entries, for those who ask for it.
package struct ReadingExtras: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// What only the rules look at: the links and words of the file, and what those lead to.
    package static let checks = ReadingExtras(rawValue: 1)
    /// The parsed bodies of entries, so that pages need not parse them again.
    package static let bodies = ReadingExtras(rawValue: 2)
}
