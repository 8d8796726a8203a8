import Model

/// One question to a server.
package struct WebRequest: Sendable, Equatable {
    package var method: Method
    /// The address to ask; what follows `#` is not sent.
    package var address: String
    /// How long the whole exchange may take, in milliseconds.
    package var patience: Int
    /// How many bytes of head and body are read; what is beyond is left.
    package var sizeCap: Int

    package enum Method: String, Sendable {
        case head = "HEAD"
        case get = "GET"
    }

    package init(_ method: Method, _ address: String, patience: Int, sizeCap: Int) {
        self.method = method
        self.address = address
        self.patience = patience
        self.sizeCap = sizeCap
    }
}

/// What came of a question to a server.
package enum WebReply: Sendable, Equatable {
    case response(WebResponse)
    case failure(WebFailure)
}

/// What a server answered.
package struct WebResponse: Sendable, Equatable {
    package var status: Int
    /// The header fields in their order, the names in lower case.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]
    package var ending: Ending

    /// How the body ended.
    package enum Ending: Sendable {
        case complete
        /// The rest was not read, because there is too much of it.
        case capped
        /// The connection was closed before all of it had come.
        case dropped
    }

    package init(
        status: Int, fields: [(name: String, value: String)] = [], body: [UInt8] = [], ending: Ending = .complete
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.ending = ending
    }

    /// The first value of a header field, given in lower case.
    package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    package var isSuccess: Bool { (200..<300).contains(status) }

    package static func == (left: WebResponse, right: WebResponse) -> Bool {
        left.status == right.status && left.body == right.body && left.ending == right.ending
            && left.fields.elementsEqual(right.fields, by: ==)
    }
}

/// Why a server gave no answer.
package enum WebFailure: Sendable, Equatable, CaseIterable {
    /// There is no such host.
    case unknownHost
    /// The host could not be looked up now; that says nothing about it.
    case lookupFailed
    /// The host is on a private network, which is asked only when the reader wants it.
    case privateAddress
    case refused
    case timedOut
    case untrusted
    case dropped
    /// What came is no HTTP.
    case unreadable
    case endlessRedirects
    /// The address cannot be asked: its host or its scheme is none.
    case unaskable
    /// The work was ended before the answer came.
    case unfinished
}

extension WebFailure {
    /// What happened, as it stands behind an address.
    package var sentence: String {
        switch self {
        case .unknownHost: "there is no such host"
        case .lookupFailed: "its host could not be looked up; is there a network?"
        case .privateAddress: "it is on a private network; --allow-private asks it all the same"
        case .refused: "the host accepts no connection"
        case .timedOut: "no answer in time"
        case .untrusted: "no secure connection could be made; its certificate may be invalid"
        case .dropped: "the connection was dropped half way"
        case .unreadable: "the answer is not HTTP, or its head is too large"
        case .endlessRedirects: "its redirects do not end"
        case .unaskable: "it leads to something that is no page of the web"
        case .unfinished: "not asked before the end"
        }
    }
}
