/// Undoes typing with the keyboard set to the other alphabet: `ghbdtn` is привет, `ьшскщыукмшсу` is microservice.
enum KeyboardLayout {
    private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
    private static let russian = Array("йцукенгшщзхъфывапролджэячсмитьбюё")

    private static let toRussian = Dictionary(uniqueKeysWithValues: zip(latin, russian))
    private static let toLatin = Dictionary(uniqueKeysWithValues: zip(russian, latin))

    /// The text as the other layout would have written it; nil when that changes nothing.
    static func swapped(_ text: String) -> String? {
        let small = text.lowercased()
        let table = small.contains { toLatin[$0] != nil } ? toLatin : toRussian
        let swapped = String(small.map { table[$0] ?? $0 })
        return swapped == small ? nil : swapped
    }
}
