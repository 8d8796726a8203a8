package import Model

/// The files of the review log: one for each device, which only ever grows.
package enum ReviewLogFile {
    /// The folder of the files, relative to the workspace.
    package static let folder = ".archbook/reviews"

    /// The path of this device's file, relative to the workspace.
    ///
    /// - Parameter environment: `ARCHBOOK_DEVICE` names the device; without it the machine's name does.
    package static func path(_ environment: [String: String]) -> String {
        let wanted = environment["ARCHBOOK_DEVICE"].flatMap { $0.isEmpty ? nil : $0 } ?? POSIX.hostName() ?? ""
        return "\(folder)/\(device(wanted)).jsonl"
    }

    /// A name reduced to small letters, digits and single hyphens; `device` when nothing is left of it.
    package static func device(_ name: String) -> String {
        var reduced: [UInt8] = []
        for byte in name.utf8 {
            if byte.isAlphanumeric {
                reduced.append(byte.lowercased)
            } else if let last = reduced.last, last != UInt8(ascii: "-") {
                reduced.append(UInt8(ascii: "-"))
            }
        }
        if reduced.last == UInt8(ascii: "-") { reduced.removeLast() }
        return reduced.isEmpty ? "device" : reduced.prefix(64).text
    }

    /// Adds an event to a file, with the folders above it where they are missing.
    ///
    /// When it returns, the line is on the disk: after it nothing but the disk itself can lose the event.
    ///
    /// - Parameters:
    ///   - line: the event as one line without a line ending.
    ///   - path: the path of the file relative to the workspace.
    ///   - workspace: the absolute path of the workspace.
    package static func append(_ line: [UInt8], to path: String, in workspace: String) throws(FileError) {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        try POSIX.makeDirectories(folder, in: workspace)
        let isNew = try POSIX.appendLine(line, to: "\(workspace)/\(path)")
        if isNew { try POSIX.syncDirectory("\(workspace)/\(folder)") }
    }

    /// Reads the files of all devices, sorted by name; a file that cannot be read is a finding, and the others count.
    package static func readAll(in workspace: String) -> (files: [(path: String, bytes: [UInt8])], findings: [Finding])
    {
        var files: [(path: String, bytes: [UInt8])] = []
        var findings: [Finding] = []
        do throws(FileError) {
            let directory = "\(workspace)/\(folder)"
            guard try POSIX.exists(directory) else { return ([], []) }
            for item in try POSIX.listDirectory(directory) where item.name.hasSuffix(".jsonl") && item.isWellFormed {
                do throws(FileError) {
                    files.append(("\(folder)/\(item.name)", try POSIX.readFile("\(directory)/\(item.name)")))
                } catch {
                    findings.append(unreadable("\(folder)/\(item.name)", error))
                }
            }
        } catch {
            findings.append(unreadable(folder, error))
        }
        return (files, findings)
    }

    private static func unreadable(_ path: String, _ error: FileError) -> Finding {
        let message = "the answers kept here do not count now: \(error)"
        return Finding(rule: unreadableLog, severity: .warning, path: path, message: message)
    }

    private static let unreadableLog = RuleID("review.unreadable-log")
}
