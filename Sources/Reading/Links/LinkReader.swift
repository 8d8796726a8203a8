import Markdown
import Model

/// Makes an entry of every link of a document, and of works that are named without a link.
struct LinkReader {
    /// The sections in which quoted titles are not taken for works: the answers of long questions.
    var sectionsWithoutWorks: Set<Int> = []

    func read(_ draft: inout DocumentDraft) {
        var places = ListPlaces(tree: draft.tree, links: draft.links)
        for index in draft.tree.nodes.indices {
            switch draft.tree[index].kind {
            case .paragraph, .heading: readBlock(index, places: &places, &draft)
            case .tableRow: readRow(index, &draft)
            case .htmlBlock(let html): readHTML(html, block: index, &draft)
            default: continue
            }
        }
    }

    private func readBlock(_ block: Int, places: inout ListPlaces, _ draft: inout DocumentDraft) {
        let isInList = draft.tree[draft.tree[block].parent].isItem
        guard isInList || draft.links.isLinked(block) else { return }
        let place = places.place(of: block)
        let carrier = LinkCarrier(block: block, tree: draft.tree, links: draft.links)
        guard !carrier.links.isEmpty else {
            readWork(carrier, place: place, &draft)
            return
        }
        let section = sectionPath(of: block, place: place, in: draft)
        let isPoint = LinkSentence.isPoint(of: carrier)
        for (number, mention) in carrier.links.enumerated() {
            var description = LinkDescription(mention, number: number, in: carrier, isPoint: isPoint)
            if carrier.links.count == 1, isPoint, let item = place?.item {
                description.add(note: places.textBelow(item: item, after: block))
            }
            add(description, mention: mention, section: section, &draft)
        }
        guard isPoint else { return }
        draft.ledger.note(.catalogued, draft.tree[block].range)
        if carrier.links.count == 1, let item = place?.item, places.isLinkless(item: item, after: block) {
            draft.ledger.note(.catalogued, draft.trimmed(draft.tree[item].range))
        }
    }

    /// Each link of a row is an entry; the cells without one are its note.
    private func readRow(_ row: Int, _ draft: inout DocumentDraft) {
        guard draft.links.isLinked(row) else { return }
        let cells = draft.tree.children(of: row).map { LinkCarrier(block: $0, tree: draft.tree, links: draft.links) }
        let texts = cells.filter(\.links.isEmpty).map { $0.lead.oneLine }.filter { !$0.isEmpty }
        let note = texts.joined(separator: "; ")
        let rest = texts.dropFirst().joined(separator: "; ")
        let section = sectionPath(of: row, place: nil, in: draft)
        for cell in cells {
            for (number, mention) in cell.links.enumerated() {
                var description = LinkDescription(mention, number: number, in: cell, isPoint: true)
                // A row of "name | address | remark" gives the address its title in the first cell.
                if description.titleIsDerived, let name = texts.first {
                    description.title = name
                    description.titleIsDerived = false
                    description.add(note: rest)
                } else {
                    description.add(note: note)
                }
                add(description, mention: mention, section: section, &draft)
            }
        }
        draft.ledger.note(.catalogued, draft.tree[row].range)
    }

    private func readHTML(_ html: String, block: Int, _ draft: inout DocumentDraft) {
        let section = sectionPath(of: block, place: nil, in: draft)
        let start = draft.tree[block].range.lowerBound
        for anchor in HTMLAnchors.find(in: html) where LinkMention.isExternal(anchor.url) {
            let offset = min(start + anchor.offset, draft.tree[block].range.upperBound)
            let end = draft.source.bytes[offset...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? offset
            let mention = LinkMention(
                url: anchor.url, label: anchor.text.isEmpty ? nil : anchor.text, range: offset..<end, endNode: block + 1
            )
            add(LinkDescription(mention), mention: mention, section: section, &draft)
        }
    }

    private func readWork(_ carrier: LinkCarrier, place: ListPlaces.Place?, _ draft: inout DocumentDraft) {
        guard let place, place.isFirstBlock else { return }
        let sectionIndex = draft.outline.section(at: draft.tree[carrier.block].range.lowerBound)
        guard !sectionsWithoutWorks.contains(sectionIndex) else { return }
        guard let work = UnlinkedWork(paragraph: carrier.block, tree: draft.tree) else { return }
        // "Ask **Anna Berg** about it" on a list of things to do is no book.
        guard !place.isTask || work.author.split(separator: ",").allSatisfy({ PersonName.isCertain(String($0)) }) else {
            return
        }
        let range = draft.tree[carrier.block].range
        let section = sectionPath(of: carrier.block, place: place, in: draft)
        let link = Link(url: nil, key: nil, medium: work.medium(under: section), author: work.author, part: work.part)
        var entry = Entry(
            id: EntryID(Slug.make(of: work.title)),
            title: work.title,
            language: LanguageDetector.language(ofTitle: work.title, url: nil, around: draft.language),
            source: draft.source.source(range),
            content: .link(link)
        )
        entry.section = section
        entry.note = work.note
        entry.tags = draft.tags(section: section, text: carrier.lead)
        draft.add(entry, madeOf: range)
    }

    private func add(
        _ description: LinkDescription,
        mention: LinkMention,
        section: [String],
        _ draft: inout DocumentDraft
    ) {
        let title = TextRepair.withoutDebris(description.title)
        let link = Link(
            url: mention.url,
            key: LinkKey(address: mention.url),
            medium: URLParts(mention.url).map(Medium.init(of:)) ?? .article,
            author: description.author
        )
        var entry = Entry(
            id: EntryID(Slug.make(of: title)),
            title: title,
            language: LanguageDetector.language(
                ofTitle: title, isDerived: description.titleIsDerived, url: mention.url, around: draft.language),
            source: draft.source.source(mention.range),
            content: .link(link)
        )
        entry.titleIsDerived = description.titleIsDerived
        entry.section = section
        entry.note = description.note
        entry.tags = draft.tags(section: section, text: description.surroundings)
        draft.add(entry, madeOf: mention.range)
    }

    /// The headings above a block, and the items that head the lists it stands in.
    private func sectionPath(of block: Int, place: ListPlaces.Place?, in draft: DocumentDraft) -> [String] {
        let index = draft.outline.section(at: draft.tree[block].range.lowerBound)
        let isHeading = draft.outline.sections[index].heading == block
        let path = isHeading ? draft.outline.path(above: index) : draft.outline.path(to: index)
        return path + (place?.headingItems ?? [])
    }
}
