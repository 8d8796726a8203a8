import Model
import Reading
import Testing

struct LoneCarriageReturnTests {
    @Test func `tells of lines that end in a lone carriage return, and reads them`() {
        let read = DocumentReader.read(path: "a.md", bytes: Array("# Retry pattern\r\rTries again.\r".utf8))
        #expect(read.findings.map(\.rule) == ["text.lone-cr"])
        #expect(read.findings.first?.message.hasPrefix("3 lines end") == true)
        #expect(read.entries.map(\.title) == ["Retry"])
    }

    @Test(arguments: ["# Retry pattern\n\nTries again.\n", "# Retry pattern\r\n\r\nTries again.\r\n"])
    func `keeps silent about the usual line endings`(text: String) {
        #expect(DocumentReader.read(path: "a.md", bytes: Array(text.utf8)).findings.isEmpty)
    }
}
