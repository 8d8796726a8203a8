/// Puts letters together again that normalisation took apart after they were broken: `‚U\u{308}i\u{301}` was `‚Üí`.
struct Recomposition: Sendable {
    static let shared = Recomposition()

    /// The characters of all encodings; a letter with its mark behind it finds its equal, as characters compare by
    /// canonical equivalence.
    private let composed: [Character: Unicode.Scalar]

    private init() {
        let scalars = LegacyEncoding.all.flatMap { $0.upperHalf.compactMap(\.self) }
        composed = Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Edits that compose the letters before the given combining characters; they undo no encoding.
    func edits(in text: LegacyText, before marks: [Int]) -> [RepairEdit] {
        marks.compactMap { mark in
            guard let (base, start) = text.character(before: mark), let (value, end) = text.character(at: mark),
                let letter = Unicode.Scalar(base), let combining = Unicode.Scalar(value), letter.value > 0x20
            else { return nil }
            var pair = String.UnicodeScalarView()
            pair.append(letter)
            pair.append(combining)
            let text = String(pair)
            guard text.count == 1, let first = text.first, let scalar = composed[first] else { return nil }
            let letters = Array(UTF8.encode(scalar) ?? .init())
            return RepairEdit(original: start..<end, replacement: letters, layers: [], place: .prose)
        }
    }
}
