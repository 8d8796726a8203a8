package import Model

extension LinkRecord {
    /// The record as one line of JSON.
    package var line: [UInt8] { JSONValue.object(members.merging(others) { own, _ in own }).line }

    /// The members of the record as `--json` prints them.
    package var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "url": .string(url), "state": .string(state.rawValue), "checkedOn": .string("\(checkedOn)"),
        ]
        members["status"] = status.map(JSONValue.int)
        members["okOn"] = okOn.map { .string("\($0)") }
        members["goneSince"] = goneSince.map { .string("\($0)") }
        if goneRuns > 0 { members["goneRuns"] = .int(goneRuns) }
        members["finalUrl"] = finalUrl.map(JSONValue.string)
        if !redirects.isEmpty {
            members["redirects"] = .array(
                redirects.map { .object(["status": .int($0.status), "url": .string($0.address)]) })
        }
        if isSecureToo { members["secureToo"] = true }
        members["remark"] = remark.map(JSONValue.string)
        return members
    }

    /// Reads a line; nil for one that is no record, or one of a state that this version does not know.
    init?(line: [UInt8]) {
        guard let members = try? JSONValue(parsing: line).object,
            let url = members["url"]?.string, let state = members["state"]?.string.flatMap(LinkState.init),
            let day = members["checkedOn"]?.string.flatMap({ Day(iso: $0) })
        else { return nil }
        self.init(url: url, state: state, checkedOn: day)
        status = members["status"]?.int
        okOn = members["okOn"]?.string.flatMap { Day(iso: $0) }
        goneSince = members["goneSince"]?.string.flatMap { Day(iso: $0) }
        goneRuns = members["goneRuns"]?.int ?? 0
        isSecureToo = members["secureToo"]?.bool ?? false
        remark = members["remark"]?.string
        redirects = (members["redirects"]?.array ?? []).compactMap { step in
            guard let status = step.object?["status"]?.int, let address = step.object?["url"]?.string else {
                return nil
            }
            return Redirect(status: status, address: address)
        }
        others = members.filter { !Self.names.contains($0.key) }
    }

    private static let names: Set<String> = [
        "url", "state", "checkedOn", "status", "okOn", "goneSince", "goneRuns", "finalUrl", "redirects", "secureToo",
        "remark",
    ]
}
