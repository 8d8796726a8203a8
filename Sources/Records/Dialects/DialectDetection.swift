import Model

extension Dialect {
    /// The dialect that one file is written in, by what only that tool writes.
    static func detect(path: String, layout: RecordLayout, fields: RecordFields, kind: RecordKind) -> Dialect {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name == "kep.yaml" { return kep }
        if fields["pep"]?.place == .line { return pep }
        if layout.frontMatter != nil, let found = ofFrontMatter(fields, kind) { return found }
        if fields["current-state"] != nil { return kip }
        if fields["feature-name"] != nil, fields["start-date"] != nil { return rustRFC }
        if fields["proposal"]?.place == .line, fields["review-manager"] != nil || kind == .proposal {
            return swiftEvolution
        }
        if fields["to-be-reviewed-by"] != nil { return geode }
        if layout.statusSection != nil { return ofSection(layout) }
        guard let status = fields["status"] else { return kind == .decision ? nygard : geode }
        return ofLine(status, layout, stem: RecordName.stem(ofFile: name), kind)
    }

    private static func ofFrontMatter(_ fields: RecordFields, _ kind: RecordKind) -> Dialect? {
        func has(_ key: String) -> Bool { fields[key]?.place == .frontMatter }
        if has("adr-id") { return adg }
        if has("eip") { return eip }
        if has("implementation") || has("status-last-reviewed") { return govuk }
        if has("feature") && has("start-date") { return nixos }
        if has("stage") { return ember }
        if has("number") { return adrs }
        guard has("status") || has("decision-makers") || has("deciders") else { return nil }
        let usesLinks = fields["status"]?.value.contains("](") == true
        return has("deciders") || usesLinks ? madr3 : madr4
    }

    /// Records with a section "Status": those of dotnet-adr have a title without a number.
    private static func ofSection(_ layout: RecordLayout) -> Dialect {
        guard let title = layout.title else { return nygard }
        let text = layout.bytes[title.text].text
        if RecordTitle.withoutNumber(text) != text { return nygard }
        let isNamedInWords = layout.statusSection?.lines.contains { line in
            let words = layout.text(line).lowercased()
            return words.hasPrefix("superseded by adr ") && !words.contains("](")
        }
        let hasDate = layout.preamble.contains { MetadataLine(layout.bytes[layout.content($0)])?.key == "date" }
        return isNamedInWords == true || !hasDate ? dotnetADR : nygard
    }

    private static func ofLine(
        _ status: RecordFields.Field,
        _ layout: RecordLayout,
        stem: String,
        _ kind: RecordKind
    ) -> Dialect {
        if status.place == .row { return table }
        let line = layout.text(status.line)
        let isItem = ["* ", "- ", "+ "].contains { line.hasPrefix($0) }
        if !isItem { return kind == .proposal ? geode : plainLines }
        if RecordName.isDated(stem) { return log4brains }
        return stem.hasPrefix("XXXX-") ? pyadr : madr2
    }
}

extension RecordSet {
    /// The dialect that most of the records are written in; nil where there are none.
    ///
    /// A draft named as pyadr names it makes the whole folder one of pyadr, whose records otherwise look like MADR 2.
    package var dialect: Dialect? {
        var counts: [RecordDialect: Int] = [:]
        for file in files where !file.isUnread { counts[file.record.dialect, default: 0] += 1 }
        if let drafts = counts[.pyadr], drafts > 0 { return Dialect.named(.pyadr) }
        let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        return most.map { Dialect.named($0.key) }
    }
}
