/// The languages that books of architecture quote, by the names that writers give them behind a fence.
enum CodeLanguages {
    static let aliases = [
        "js": "javascript", "jsx": "javascript", "mjs": "javascript", "node": "javascript", "ts": "typescript",
        "tsx": "typescript", "py": "python", "python3": "python", "rb": "ruby", "rs": "rust", "golang": "go",
        "kt": "kotlin", "kts": "kotlin", "cs": "csharp", "c#": "csharp", "c++": "c", "cpp": "c", "h": "c", "hpp": "c",
        "bash": "sh", "shell": "sh", "zsh": "sh", "yml": "yaml", "jsonc": "json", "json5": "json", "postgresql": "sql",
        "mysql": "sql", "plsql": "sql", "psql": "sql", "proto": "protobuf", "conf": "nginx", "hcl": "terraform",
        "tf": "terraform", "toml": "ini", "properties": "ini", "env": "ini", "c4": "structurizr", "dsl": "structurizr",
        "puml": "plantuml", "docker": "dockerfile", "scala": "java", "groovy": "java", "patch": "diff",
    ]

    static let all: [String: CodeLanguage] = general.merging(data) { first, _ in first }

    private static let general: [String: CodeLanguage] = [
        "swift": .likeC(
            "actor any as async await break case catch class continue default defer do else enum extension false for func "
                + "guard if import in indirect init inout is let mutating nil package private protocol public repeat "
                + "return self some static struct subscript super switch throw throws true try typealias var where while",
            quotes: [.triple, .double]),
        "java": .likeC(
            "abstract assert boolean break byte case catch char class continue def default do double else enum extends "
                + "false final finally float for if implements import instanceof int interface long new null object package "
                + "private protected public record return sealed short static super switch synchronized this throw throws "
                + "trait true try val var void volatile while yield",
            quotes: [.triple, .double, .single]),
        "kotlin": .likeC(
            "as by class companion const data do else false for fun if import in interface internal is lateinit null object "
                + "open override package private public return sealed super suspend this throw true try val var when while",
            quotes: [.triple, .double, .single]),
        "csharp": .likeC(
            "abstract async await base bool break case catch class const continue decimal default do double else enum false "
                + "finally for foreach get if in int interface internal is namespace new null out override private protected "
                + "public readonly record ref return sealed set static string struct switch this throw true try using var "
                + "virtual void while"),
        "go": .likeC(
            "break case chan const continue default defer else fallthrough false for func go goto if import interface map nil "
                + "package range return select struct switch true type var",
            quotes: [.backquote, .double, .single]),
        "rust": .likeC(
            "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut "
                + "pub ref return self static struct super trait true type unsafe use where while",
            quotes: [.double]),
        "c": .likeC(
            "auto bool break case char class const constexpr continue default delete do double else enum extern false float for "
                + "if int long namespace new nullptr private public return short signed sizeof static struct switch template "
                + "this throw true try typedef typename union unsigned using virtual void while"),
        "javascript": .likeC(script, quotes: [.backquote, .double, .single]),
        "typescript": .likeC(
            script
                + " abstract any as boolean declare enum implements interface keyof never number private protected public "
                + "readonly string type unknown",
            quotes: [.backquote, .double, .single]),
        "python": .likeShell(
            "and as assert async await break class continue def del elif else except False finally for from global if import in "
                + "is lambda None nonlocal not or pass raise return self True try while with yield",
            quotes: [.triple, .tripleSingle, .double, .single]),
        "ruby": .likeShell(
            "alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo rescue "
                + "return self super then true unless until when while yield"),
        "lua": CodeLanguage(
            lineComments: [Array("--".utf8)], quotes: [.double, .single],
            keywords: CodeLanguage.words(
                "and break do else elseif end false for function if in local nil not or repeat return then true until while"
            )),
    ]

    private static let script =
        "async await break case catch class const continue default delete do else export extends false finally for from "
        + "function if import in instanceof let new null of return static super switch this throw true try typeof undefined var "
        + "void while yield"

    private static let data: [String: CodeLanguage] = [
        "sql": CodeLanguage(
            lineComments: [Array("--".utf8)], blockComments: [(Array("/*".utf8), Array("*/".utf8))],
            quotes: [.plainSingle, .double],
            keywords: CodeLanguage.words(
                "add all alter and as asc begin between bigint boolean by case cascade check column commit conflict constraint "
                    + "create current_timestamp default delete desc distinct do drop else end exists false for foreign from full "
                    + "group having if in index inner insert int integer interval into is join jsonb key left like limit locked "
                    + "not null nothing offset on or order outer over partition primary references returning right rollback "
                    + "row select set skip table text then timestamp timestamptz to transaction trigger true union unique update "
                    + "using uuid values varchar view when where with"),
            ignoresCase: true),
        "json": CodeLanguage(
            lineComments: [Array("//".utf8)], quotes: [.double], keywords: ["true", "false", "null"],
            hasKeys: true),
        "yaml": CodeLanguage(
            lineComments: [Array("#".utf8)], quotes: [.double, .single],
            keywords: ["true", "false", "null", "yes", "no"], hasKeys: true, wordBytes: Array("-./".utf8)),
        "ini": CodeLanguage(
            lineHeads: [Array("#".utf8), Array(";".utf8)], quotes: [.double], keywords: ["true", "false"]),
        "http": CodeLanguage(
            lineHeads: [Array("#".utf8)], quotes: [.double],
            keywords: CodeLanguage.words("GET HEAD POST PUT PATCH DELETE OPTIONS HTTP"), hasKeys: true,
            wordBytes: Array("-".utf8)),
        "sh": .likeShell(
            "case cd do done echo elif else esac exit export fi for function if in local return set sudo then until while",
            quotes: [.double, .plainSingle]),
        "dockerfile": .likeShell(
            "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL USER VOLUME WORKDIR"),
        "nginx": .likeShell(
            "default events http if limit_req limit_req_zone listen location map proxy_pass return server upstream"),
        "terraform": .likeShell("data false for_each locals module null output provider resource true variable"),
        "protobuf": .likeC(
            "bool bytes double enum false float import int32 int64 message oneof option optional package repeated returns rpc "
                + "service string stream syntax true uint32 uint64"),
        "structurizr": CodeLanguage(
            lineHeads: [Array("#".utf8)], blockComments: [(Array("/*".utf8), Array("*/".utf8))], quotes: [.double],
            keywords: CodeLanguage.words(
                "autolayout component container containerinstance deployment deploymentenvironment deploymentnode description "
                    + "dynamic element exclude filtered group include infrastructurenode model person properties relationship "
                    + "softwaresystem softwaresysteminstance styles systemcontext systemlandscape tags technology title url views "
                    + "workspace"),
            ignoresCase: true),
        "plantuml": CodeLanguage(
            lineHeads: [Array("'".utf8)], quotes: [.double],
            keywords: CodeLanguage.words("as participant actor database queue alt else end loop note group title")),
        "diff": CodeLanguage(lineHeads: [Array("-".utf8)]),
    ]
}
