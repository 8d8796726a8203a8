package import Model

/// Links of a book that lead to one page, or seem to.
package struct LinkGroup: Sendable, Equatable {
    package var kind: Kind
    /// The links in the order of their sources.
    package var links: [Entry]
    /// In what their addresses differ.
    package var differences: [AddressDifference] = []

    /// How links belong together; the raw value stands in the JSON.
    package enum Kind: String, Sendable, CaseIterable {
        /// One page under several addresses.
        case samePage
        /// One address more than once in one section.
        case repeated
        /// One title with several addresses, which may be copies of one text.
        case sameTitle
        /// One address in several sections, as is good practice.
        case severalSections

        /// Whether the book should be changed.
        package var isFinding: Bool { self == .samePage || self == .repeated }
    }
}

extension LinkGroup {
    /// The groups of a book, the findings first, each kind in the order of the sources.
    package static func all(in book: Book) -> [LinkGroup] {
        let links = book.entries.filter { $0.link?.key != nil }.sorted { $0.source < $1.source }
        let groups = pages(links) + titles(links)
        return Kind.allCases.flatMap { kind in groups.filter { $0.kind == kind } }
    }

    private static func pages(_ links: [Entry]) -> [LinkGroup] {
        grouped(links) { $0.link?.key?.rawValue }.flatMap { links -> [LinkGroup] in
            let pages = Set(links.map(\.page))
            if pages.count > 1 { return [LinkGroup(kind: .samePage, links: links, differences: differences(links))] }
            let sections = grouped(links) { "\($0.source.path)\n\($0.section.joined(separator: "\n"))\n\($0.address)" }
            if !sections.isEmpty { return sections.map { LinkGroup(kind: .repeated, links: $0) } }
            return [LinkGroup(kind: .severalSections, links: links)]
        }
    }

    /// Links of one title whose keys differ; the titles of one word are too common to tell.
    private static func titles(_ links: [Entry]) -> [LinkGroup] {
        let named = links.filter { !$0.titleIsDerived && $0.title.utf8.count >= 12 && $0.title.contains(" ") }
        return grouped(named) { $0.title.lowercased() }.filter { Set($0.map(\.link?.key)).count > 1 }
            .map { LinkGroup(kind: .sameTitle, links: $0) }
    }

    /// The links of each name that more than one has, in the order of the first ones.
    private static func grouped(_ links: [Entry], by name: (Entry) -> String?) -> [[Entry]] {
        var places: [String: Int] = [:]
        var groups: [[Entry]] = []
        for link in links {
            guard let name = name(link) else { continue }
            if let place = places[name] {
                groups[place].append(link)
            } else {
                places[name] = groups.count
                groups.append([link])
            }
        }
        return groups.filter { $0.count > 1 }
    }

    private static func differences(_ links: [Entry]) -> [AddressDifference] {
        guard let first = links.first else { return [] }
        let found = Set(links.dropFirst().flatMap { AddressDifference.between(first.address, $0.address) })
        return AddressDifference.allCases.filter(found.contains)
    }
}

extension Entry {
    /// The address of a link as it is written.
    fileprivate var address: String { link?.url ?? "" }

    /// The address without the place on the page: several links to places of one page are no duplicates.
    fileprivate var page: String { String(address.prefix { $0 != "#" }) }
}

/// In what the addresses of one page differ; the raw value stands in the JSON.
package enum AddressDifference: String, Sendable, CaseIterable {
    case twin, scheme, subdomain, host, port, slash, path, tracking, query

    /// The difference in words.
    package var phrase: String {
        switch self {
        case .twin: "two sites that show one page"
        case .scheme: "http and https"
        case .subdomain: "www. or m."
        case .host: "the spelling of the host"
        case .port: "the default port"
        case .slash: "a slash at the end"
        case .path: "the spelling of the path"
        case .tracking: "tracking parameters"
        case .query: "the spelling of the query"
        }
    }

    /// The differences of two addresses that have one key.
    static func between(_ one: String, _ other: String) -> [AddressDifference] {
        guard let first = URLParts(one), let second = URLParts(other) else { return [] }
        let hosts = [first.host, second.host].map(withoutSubdomain)
        if hosts[0] != hosts[1], HostName.wireForm(of: hosts[0]) != HostName.wireForm(of: hosts[1]) { return [.twin] }
        var found: [AddressDifference] = []
        if first.scheme != second.scheme { found.append(.scheme) }
        if hosts[0] != hosts[1] {
            found.append(.host)
        } else if first.host != second.host {
            found.append(.subdomain)
        }
        if first.port != second.port { found.append(.port) }
        if first.segments != second.segments {
            found.append(.path)
        } else if first.path != second.path {
            found.append(.slash)
        }
        let clean = [one, other].map { QueryParameter.withoutTracking($0) ?? $0 }
        if clean != [one, other] { found.append(.tracking) }
        if URLParts(clean[0])?.pairs != URLParts(clean[1])?.pairs { found.append(.query) }
        return found
    }

    private static func withoutSubdomain(_ host: String) -> String {
        for name in ["www.", "m.", "mobile."] where host.hasPrefix(name) { return String(host.dropFirst(name.count)) }
        return host
    }
}
