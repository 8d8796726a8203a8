import Model
import Records
import Terminal
import Workspace

extension ADRToolsDoor {
    /// Does `adr list`.
    static func list(in world: World) throws {
        let place = try ADRToolsPlace(in: world)
        guard try ADRToolsPlace.isFolder(place.path) else { throw missing(place.name) }
        var lines: [UInt8] = []
        let start = Array("\(place.name)/".utf8)
        for name in try ADRToolsPlace.fileNames(in: place.path) {
            lines += start
            lines += name
            lines.append(.lineFeed)
        }
        world.writeOutput(lines)
    }

    /// Does `adr generate [REPORT [OPTION]]`.
    static func generate(_ arguments: [String], in world: World) throws {
        switch arguments.first {
        case nil: world.writeOutput(Array(reports.map { "\($0)\n" }.joined().utf8))
        case "toc": try generateContents(Array(arguments.dropFirst()), in: world)
        case "graph": try generateGraph(Array(arguments.dropFirst()), in: world)
        case let report?: throw Refusal("there is no report \(report); there are \(reports.joined(separator: " and "))")
        }
    }

    private static func generateContents(_ arguments: [String], in world: World) throws {
        let options = try Options(arguments, taking: "iop")
        let folder = try ADRToolsFolder(in: world)
        guard try folder.exists else { throw missing(folder.name) }
        let prefix = options.values("p").last ?? ""
        var text = Array("# Architecture Decision Records\n\n".utf8)
        let intro = part(options.values("i").last, world)
        if !intro.isEmpty { text += intro + [.lineFeed] }
        for name in try folder.files() {
            text += "* [".utf8 + (try title(name, folder)) + "](\(prefix)\(name))\n".utf8
        }
        let outro = part(options.values("o").last, world)
        if !outro.isEmpty { text += [.lineFeed] + outro }
        world.writeOutput(text)
    }

    private static func generateGraph(_ arguments: [String], in world: World) throws {
        let options = try Options(arguments, taking: "pe")
        let folder = try ADRToolsFolder(in: world)
        guard try folder.exists else { throw missing(folder.name) }
        let (prefix, ending) = (options.values("p").last ?? "", options.values("e").last ?? ".html")
        var nodes = ""
        var edges = ""
        for file in try folder.read().files.sorted(by: { $0.name < $1.name }) {
            guard let number = file.record.number else { continue }
            let label = try title(file.name, folder).text.flatMap { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }
            let stem = file.name.hasSuffix(".md") ? String(file.name.dropLast(3)) : file.name
            nodes += "    _\(number) [label=\"\(String(label))\"; URL=\"\(prefix)\(stem)\(ending)\"];\n"
            if number > 1 { nodes += "    _\(number - 1) -> _\(number) [style=\"dotted\", weight=1];\n" }
            for relation in file.record.relations where !relation.isReverse {
                guard let target = relation.target.flatMap(RecordName.number) else { continue }
                edges += "  _\(number) -> _\(target) [label=\"\(relation.verb)\", weight=0]\n"
            }
        }
        let text = "digraph {\n  node [shape=plaintext];\n  subgraph {\n\(nodes)  }\n\(edges)}\n"
        world.writeOutput(Array(text.utf8))
    }

    /// The first line of a decision without its `# `.
    private static func title(_ name: String, _ folder: ADRToolsFolder) throws -> [UInt8] {
        let bytes = try POSIX.readFile("\(folder.path)/\(name)", limit: 16 << 20)
        return Array(bytes.prefix { !$0.isLineEnd }.dropFirst(2))
    }

    /// The text of a file; a file that cannot be read is told of, and the list is made without it, as adr-tools does.
    private static func part(_ name: String?, _ world: World) -> [UInt8] {
        guard let name, !name.isEmpty else { return [] }
        do {
            return try POSIX.readFile(name.hasPrefix("/") ? name : "\(world.directory)/\(name)", limit: 16 << 20)
        } catch {
            world.writeError(Array("adr: \(SafeText.block("\(error)"))\n".utf8))
            return []
        }
    }
}

/// The help of the program under the name `adr`.
enum ADRToolsHelp {
    /// Shows the help of a command in the user's pager, where output is a terminal or a pager is named.
    static func show(_ words: [String], in world: World) {
        let text = text(words)
        let pager = ["ADR_PAGER", "PAGER"].compactMap { world.environment[$0] }.first { !$0.isEmpty }
        if let pager, pager != "cat" {
            // The pager reads what `printf` writes; the text is an argument, so that no shell looks into it.
            let result = world.runProgram("pager() { printf %s \"$1\" | \(pager); }; pager", [text])
            if result == .exited(0) { return }
        }
        world.writeOutput(Array(text.utf8))
    }

    private static func text(_ words: [String]) -> String {
        if let help = help[words.joined(separator: " ")] { return help }
        let list = ADRToolsDoor.commands.map { "  \($0)\n" }.joined()
        return "usage: adr help COMMAND [ARG] ...\nCOMMAND is one of: \n\(list)"
            + "Run 'adr help COMMAND' for help on a specific command.\n"
    }

    private static let help = [
        "init": """
        usage: adr init [DIRECTORY]

        Begins to keep decisions in DIRECTORY, or in doc/adr, and writes the first one. A DIRECTORY that is given is
        noted in .adr-dir.

        """,
        "new": """
        usage: adr new [-s SUPERSEDED] [-l TARGET:LINK:REVERSE-LINK] TITLE_TEXT...

        Writes the next decision, opens it in VISUAL or EDITOR, and prints its path. The template is ADR_TEMPLATE, else
        templates/template.md beside the decisions; NUMBER, TITLE, DATE and STATUS are filled in it. ADR_DATE is the
        date.

        -s SUPERSEDED   a decision that the new one supersedes: a number, or a part of a file's name
        -l TARGET:LINK:REVERSE-LINK
                        a decision that the new one is linked to, and the words of both sides

        Both may be repeated:

            adr new -s 3 -s 4 -l "5:Amends:Amended by" Use a log

        """,
        "link": """
        usage: adr link SOURCE LINK TARGET REVERSE-LINK

        Links two decisions, in both files:

            adr link 12 Amends 10 "Amended by"

        """,
        "list": "usage: adr list\n\nLists the files of the decisions.\n",
        "generate": """
        usage: adr generate [REPORT [OPTION ...]]

        Prints a report on all decisions; without REPORT the names of the reports.

        Subcommands:
          adr generate graph
          adr generate toc

        """,
        "generate toc": """
        usage: adr generate toc [-i INTRO] [-o OUTRO] [-p LINK_PREFIX]

        Prints a list of all decisions as Markdown, between the texts of the files INTRO and OUTRO.

        """,
        "generate graph": """
        usage: adr generate graph [-p LINK_PREFIX] [-e LINK-EXTENSION]

        Prints the links between decisions for Graphviz:

            adr generate graph | dot -Tsvg > graph.svg

        """,
        "upgrade-repository": """
        usage: adr upgrade-repository

        Writes dates such as 12/01/2026 as 2026-01-12.

        """,
        "help": "usage: adr help [COMMAND [SUBCOMMAND...]]\n\nShows the help of a command.\n",
    ]
}
