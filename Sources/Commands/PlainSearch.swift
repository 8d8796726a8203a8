import Model
import Terminal

/// Reads the arguments of a plain search without the parser of all commands.
///
/// The parser asks each of a hundred commands for its options before it looks at the first argument, and that takes
/// longer than the search. Whatever is not plain here, be it help, an error or a word that begins with a hyphen, is left
/// to the parser; a test holds both against each other.
package enum PlainSearch {
    /// The search that arguments ask for; nil when the parser has to read them.
    package static func request(_ arguments: [String]) -> SearchRequest? {
        guard arguments.first == "search" else { return nil }
        var request = SearchRequest()
        var rest = arguments.dropFirst()
        var seen: [String] = []
        while let argument = rest.popFirst() {
            guard argument.utf8.first == UInt8(ascii: "-") else {
                guard !argument.isEmpty else { return nil }
                request.words.append(argument)
                continue
            }
            // What is given twice is for the parser to judge.
            guard argument == "--tag" || !seen.contains(argument) else { return nil }
            seen.append(argument)
            guard request.take(argument, &rest) else { return nil }
        }
        return request.words.isEmpty ? nil : request
    }
}

extension SearchRequest {
    /// Takes an option with its value from what follows it; false for one that is not plain.
    fileprivate mutating func take(_ option: String, _ rest: inout ArraySlice<String>) -> Bool {
        switch option {
        case "--explain": explain = true
        case "--json": json = true
        default:
            guard let value = rest.popFirst(), let first = value.utf8.first, first != UInt8(ascii: "-") else {
                return false
            }
            return set(option, value)
        }
        return true
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--tag": tags.append(value)
        case "--language": language = value
        case "--path": path = value
        case "--kind":
            kind = EntryKind(argument: value)
            return kind != nil
        case "--color":
            guard let choice = ColorChoice(rawValue: value) else { return false }
            color = choice
        case "--limit":
            guard value.utf8.count < 10, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(value),
                number > 0
            else { return false }
            limit = number
        default: return false
        }
        return true
    }
}
