import Testing

@testable import Preview

@Suite struct `Hosts of the preview` {
    @Test(arguments: ["localhost", "localhost:4000", "LOCALHOST", "127.0.0.1:4000", "[::1]", "[::1]:4000"])
    func `admit the names of this machine`(field: String) {
        #expect(AllowedHosts(listeningOn: "127.0.0.1").admit(field))
    }

    @Test(arguments: [
        "evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:4000@evil",
        "localhost:x", "", ":4000", "[::1", "[::1]evil", "192.168.0.7", "0.0.0.0", "2130706433", "localhost, evil",
    ])
    func `refuse every other`(field: String) {
        #expect(!AllowedHosts(listeningOn: "127.0.0.1").admit(field))
    }

    @Test func `admit the host that was asked for`() {
        #expect(AllowedHosts(listeningOn: "Desk.local").admit("desk.local:4000"))
        #expect(AllowedHosts(listeningOn: "fe80::1").admit("[fe80::1]:4000"))
        #expect(!AllowedHosts(listeningOn: "desk.local").admit("other.local"))
    }

    @Test func `admit addresses but no foreign names when listening on all`() {
        let hosts = AllowedHosts(listeningOn: "0.0.0.0")
        #expect(hosts.admit("192.168.0.7:4000") && hosts.admit("[fe80::1]") && hosts.admit("localhost"))
        #expect(!hosts.admit("evil.example") && !hosts.admit("1.2.3.evil") && !hosts.admit("[evil.example]"))
    }
}
