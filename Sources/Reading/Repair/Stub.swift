package struct RepairEdit: Sendable {
    package var original: Range<Int>; package var replacement: [UInt8]; package var encodingNames: String
}
package struct LostText: Sendable { package var original: Range<Int>; package var candidates: [String] }
package struct RepairedText: Sendable {
    package var bytes: [UInt8]
    package var edits: [RepairEdit] = []
    package var lost: [LostText] = []
    package func originalOffset(ofRepaired offset: Int) -> Int { offset }
}
package enum TextRepair {
    package static func repair(_ bytes: [UInt8]) -> RepairedText { RepairedText(bytes: bytes) }
    package static func withoutDebris(_ title: String) -> String { title }
}
