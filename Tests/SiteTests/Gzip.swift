import Foundation

/// How small hosts make a file on its way.
enum Gzip {
    /// The number of bytes that the program gzip makes of some.
    static func size(of bytes: [UInt8]) throws -> Int {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-9", "-c"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // A pipe takes in 64 kB before it waits, which is more than any script has.
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return data?.count ?? 0
    }
}
