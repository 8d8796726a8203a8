import Model

/// What can be wrong in a text of the Structurizr DSL, with the sentence that says so.
enum DSLFault: Sendable, Hashable {
    case unclosedComment, unclosedQuote, unclosedTextBlock, unclosedBlock(String)
    case strayBrace, braceNotAlone, braceNotLast, braceOnItsOwn, gluedBrace, tooDeep(Int)
    case repeated(String)
    case unknownWord(String, place: String, near: String?)
    case unexpected(String, place: String)
    case missing(String, after: String)
    case tooManyWords(String, form: String)
    case badValue(String, of: String, allowed: String)
    case badIdentifier(String)
    case duplicateIdentifier(String)
    case duplicateName(String, kind: String)
    case duplicateRelationship(String, String)
    case duplicateKey(String), duplicateConstant(String)
    case parentAndChild(String, String)
    case unknownReference(String, near: String?)
    case unknownEnd(String, isSource: Bool, near: String?)
    case wrongKind(String, wanted: String)
    case later(String)
    case noRelationship(String, String)
    case nestedGroup
    case parentInView(String), scopeInView(String)
    case refused(String, why: String)
    case oldKeyword(String, instead: String?)
    case unreadableFile(String, why: String)
    case includeLoop(String)
    case noKey(String)
    case notDSL(String)
    case unknownBase(String)
}

extension DSLFault {
    var rule: RuleID {
        switch self {
        case .unknownReference, .unknownEnd, .later, .unknownBase, .noRelationship: "diagram.unknown-reference"
        case .duplicateIdentifier, .duplicateName, .duplicateRelationship, .duplicateKey,
            .duplicateConstant:
            "diagram.duplicate"
        case .refused: "diagram.refused"
        case .oldKeyword: "diagram.old-keyword"
        case .unreadableFile, .includeLoop: "diagram.unreadable-file"
        case .noKey: "diagram.made-up-key"
        default: "diagram.syntax"
        }
    }

    var severity: Severity {
        switch self {
        case .oldKeyword, .refused, .noKey: .warning
        default: .error
        }
    }

    /// What is wrong and what to do.
    var message: String {
        switch self {
        case .unclosedComment: "this comment does not end; end it with `*/` at the end of a line"
        case .unclosedQuote: "the quote that begins here does not end on its line; close it with `\"`"
        case .unclosedTextBlock: "this text does not end; close it with `\"\"\"` on a line of its own"
        case .unclosedBlock(let word): "the block of `\(word)` does not end; close it with `}` on a line of its own"
        case .strayBrace: "this `}` closes nothing; remove it"
        case .braceNotAlone: "`}` stands on a line of its own; move what is beside it to the next line"
        case .braceNotLast: "`{` stands at the end of its line; move what is behind it to the next line"
        case .repeated(let word): "there is a `\(word)` here already; put both into one"
        case .braceOnItsOwn: "`{` stands at the end of the line that it belongs to; move it there"
        case .gluedBrace: "put a space before `{`"
        case .tooDeep(let limit): "blocks are nested deeper than \(limit) levels; what is deeper was left out"
        case .nestedGroup:
            "groups in groups need the model property `structurizr.groupSeparator`, such as `\"/\"`; add it to `model`"
        case .notDSL(let reason): reason
        default: wordMessage
        }
    }

    private var wordMessage: String {
        switch self {
        case .unknownWord(let word, let place, let near):
            "`\(word)` is unknown \(place)" + (near.map { "; did you mean `\($0)`?" } ?? "; correct or remove it")
        case .unexpected(let word, let place): "`\(word)` cannot stand \(place); move it to where it belongs"
        case .missing(let what, let word): "`\(word)` needs \(what); add it"
        case .tooManyWords(let word, let form):
            "`\(word)` is more than this statement takes; quote texts of several words. Its form is `\(form)`"
        case .badValue(let value, let name, let allowed): "`\(value)` is no value for `\(name)`; use \(allowed)"
        case .badIdentifier(let name): "`\(name)` is no identifier; use letters, digits and `_`"
        case .oldKeyword(let word, let instead):
            "`\(word)` is no longer part of the language and was left out" + (instead.map { "; use \($0)" } ?? "")
        case .noKey(let key):
            "this view has no key, so `\(key)` was made up, which changes with the order of the views; give it one"
        default: modelMessage
        }
    }

    private var modelMessage: String {
        switch self {
        case .duplicateIdentifier(let name): "the identifier `\(name)` is in use already; choose another"
        case .duplicateName(let name, let kind):
            "there is a \(kind) called \"\(name)\" here already; rename one of them"
        case .duplicateRelationship(let source, let target):
            "`\(source) -> \(target)` with this description is there already; remove one or describe it otherwise"
        case .duplicateKey(let key): "there is a view with the key `\(key)` already; choose another"
        case .duplicateConstant(let name):
            "the constant `\(name)` has a value already; choose another name, or write `!var` where it may change"
        case .parentAndChild(let source, let target):
            "`\(source)` and `\(target)` are whole and part, which have no relationship; name another part"
        case .unknownReference(let name, let near):
            "there is no `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? "; declare it, or correct the name")
        case .unknownEnd(let name, let isSource, let near):
            "the \(isSource ? "source" : "destination") element `\(name)` does not exist"
                + (near.map { "; did you mean `\($0)`?" } ?? "; declare it, or correct the name")
        case .wrongKind(let name, let wanted): "`\(name)` is not \(wanted); name one"
        case .later(let name):
            "`\(name)` is declared further down, which `!strict` does not allow; move the declaration up"
        case .noRelationship(let source, let target):
            "the model has no relationship between `\(source)` and `\(target)`; add it to the model"
        case .parentInView(let name):
            "`\(name)` is whole or part of what the view shows already and was left out; remove one of them"
        case .scopeInView(let name): "the view is about `\(name)`, which cannot be a box in it; remove it"
        case .unknownBase(let key): "there is no view with the key `\(key)` to filter; correct the key"
        default: fileMessage
        }
    }

    private var fileMessage: String {
        switch self {
        case .refused(let what, let why): "`\(what)` was left out: \(why)"
        case .unreadableFile(let path, let why): "\(path) was not read: \(why)"
        case .includeLoop(let path): "\(path) includes itself, perhaps by way of others; remove this line"
        default: ""
        }
    }
}

extension Finding {
    /// A finding about a text of the Structurizr DSL.
    static func dsl(_ fault: DSLFault, _ path: String, _ range: SourceRange) -> Finding {
        Finding(rule: fault.rule, severity: fault.severity, path: path, range: range, message: fault.message)
    }
}
