import LinkHealth

/// What the end of curl says of the answer.
enum CurlEnd {
    /// The answer in what curl wrote: the head and the body as they came.
    static func reply(_ output: [UInt8], _ end: ChildProcess.WatchedEnd) -> WebReply {
        switch end {
        case .killed, .unwanted: return .failure(.unfinished)
        case .full: return response(output, .capped) ?? .failure(.unreadable)
        case .exited(0): return response(output, .complete) ?? .failure(.unreadable)
        case .exited(let code):
            let failure = failure(code)
            return failure == .dropped ? response(output, .dropped) ?? .failure(failure) : .failure(failure)
        }
    }

    private static func response(_ output: [UInt8], _ ending: WebResponse.Ending) -> WebReply? {
        WebResponse(parsing: output, ending: ending).map(WebReply.response)
    }

    /// The failure that an exit code stands for (the manual of curl 7.88, "Exit codes").
    private static func failure(_ code: Int32) -> WebFailure {
        switch code {
        case 3: .unaskable
        case 5, 6: .unknownHost
        case 7, 97: .refused
        case 28: .timedOut
        case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: .untrusted
        case 16, 18, 52, 55, 56, 92, 95, 96: .dropped
        default: .unreadable
        }
    }
}
