import Testing

@testable import Checks

/// What is told of addresses.
struct AddressTests {
    @Test(arguments: [
        ("htps://a.io/x", "https://a.io/x"), ("htp://a.io", "http://a.io"), ("httpss://a.io", "https://a.io"),
        ("http:/a.io", "http://a.io"), ("http:///a.io", "http://a.io"), ("https//a.io", "https://a.io"),
        ("https:\\\\a.io", "https://a.io"), ("https://https://a.io/x", "https://a.io/x"),
        ("http://https//a.io", "https://a.io"), ("<https://a.io/a b>".trimmingBrackets, "https://a.io/a%20b"),
    ])
    func `puts right what is certain`(address: String, corrected: String) {
        #expect(AddressFault(address)?.corrected == corrected)
    }

    @Test(arguments: [
        "https://", "https:///", "https://a..io/", "https://-a.io/", "https://a.io:port/", "https://a.io:70000/",
        "https://a.io/%zz", "https://a.io/100%", "https://a.io/#:~:txt=a", "https://a b/", "https://a.io\"/",
    ])
    func `tells what a person has to put right`(address: String) {
        let fault = AddressFault(address)
        #expect(fault != nil)
        #expect(fault?.corrected == nil)
    }

    @Test(arguments: [
        "https://a.io", "HTTP://A.io/x", "https://a.io./", "https://вики.рф/страница", "https://[::1]:8080/", "a.md",
        "http.md", "https/page.md", "mailto:a@b.io", "ftp://a.io/", "https://u:p@a.io/", "https://a.io/?q=a%20b",
        "https://a.io/#:~:text=a%20b&text=c", "https://web.archive.org/web/2020/https://a.io/", "#http:", "ssh://a.io/",
        "https://a_b.io/", "//a.io/x", "httpd.conf", "",
    ])
    func `keeps silent about what is right, and what is no address of the web`(address: String) {
        #expect(AddressFault(address) == nil)
    }
}

extension String {
    fileprivate var trimmingBrackets: String { String(dropFirst().dropLast()) }
}
