package import Model

extension Dialect {
    /// The dialects of decisions.
    package static let decisions = [
        nygard, adrs, dotnetADR, madr2, madr3, madr4, log4brains, adg, pyadr, plainLines, table,
    ]

    /// Michael Nygard's format, as adr-tools writes it.
    static let nygard = make(.nygard, "adr-tools") { $0.numbersTitle = true }

    /// The front matter of adrs (`mode = "nextgen"`); its other mode is that of adr-tools.
    static let adrs = make(.adrs, "adrs") {
        $0.useFrontMatter()
        $0.numbersTitle = true
        ($0.successor, $0.predecessor, $0.other) = (.targets, .targets, .targets)
        $0.decidersKey = "decision-makers"
        $0.tagsKey = "tags"
    }

    /// The Markdown of dotnet-adr: the section "Status" names the successor in words.
    static let dotnetADR = make(.dotnetADR, "dotnet-adr") { $0.successor = .statusText(.title) }

    /// MADR 2: a list under the title.
    static let madr2 = make(.madr2, "MADR 2") {
        $0.status = .line(mark: "* ")
        $0.successor = .statusText(.link)
        ($0.predecessor, $0.other) = (.section("Links", mark: "* "), .section("Links", mark: "* "))
        $0.isCapitalized = false
        $0.decidersKey = "Deciders"
    }

    /// MADR 3: front matter; the status names the successor by a link.
    static let madr3 = make(.madr3, "MADR 3") {
        $0.useFrontMatter()
        $0.successor = .statusText(.link)
        $0.useSection("More Information")
        $0.decidersKey = "deciders"
    }

    /// MADR 4: front matter; the status names the successor by its identifier.
    static let madr4 = make(.madr4, "MADR 4") {
        $0.useFrontMatter()
        $0.successor = .statusText(.identifier("ADR-"))
        $0.useSection("More Information")
        $0.decidersKey = "decision-makers"
    }

    /// The Markdown of log4brains: a list under the title, files named by date.
    static let log4brains = make(.log4brains, "log4brains") {
        $0.status = .line(mark: "- ")
        $0.successor = .statusText(.link)
        ($0.predecessor, $0.other) = (.section("Links", mark: "- "), .section("Links", mark: "- "))
        $0.isCapitalized = false
        ($0.missing, $0.unknown) = (.accepted, .draft)
        $0.names = .date
        $0.decidersKey = "Deciders"
        $0.tagsKey = "Tags"
    }

    /// The front matter of the ad-guidance-tool.
    static let adg = make(.adg, "ADG") {
        $0.useFrontMatter()
        ($0.successor, $0.predecessor, $0.other) = (.groups, .groups, .groups)
        $0.words = [.proposed: "open", .accepted: "decided", .superseded: "decided"]
        $0.names = .number(prefix: "AD")
        $0.dateKey = nil
        $0.tagsKey = "tags"
    }

    /// The Markdown of pyadr: that of MADR 2, with files named `XXXX-` until a decision falls.
    static let pyadr = make(.pyadr, "pyadr") {
        $0.status = .line(mark: "* ")
        $0.successor = .statusText(.link)
        ($0.predecessor, $0.other) = (.section("Links", mark: "* "), .section("Links", mark: "* "))
        $0.isCapitalized = false
    }

    /// `Status: Accepted` under the title, without list marks.
    static let plainLines = make(.plainLines, "plain lines") {
        $0.status = .line(mark: "")
        $0.successor = .statusText(.link)
        $0.predecessor = .field("Supersedes", .link)
        $0.other = .section("Links", mark: "- ")
    }

    /// A table under the title with a row for each field.
    static let table = make(.table, "a table") {
        $0.status = .row
        $0.successor = .statusText(.link)
        $0.predecessor = .field("Supersedes", .link)
        $0.other = .section("Links", mark: "- ")
    }

    /// A dialect that differs from the common defaults in what a closure changes.
    static func make(
        _ name: RecordDialect,
        _ title: String,
        _ kind: RecordKind = .decision,
        _ change: (inout Dialect) -> Void
    ) -> Dialect {
        var dialect = Dialect(name: name, title: title, kind: kind)
        if kind == .proposal { dialect.prefix = "RFC-" }
        change(&dialect)
        return dialect
    }

    /// Puts status, date and the fields of the process into front matter, in small letters.
    mutating func useFrontMatter() {
        status = .frontMatter
        statusKey = "status"
        dateKey = "date"
        isCapitalized = false
        process = .frontMatter
    }

    /// Lists the other records in a section with a heading.
    mutating func useSection(_ heading: String) {
        predecessor = .section(heading, mark: "- ")
        other = .section(heading, mark: "- ")
    }
}

extension RecordDialect {
    /// The front matter of adrs, mode "nextgen".
    package static let adrs = RecordDialect(rawValue: "adrs")
    /// The Markdown of dotnet-adr.
    package static let dotnetADR = RecordDialect(rawValue: "dotnet-adr")
    /// MADR 2: a list under the title.
    package static let madr2 = RecordDialect(rawValue: "madr-2")
    /// MADR 3: front matter with links.
    package static let madr3 = RecordDialect(rawValue: "madr-3")
    /// MADR 4: front matter with identifiers.
    package static let madr4 = RecordDialect(rawValue: "madr-4")
    /// The Markdown of log4brains.
    package static let log4brains = RecordDialect(rawValue: "log4brains")
    /// The front matter of the ad-guidance-tool.
    package static let adg = RecordDialect(rawValue: "adg")
    /// The Markdown of pyadr.
    package static let pyadr = RecordDialect(rawValue: "pyadr")
    /// Lines such as `Status: Accepted` under the title.
    package static let plainLines = RecordDialect(rawValue: "plain-lines")
    /// A table of metadata under the title.
    package static let table = RecordDialect(rawValue: "table")
}
