import Model

/// The decisions over time: a drawing of when each held and what replaced it, and what was in force from each day on.
struct TimelinePage {
    private let site: SitePlan
    private let parts: PageParts
    let spans: [Span]

    /// How long a decision held.
    struct Span {
        /// The decision as an index into the book.
        var entry: Int
        var start: Day
        /// The day of the first decision that replaced it; nil while it holds.
        var end: Day?
    }

    init(_ site: SitePlan) {
        self.site = site
        parts = PageParts(plan: site, page: SiteMap.timeline)
        spans = TimelinePage.spans(in: site)
    }

    /// The decisions that have ever been in force, oldest first.
    private static func spans(in site: SitePlan) -> [Span] {
        let entries = site.book.entries
        let spans = entries.indices.compactMap { index -> Span? in
            guard entries[index].kind == .decision, let record = entries[index].record, let start = record.date,
                record.status.isInForce || record.status == .superseded
            else { return nil }
            let ends = (site.successors[record.stem] ?? []).compactMap { entries[$0].record?.date }
            return Span(entry: index, start: start, end: ends.min().map { max($0, start) })
        }
        return spans.sorted { ($0.start, $0.entry) < ($1.start, $1.entry) }
    }

    /// What goes into the frame; nil when no decision has a day.
    func content() -> Frame.Content? {
        guard !spans.isEmpty else { return nil }
        let main: HTML = """
            <h1>Timeline of decisions</h1>
            <p class="lead">\(Wording.count(spans.count, "decision")) with a day, \(spans.count { isHolding($0) }) in force.</p>
            \(TimelineDrawing(spans, parts: parts).html())\(SuccessionDrawing(parts: parts).html())\
            <h2 id="in-force">In force on</h2>
            <p>Unfold a day to see what held from then on, until the next day of the list.</p>
            \(days().joined())
            """
        var content = Frame.Content(
            page: SiteMap.timeline, title: "Timeline of decisions",
            path: [(Wording.title(of: .decision), SiteMap.index(of: .decision))], main: main)
        content.hasDrawing = true
        return content
    }

    private func isHolding(_ span: Span) -> Bool {
        site.book.entries[span.entry].record?.status.isInForce == true
    }

    /// Every day on which something changed, newest first.
    private func days() -> [HTML] {
        let days = Set(spans.map(\.start) + spans.compactMap(\.end)).sorted().reversed()
        return days.map { day in
            let holding = spans.filter { span in
                span.start <= day && span.end.map { day < $0 } ?? isHolding(span)
            }
            return """
                <details class="day"><summary><span class="mark">\(Wording.day(day))</span> \
                \(Wording.count(holding.count, "decision")) in force</summary>
                \(parts.rows(holding.map(\.entry)))</details>

                """
        }
    }
}

/// The drawing: a bar for each decision over the days on which it held, and a line to what replaced it.
struct TimelineDrawing {
    private let spans: [TimelinePage.Span]
    private let parts: PageParts
    private let first: Int
    private let last: Int

    /// The sizes in units of the drawing, of which its width has 720.
    private static let (left, width, row, top) = (92, 610, 26, 34)

    init(_ spans: [TimelinePage.Span], parts: PageParts) {
        self.spans = spans
        self.parts = parts
        let days = spans.map(\.start.daysSince1970) + spans.compactMap { $0.end?.daysSince1970 }
        first = days.min() ?? 0
        // What still holds goes on beyond the last day on which something changed.
        let newest = max(days.max() ?? 0, first + 30)
        last = newest + (newest - first) / 12
    }

    func html() -> HTML {
        let height = Self.top + spans.count * Self.row + 8
        let bars = spans.enumerated().map { bar($0, $1) }.joined()
        return """
            <figure class="drawing"><div class="sheet" role="region" aria-label="Timeline" tabindex="0">
            <svg class="timeline" viewBox="0 0 720 \(height)">
            <title>When each decision held; the list below says the same in words</title>
            \(years())\(bars)</svg></div>
            <figcaption><b>Timeline</b> <span>A line leads from a decision to the one that replaced it</span></figcaption>
            </figure>

            """
    }

    private func place(_ day: Int) -> Int { Self.left + (day - first) * Self.width / (last - first) }

    private func years() -> HTML {
        let (from, to) = (Day(daysSince1970: first).year, Day(daysSince1970: last).year)
        return (from...to).map { year -> HTML in
            let start = Day(year: year, month: 1, day: 1)?.daysSince1970 ?? first
            let x = place(max(start, first))
            let bottom = Self.top + spans.count * Self.row
            return """
                <path class="hair" d="M\(x) 24V\(bottom)"></path><text class="axis" x="\(x + 4)" y="18">\(year)</text>

                """
        }.joined()
    }

    private func bar(_ number: Int, _ span: TimelinePage.Span) -> HTML {
        let entry = parts.plan.book.entries[span.entry]
        let name = entry.record.map { RecordName.short($0, entry.kind) } ?? entry.title
        let (y, x) = (Self.top + number * Self.row, place(span.start.daysSince1970))
        let end = place(span.end?.daysSince1970 ?? last)
        let state = span.end == nil ? "live" : "past"
        let address = PageLink.address(of: parts.plan.map.entryPages[span.entry], from: parts.page)
        return """
            <a href="\(address)"><title>\(name) \(entry.title)</title>\
            <text class="name" x="0" y="\(y + 15)">\(shortened(name))</text>\
            <rect class="bar-\(state)" x="\(x)" y="\(y + 2)" width="\(max(end - x, 6))" height="18"></rect>\
            \(title(entry, from: x, y + 15))</a>
            \(successors(of: entry, from: end, y))
            """
    }

    private func successors(of entry: Entry, from x: Int, _ y: Int) -> HTML {
        let successors = entry.record.flatMap { parts.plan.successors[$0.stem] } ?? []
        return successors.compactMap { index in spans.firstIndex { $0.entry == index } }.map { number -> HTML in
            let target = Self.top + number * Self.row + 11
            let start = place(spans[number].start.daysSince1970)
            return "<path d=\"M\(x) \(y + 11)V\(target)H\(start)\"></path>\n"
        }.joined()
    }

    /// The title in its bar and beyond, or before a bar that begins too late for that.
    private func title(_ entry: Entry, from x: Int, _ y: Int) -> HTML {
        // A letter is about seven units wide; on the side with more room more of them are shown.
        let (before, after) = ((x - 8 - Self.left) / 7, (Self.left + Self.width - x - 8) / 7)
        let isBefore = after < entry.title.count && before > after
        let room = max(isBefore ? before : after, 8)
        let title = entry.title.count > room ? "\(entry.title.prefix(room - 1))…" : entry.title
        return isBefore
            ? "<text class=\"title before\" x=\"\(x - 8)\" y=\"\(y)\">\(title)</text>"
            : "<text class=\"title\" x=\"\(x + 8)\" y=\"\(y)\">\(title)</text>"
    }

    private func shortened(_ name: String) -> String { name.count > 11 ? "\(name.prefix(10))…" : name }
}
