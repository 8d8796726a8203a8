import FoundationEssentials

/// Texts that tests compare with: files in the folder `Golden` beside the test.
package enum Golden {
    /// The text that a test expects.
    ///
    /// With `ARCHBOOK_RECORD=1` in the environment the actual text is written to the file, and the test fails so that
    /// nobody takes a recording for a pass.
    package static func expected(_ name: String, actual: String, beside testFile: String = #filePath) throws -> String {
        let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["ARCHBOOK_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: file)
            throw GoldenError.recorded(name)
        }
        guard let data = try? Data(contentsOf: file) else { throw GoldenError.missing(name) }
        return String(decoding: data, as: UTF8.self)
    }

    /// The text of an input file in the folder `Golden` beside the test.
    package static func input(_ name: String, beside testFile: String = #filePath) throws -> String {
        let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// Why a golden text cannot be compared with.
package enum GoldenError: Error, CustomStringConvertible {
    /// The actual text was written; look at the difference in git, then run the tests without `ARCHBOOK_RECORD`.
    case recorded(String)
    /// There is no such file yet.
    case missing(String)

    package var description: String {
        switch self {
        case .recorded(let name): "recorded \(name); review it, then test without ARCHBOOK_RECORD"
        case .missing(let name): "Golden/\(name) is missing; ARCHBOOK_RECORD=1 records it"
        }
    }
}
