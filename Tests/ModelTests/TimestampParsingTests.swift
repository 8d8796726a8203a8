import Model
import Testing

@Suite struct `Reading time stamps` {
    @Test(arguments: [
        "2026-01-11T19:42:07+03:00", "1969-12-31T23:59:59-05:30", "2024-02-29T00:00:00+00:00",
        "0001-01-01T00:00:00+14:00",
    ])
    func `reads back what is written`(text: String) {
        #expect(Timestamp(rfc3339: text)?.description == text)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:01Z", 1000, 0), ("1970-01-01t03:00:00.25+03:00", 250, 180),
        ("1970-01-01T00:00:00.98765z", 987, 0),
        ("1969-12-31T23:59:60Z", 0, 0),
    ])
    func `reads every form of RFC 3339`(text: String, milliseconds: Int, offset: Int) {
        #expect(Timestamp(rfc3339: text) == Timestamp(milliseconds: milliseconds, offsetMinutes: offset))
    }

    @Test(arguments: [
        "", "2026-01-11", "2026-01-11T19:42:07", "2026-02-30T00:00:00Z", "2026-01-11T24:00:00Z",
        "2026-01-11T19:42:07.Z",
        "2026-01-11T19:42:07+0300", "2026-01-11T19:42:07+03:00x", "2026-01-11T1a:42:07Z", "2026-01-11 19:42:07 Z",
    ])
    func `refuses the rest`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }
}
