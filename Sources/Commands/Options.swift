import ArgumentParser
import Model
import Terminal

extension ColorChoice: ExpressibleByArgument {}

/// The options of every command that prints something to read.
struct DisplayOptions: ParsableArguments {
    @Option(help: "When to use color: auto, always or never.")
    var color = ColorChoice.auto
}

/// The options of every command that prints data.
struct DataOptions: ParsableArguments {
    @Flag(help: "Print one JSON value instead of text.")
    var json = false

    @OptionGroup var display: DisplayOptions
}

/// The options that narrow a list of entries down.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only entries with this tag.", valueName: "tag"))
    var tag: [String] = []

    @Option(help: ArgumentHelp("Only entries in this language, such as en or ru.", valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("Only entries whose source path begins so.", valueName: "path"))
    var path: String?

    /// Whether any filter is given.
    var isOn: Bool { !tag.isEmpty || language != nil || path != nil }

    /// Whether an entry passes.
    func isWanted(_ entry: Entry) -> Bool {
        let names = Set(entry.tags.map(\.name))
        return tag.allSatisfy { names.contains($0.lowercased()) }
            && (language.map { entry.language.rawValue == $0.lowercased() } ?? true)
            && (path.map { entry.source.path.hasPrefix($0) } ?? true)
    }
}

extension EntryKind: ExpressibleByArgument {
    /// The words that help and completion offer.
    package static var allValueStrings: [String] { allCases.map(\.plural) }

    /// Reads `pattern` as well as `patterns`.
    package init?(argument: String) {
        let word = argument.lowercased()
        guard let kind = EntryKind.allCases.first(where: { $0.rawValue == word || $0.plural == word }) else {
            return nil
        }
        self = kind
    }
}
