package import Model

/// What is known of a link from all runs.
package struct LinkRecord: Sendable, Equatable {
    package var url: String
    package var state: LinkState
    /// The last status of HTTP; nil when the last run got no answer.
    package var status: Int?
    package var checkedOn: Day
    /// The last day on which the page was reached.
    package var okOn: Day?
    /// The day from which on the page has been gone, and the number of runs that say so.
    package var goneSince: Day?
    package var goneRuns = 0
    /// The way to the page in the last run.
    package var redirects: [Redirect] = []
    package var isSecureToo = false
    package var remark: String?
    /// Members of the line that this version does not know.
    var others: [String: JSONValue] = [:]

    /// Where the page is, if that is another address.
    package var finalUrl: String? { redirects.last?.address }

    /// The address that the server wants to be used: where its permanent redirects lead before the first other one.
    package var movedTo: String? { redirects.prefix { $0.isPermanent }.last?.address }

    /// Joins what one run saw to what was known.
    package init(_ sighting: LinkSighting, on day: Day, after known: LinkRecord?) {
        url = sighting.url
        state = .suspect
        status = sighting.status
        checkedOn = day
        okOn = known?.okOn
        goneSince = known?.goneSince
        goneRuns = known?.goneRuns ?? 0
        redirects = sighting.redirects
        isSecureToo = sighting.isSecureToo
        remark = sighting.remark
        others = known?.others ?? [:]
        state = judged(sighting.answer, before: known?.state)
    }

    init(url: String, state: LinkState, checkedOn: Day) {
        self.url = url
        self.state = state
        self.checkedOn = checkedOn
    }

    /// A page is dead only after three runs over seven days: servers fail for an evening, and come back.
    private mutating func judged(_ answer: LinkSighting.Answer, before state: LinkState?) -> LinkState {
        switch answer {
        case .reached:
            okOn = checkedOn
            goneSince = nil
            goneRuns = 0
            return movedTo == nil ? .ok : .moved
        case .blocked: return .blocked
        case .gone:
            let since = goneSince ?? checkedOn
            goneSince = since
            goneRuns += 1
            let days = checkedOn.daysSince1970 - since.daysSince1970
            return goneRuns >= Self.runsUntilDead && days >= Self.daysUntilDead ? .dead : .suspect
        case .trouble: return state == .dead ? .dead : .suspect
        }
    }

    package static let runsUntilDead = 3
    package static let daysUntilDead = 7
}

/// What all runs together say of a link.
package enum LinkState: String, Sendable, CaseIterable, Comparable {
    case ok
    /// It is found, and the server wants another address to be used.
    case moved
    /// Something is wrong that may be of the moment.
    case suspect
    /// The server lets no program in.
    case blocked
    /// It has been gone for long enough.
    case dead

    package static func < (left: LinkState, right: LinkState) -> Bool { left.rank < right.rank }

    private var rank: Int { LinkState.allCases.firstIndex(of: self) ?? 0 }
}
